"""The views: SQL that SQLite, DuckDB and PostgreSQL read alike, with a header that explains every column.

A file of `views/` begins with `-- Title`, lines of description, and one line for each column: either
`-- column: table.column` (a table or earlier view; the same meaning) or `-- column: type: meaning`.
`-- key:` names the columns that tell rows apart, and by which exported rows are sorted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.contract import ARROW_TYPES, Contract, Field, Table
from scripts.records import DataError

FOLDER = Path(__file__).resolve().parent / "views"

# In the order in which they build on one another.
LISTS = ("party_lists", "place_lists")
ASKED_FOR = (
    "source_chains",
    "allegations_flat",
    "who_accuses_whom",
    "sanctions_and_reasons",
    "timeline",
    "places_with_claims",
)
FLAT = "allegations_flat"

KEY = re.compile(r"key: (\w+(?:, \w+)*)")
INHERITED = re.compile(r"(\w+): (\w+)\.(\w+)")
OWN = re.compile(rf"(\w+): ({'|'.join(ARROW_TYPES)}): (\S.*)")


@dataclass(frozen=True)
class View:
    """A view as a table of the contract would be described, and the statement that creates it."""

    table: Table
    sql: str

    @property
    def name(self) -> str:
        return self.table.name


def load_views(contract: Contract) -> dict[str, View]:
    """All views by name, in an order in which they can be created. Raises `DataError` for a wrong header."""
    known = dict(contract.tables)
    views: dict[str, View] = {}
    for name in (*LISTS, *ASKED_FOR):
        view = parse_view(name, (FOLDER / f"{name}.sql").read_text("utf-8"), known)
        views[name] = view
        known[name] = view.table
    return views


def parse_view(name: str, text: str, known: Mapping[str, Table]) -> View:
    """A view from the text of its file. Raises `DataError` for a header that does not say what it must."""
    lines = text.splitlines()
    length = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = [line.removeprefix("--").strip() for line in lines[:length]]
    prose = [line for line in header if line and not _is_entry(line)]
    keys = [found[1].split(", ") for line in header if (found := KEY.fullmatch(line))]
    if not prose or len(keys) != 1:
        raise DataError(f"{name}.sql: the header needs a title, a description and one line `-- key:`")
    key = tuple(keys[0])
    fields = tuple(
        _field(line, key, known, name) for line in header if _is_entry(line) and not KEY.match(line)
    )
    if missing := sorted(set(key) - {field.name for field in fields}):
        raise DataError(f"{name}.sql: the key names {missing[0]!r}, which the header does not explain")
    sql = "\n".join(lines[length:]).strip() + "\n"
    return View(Table(name, prose[0], " ".join(prose[1:]), fields, key, (), ()), sql)


def _is_entry(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (KEY, INHERITED, OWN))


def _field(line: str, key: tuple[str, ...], known: Mapping[str, Table], where: str) -> Field:
    if own := OWN.fullmatch(line):
        return Field(own[1], own[2], own[3], required=own[1] in key)
    inherited = INHERITED.fullmatch(line)
    assert inherited is not None, line
    column, table, origin = inherited.groups()
    try:
        field = known[table].field(origin)
    except KeyError as error:
        raise DataError(f"{where}.sql: {table}.{origin} is no column that can be taken over") from error
    # An outer join leaves columns empty that are never empty in their table.
    return replace(field, name=column, required=column in key)
