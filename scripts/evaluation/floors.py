"""What was measured, as files: floors under which no figure may fall, and the figures that versions carry.

`tests/evaluation/floors.json` holds a floor for precision and F1 of every figure (a little under what was
measured, so that a change elsewhere may move a row), and why floors were lowered.
`data/reference/accuracy.json` holds what was measured; builds put it into the descriptor and the README
shows it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.evaluation.figures import Figure
from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ROOT / "tests/evaluation/floors.json"
ACCURACY = ROOT / "data/reference/accuracy.json"

MARGIN = 0.01
"""Under what was measured: about one row of a hundred."""

METHOD = (
    "Automatic extraction without review, compared with annotations by hand. Figures are micro-averages over "
    "all articles; fields of allegations and sanctions are judged on the rows that were found."
)


@dataclass(frozen=True)
class Floors:
    """Floors by figure and kind (`precision`, `f1`); `lowered` keeps a line for each time that one was."""

    figures: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    lowered: tuple[str, ...] = ()

    def broken_by(self, measured: Mapping[str, Figure]) -> list[str]:
        """A line for every figure that is below its floor, or is measured no more."""
        lines = []
        for name, kinds in self.figures.items():
            figure = measured.get(name, Figure())
            for kind, floor in kinds.items():
                ratio = _ratios(figure).get(kind)
                if ratio is None or ratio < floor:
                    now = "not measured" if ratio is None else f"{ratio:.3f}"
                    lines.append(f"{name}, {kind}: {now}, the floor is {floor:.3f}")
        return lines

    def raised_to(self, measured: Mapping[str, Figure], reason: str | None) -> Floors:
        """The floors for what is measured now; with a `reason` those that are broken are lowered.

        Raises `DataError` when one is broken and no reason is given.
        """
        broken = self.broken_by(measured)
        if broken and not reason:
            raise DataError(
                "\n".join(["figures are below their floors; mend the conversion, or say why:", *broken])
            )
        figures = {name: self._raised(name, figure) for name, figure in measured.items()}
        return Floors(figures, (*self.lowered, *(f"{line}: {reason}" for line in broken)))

    def _raised(self, name: str, figure: Figure) -> dict[str, float]:
        old = self.figures.get(name, {})
        return {
            kind: max(floor, old.get(kind, 0.0)) if old.get(kind, 0.0) <= ratio else floor
            for kind, ratio in _ratios(figure).items()
            for floor in [max(0.0, round(ratio - MARGIN, 3))]
        }

    def text(self) -> str:
        return _json({"figures": self.figures, "lowered": list(self.lowered)})


def read_floors(path: Path = FLOORS) -> Floors:
    """Recorded floors; none at all while none are recorded. Raises `DataError` for a broken file."""
    if not path.exists():
        return Floors()
    given = _read(path)
    try:
        return Floors(given["figures"], tuple(given["lowered"]))
    except (KeyError, TypeError) as error:
        raise DataError(f"{path}: holds no floors ({error}); restore it from the repository") from error


def read_accuracy(path: Path = ACCURACY) -> dict[str, Any]:
    """What was measured last, as it is published. Raises `DataError` when it is missing or broken."""
    return _read(path)


def accuracy_text(figures: Mapping[str, Mapping[str, object]], articles: int, words: int) -> str:
    """The figures as they are published, with how they came about."""
    return _json(
        {
            "description": METHOD,
            "gold": {"folder": "tests/gold", "articles": articles, "words": words},
            "figures": figures,
        }
    )


def _ratios(figure: Figure) -> dict[str, float]:
    ratios = {"precision": figure.precision, "f1": figure.f1}
    return {kind: ratio for kind, ratio in ratios.items() if ratio is not None}


def _read(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read ({error}); restore it from the repository") from error
    if not isinstance(given, dict):
        raise DataError(f"{path}: is no JSON object; restore it from the repository")
    return given


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
