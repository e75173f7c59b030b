"""Two versions, held against each other: the rows of `changes`, the rule they raise, the fates of ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.publish.history import Fate, changed_meaning, fates
from scripts.publish.numbers import Step
from scripts.publish.row_changes import row_changes
from scripts.publish.schema_changes import Change, schema_changes
from scripts.publish.snapshot import Snapshot
from scripts.records import Row


@dataclass(frozen=True)
class Comparison:
    """`files` are the names of files beside the tables that differ."""

    changes: tuple[Change, ...]
    fates: tuple[Fate, ...]
    meaning: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def equal(self) -> bool:
        return not (self.changes or self.files)

    @property
    def rows(self) -> list[Row]:
        """The table `changes`, in its order."""
        return sorted((change.row for change in self.changes), key=_key)

    @property
    def step(self) -> Step:
        if self.meaning:
            return Step.MAJOR
        return max((change.step for change in self.changes), default=Step.PATCH)

    @property
    def rule(self) -> str:
        """Why the number is raised as it is, in words: `minor: documents came, rows came`."""
        reasons = [f"the meaning of {key} changed" for key in self.meaning]
        reasons += sorted({change.rule for change in self.changes if change.step is self.step})
        if not reasons:
            reasons = [f"{name} changed" for name in self.files]
        shown = _shortened(reasons)
        return f"{self.step.name.lower()}: {shown}"


def compare(old: Snapshot, new: Snapshot, ignored: Sequence[str] = ()) -> Comparison:
    """What is different in `new`; `ignored` names files beside the tables that are not looked at."""
    names = (old.files.keys() | new.files.keys()) - set(ignored)
    return Comparison(
        changes=(*schema_changes(old, new), *row_changes(old, new)),
        fates=tuple(fates(old, new)),
        meaning=tuple(changed_meaning(old, new)),
        files=tuple(sorted(name for name in names if old.files.get(name) != new.files.get(name))),
    )


def _key(row: Row) -> tuple[str, str, str]:
    return str(row["table"]), str(row["key"]), str(row["column"])


def _shortened(reasons: list[str], most: int = 4) -> str:
    if len(reasons) <= most:
        return ", ".join(reasons)
    return ", ".join(reasons[:most]) + f" and {len(reasons) - most} more"
