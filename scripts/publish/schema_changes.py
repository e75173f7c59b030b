"""What differs between two contracts, and how much it matters to who reads the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scripts.contract import Field, Table
from scripts.publish.numbers import Step
from scripts.publish.snapshot import Snapshot
from scripts.records import Row

WHOLE = "*"
KEYS = ("primary_key", "unique_keys", "foreign_keys")


@dataclass(frozen=True)
class Change:
    """A row of `changes`, what it raises, and the rule in words."""

    row: Row
    step: Step
    rule: str


def schema_changes(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Tables and columns that came, went or are described otherwise."""
    before, after = old.package(), new.package()
    if before != after:
        yield _modified(WHOLE, WHOLE, before, after, Step.PATCH, "the description of the package changed")
    here, there = old.contract.tables, new.contract.tables
    for name in here.keys() - there.keys():
        yield _change(name, WHOLE, "removed", None, None, Step.MAJOR, f"table {name} went")
    for name in there.keys() - here.keys():
        yield _change(name, WHOLE, "added", None, None, Step.MINOR, f"table {name} came")
    for name in here.keys() & there.keys():
        yield from _table(here[name], there[name])


def _table(old: Table, new: Table) -> Iterator[Change]:
    before, after = ({"title": t.title, "description": t.description, **_keys(t)} for t in (old, new))
    if before != after:
        if _keys(old) != _keys(new):
            step, rule = Step.MAJOR, f"a key of {new.name} changed"
        else:
            step, rule = Step.PATCH, f"the description of {new.name} changed"
        yield _modified(new.name, WHOLE, before, after, step, rule)
    gone, come = set(old.columns) - set(new.columns), set(new.columns) - set(old.columns)
    for column in gone:
        yield _change(new.name, column, "removed", None, None, Step.MAJOR, f"column {new.name}.{column} went")
    for column in come:
        yield _change(new.name, column, "added", None, None, Step.MINOR, f"column {new.name}.{column} came")
    for field in old.fields:
        if field.name not in gone and field != new.field(field.name):
            yield _field(new.name, field, new.field(field.name))


def _field(table: str, old: Field, new: Field) -> Change:
    name = f"{table}.{new.name}"
    if old.type != new.type or (old.required and not new.required) or set(old.enum) - set(new.enum):
        step, rule = Step.MAJOR, f"type or values of {name} changed"
    elif set(new.enum) - set(old.enum):
        step, rule = Step.MINOR, f"values of {name} came"
    else:
        step, rule = Step.PATCH, f"the description of {name} changed"
    return _modified(table, new.name, asdict(old), asdict(new), step, rule)


def _keys(table: Table) -> dict[str, Any]:
    return {
        "primary_key": table.primary_key,
        "unique_keys": table.unique_keys,
        "foreign_keys": [asdict(key) for key in table.foreign_keys],
    }


def _modified(
    table: str, column: str, old: Mapping[str, Any], new: Mapping[str, Any], step: Step, rule: str
) -> Change:
    """Only what differs is shown, as JSON."""
    differing = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    before, after = ({key: side.get(key) for key in differing} for side in (old, new))
    return _change(table, column, "modified", _json(before), _json(after), step, rule)


def _json(facets: Mapping[str, Any]) -> str:
    return json.dumps(facets, ensure_ascii=False, sort_keys=True)[:32_000]


def _change(
    table: str, column: str, action: str, old: str | None, new: str | None, step: Step, rule: str
) -> Change:
    row: Row = {"table": table, "key": WHOLE, "column": column, "action": action, "old": old, "new": new}
    return Change({**row, "class": "schema"}, step, rule)
