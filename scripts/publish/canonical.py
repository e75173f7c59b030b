"""One way to write each value, one order of rows: what CSV, comparison and logical hash all rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from scripts.contract import Contract, Field, Table
from scripts.records import DataError, Row, Tables


def render(value: object) -> str:
    """A value as text: null empty, `true` / `false`, ISO 8601 days, the shortest digits that read back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def parse(cell: str, field: Field) -> object:
    """The value of a cell; the inverse of `render`.

    Raises `DataError` for a cell that `render` does not write (`TRUE`, `1.50`, `2018-1-2`).
    """
    if cell == "":
        return None
    try:
        value = _value(cell, field.type)
    except ValueError:
        value = None
    if value is None or render(value) != cell:
        raise DataError(f"{field.name}: {cell!r} is no {field.type} as these tables write it")
    return value


def sort_rows(rows: list[Row], table: Table) -> list[Row]:
    """Rows by primary key: texts by code point, integers by value."""

    def key(row: Row) -> tuple[Any, ...]:
        return tuple(row[column] for column in table.primary_key)

    return sorted(rows, key=key)


def csv_lines(rows: list[Row], table: Table) -> Iterator[str]:
    """Header and rows as CSV, each line with its line feed, quoted where needed (RFC 4180).

    Written here and not by the `csv` module, because which cells that quotes differs between Python releases.
    """
    yield ",".join(table.columns) + "\n"
    for row in rows:
        yield ",".join(_quoted(render(row[column])) for column in table.columns) + "\n"


def logical_hash(tables: Tables, contract: Contract) -> str:
    """SHA-256 of what the tables say, in hexadecimal: names, columns, types and sorted rows.

    Independent of the order of tables and rows and of the writer of any file. Rows must be of sound shape.
    """
    digest = hashlib.sha256()
    for name in sorted(contract.tables):
        table = contract.tables[name]
        types = ",".join(f"{field.name}:{field.type}" for field in table.fields)
        digest.update(f"{name} {types} {len(tables[name])}\n".encode())
        for line in csv_lines(sort_rows(tables[name], table), table):
            digest.update(line.encode())
    return digest.hexdigest()


def _value(cell: str, kind: str) -> object:
    match kind:
        case "string":
            return cell
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return {"true": True, "false": False}.get(cell)
        case _:
            return date.fromisoformat(cell)


def _quoted(cell: str) -> str:
    if any(character in cell for character in ',"\n\r'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
