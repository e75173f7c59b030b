"""What every rule takes and gives: a `Subject` in, `Violation`s out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scripts.contract import Contract, Table
from scripts.records import DataError, Row, Tables

SHOWN = 80  # characters of a value in a message: a quote may be as long as a page


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule. `row` is the primary key, its parts joined by `/`; empty with `column` for a table."""

    table: str
    row: str
    column: str
    rule: str
    value: object = None

    def __str__(self) -> str:
        value = ascii(self.value) if _unprintable(self.value) else repr(self.value)
        if len(value) > SHOWN:
            value = f"{value[: SHOWN - 3]}..."
        return f"{self.table} {self.row or '-'} {self.column or '-'}: {self.rule}, {value}"

    @property
    def order(self) -> tuple[str, str, str, str, str]:
        return self.table, self.row, self.column, self.rule, repr(self.value)


@dataclass(frozen=True, slots=True)
class Box:
    """Bounding box of a country in degrees; `lon_min > lon_max` when it crosses the antimeridian."""

    lat_min: float
    lat_max: float
    lon_min: float
    lon_max: float


@dataclass(frozen=True, slots=True)
class Subject:
    """Tables whose shape has been made sound (see `shape.sound`), and what they are held against."""

    contract: Contract
    tables: Tables
    texts: Mapping[str, str]
    boxes: Mapping[str, Box]

    def rows(self, table: str) -> list[Row]:
        """The rows of a table; none when the contract in hand does not have it."""
        return self.tables.get(table, [])

    def each(self) -> Iterator[tuple[Table, Row]]:
        """Every row of every table."""
        for table in self.contract.tables.values():
            for row in self.rows(table.name):
                yield table, row

    def violation(self, table: str, row: Row, column: str, rule: str, value: object = None) -> Violation:
        return Violation(table, row_key(self.contract.tables[table], row), column, rule, value)


class InvalidTables(DataError):
    """Tables that must not be published; the message lists every violation, one a line."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        count = f"{len(violations)} violation{'s' * (len(violations) != 1)}"
        lines = [f"the tables break the contract ({count}); nothing is published", *map(str, violations)]
        super().__init__("\n".join(lines))


Rule: TypeAlias = Callable[[Subject], Iterator[Violation]]


def row_key(table: Table, row: Row) -> str:
    """The primary key, its parts joined by `/`, for messages."""
    return "/".join(str(row.get(column)) for column in table.primary_key)


def _unprintable(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value)
