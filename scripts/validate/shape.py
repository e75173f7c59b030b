"""Tables, columns and types: exactly those of the contract. All other rules rest on this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite

from scripts.contract import Contract, Field, Table
from scripts.records import Row, Tables
from scripts.validate.subject import Violation, row_key

PYTHON_TYPES: Mapping[str, type] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": date,
}
SURROGATE = re.compile("[\ud800-\udfff]")
INT32 = range(-(2**31), 2**31)


def shape(tables: Tables, contract: Contract) -> Iterator[Violation]:
    """No table or column more or less than the contract has; every value of exactly its column's type."""
    for name in sorted(set(tables) ^ set(contract.tables)):
        yield Violation(
            name, "", "", "table is not in the contract" if name in tables else "table is missing"
        )
    for name, table in contract.tables.items():
        for row in tables.get(name, []):
            yield from _columns(table, row)
            yield from _types(table, row)


def sound(tables: Tables, contract: Contract) -> Tables:
    """The same tables in the contract's shape: what is missing or ill-typed is null, what is extra is gone.

    So the other rules need not guard against rows without columns, and all errors can be told at once.
    """
    return {
        name: [
            {
                f.name: row.get(f.name) if type_error(f, row.get(f.name)) is None else None
                for f in table.fields
            }
            for row in tables.get(name, [])
        ]
        for name, table in contract.tables.items()
    }


def type_error(field: Field, value: object) -> str | None:
    """The rule that a value breaks. A bool is no int, a datetime no date, and neither is ever converted."""
    if value is None:
        return None
    if type(value) is not PYTHON_TYPES[field.type]:
        return f"type is {field.type}"
    if isinstance(value, str) and not value.isascii() and SURROGATE.search(value):
        return "text can be written as UTF-8"
    if isinstance(value, int) and value not in INT32:
        return "integer fits 32 bits"
    if isinstance(value, float) and not isfinite(value):
        return "number is finite"
    return None


def _columns(table: Table, row: Row) -> Iterator[Violation]:
    for column in sorted(set(row) ^ set(table.columns)):
        rule = "column is not in the contract" if column in row else "column is missing"
        yield Violation(table.name, row_key(table, row), column, rule, row.get(column))


def _types(table: Table, row: Row) -> Iterator[Violation]:
    for field in table.fields:
        value = row.get(field.name)
        if (rule := type_error(field, value)) is not None:
            yield Violation(table.name, row_key(table, row), field.name, rule, value)
        elif value is None and field.required and field.name in row:
            yield Violation(table.name, row_key(table, row), field.name, "required", value)
