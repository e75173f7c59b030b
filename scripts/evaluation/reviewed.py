"""What a reviewer made of the machine's rows: extracted and final side by side, from the table `review`.

A row that stands as it was is right; one that was corrected or rejected is wrong; one that was added was
missed. So precision is stood / extracted, recall is stood / final. Rows that nobody has decided on do not
count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.records import Tables


@dataclass(frozen=True)
class Reviewed:
    """Decided rows of one table: how many stood, how many the machine had, how many there are in the end."""

    table: str
    stood: int
    extracted: int
    final: int

    @property
    def precision(self) -> float | None:
        return self.stood / self.extracted if self.extracted else None

    @property
    def recall(self) -> float | None:
        return self.stood / self.final if self.final else None

    def line(self) -> str:
        shown = [
            f"{value:9.3f}" if value is not None else f"{'':9}" for value in (self.precision, self.recall)
        ]
        return f"{self.table:24}{self.extracted:10}{self.final:7}{shown[0]}{shown[1]}"


def reviewed(tables: Tables) -> Iterator[Reviewed]:
    """One per table that decisions speak of, in order of names."""
    worst = ("accept", "correct", "reject", "add")
    actions: dict[tuple[str, str], str] = {}
    for row in tables["review"]:
        key = (str(row["table"]), str(row["row_id"]))
        actions[key] = max(actions.get(key, "accept"), str(row["action"]), key=worst.index)
    for table in sorted({name for name, _ in actions}):
        found = [action for (name, _), action in actions.items() if name == table]
        extracted = [a for a in found if a != "add"]
        yield Reviewed(table, found.count("accept"), len(extracted), len([a for a in found if a != "reject"]))


def lines(tables: Tables) -> Iterator[str]:
    rows = list(reviewed(tables))
    if rows:
        yield f"\nreviewed by a person{'':4}{'extracted':>10}{'final':>7}{'precision':>10}{'recall':>8}"
        yield from (row.line() for row in rows)
