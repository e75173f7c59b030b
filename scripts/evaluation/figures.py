"""Counts and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """`right` of the `found` are among the `expected`. Of nothing there is no precision or recall: `None`."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.right + other.right, self.found + other.found, self.expected + other.expected)

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        both = self.found + self.expected
        return 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """One thing that is wrong: `what` it is, in which article, and the words that show it."""

    article: str
    what: str
    words: str


@dataclass
class Evaluation:
    """Figures by name (`table: field`), micro-averaged over all articles that were added."""

    figures: dict[str, Figure]
    misses: list[Miss] = field(default_factory=list)

    def count(self, name: str, right: int, found: int, expected: int) -> None:
        self.figures[name] += Figure(right, found, expected)

    def judge(self, name: str, right: bool) -> None:
        """A field of a row that was found: right or wrong, so that precision and recall are one."""
        self.count(name, right, 1, 1)

    def miss(self, article: str, what: str, words: Iterable[str]) -> None:
        self.misses.extend(Miss(article, what, each) for each in words)

    def lines(self) -> Iterator[str]:
        """A table for people."""
        width = max(map(len, self.figures), default=0)
        yield f"{'':{width}}  precision  recall     F1   gold  found"
        for name, figure in self.figures.items():
            ratios = [shown(ratio) for ratio in (figure.precision, figure.recall, figure.f1)]
            yield (
                f"{name:{width}}  {ratios[0]:>9}  {ratios[1]:>6}  {ratios[2]:>5}"
                f"  {figure.expected:>5}  {figure.found:>5}"
            )

    def miss_lines(self) -> Iterator[str]:
        return (f"{miss.article}  {miss.what}: {miss.words}" for miss in self.misses)

    def record(self) -> dict[str, dict[str, float | int | None]]:
        """The same as data, ratios to three places."""
        return {
            name: {
                "precision": rounded(figure.precision),
                "recall": rounded(figure.recall),
                "f1": rounded(figure.f1),
                "gold": figure.expected,
                "found": figure.found,
            }
            for name, figure in self.figures.items()
        }


def rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 3)


def shown(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.3f}"
