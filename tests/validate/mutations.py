"""Ways to change the sample tables in one place, and what validation then says of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts.contract import load_contract
from scripts.records import Tables
from scripts.validate import Violation, validate
from tests.validate import sample

CONTRACT = load_contract()
Change = Callable[[Tables], object]


def check(tables: Tables, texts: dict[str, str] | None = None) -> list[Violation]:
    return validate(tables, sample.texts() if texts is None else texts, CONTRACT, sample.BOXES)


def messages(change: Change) -> list[str]:
    """What is said of the sample after a change."""
    tables = sample.tables()
    change(tables)
    return [str(violation) for violation in check(tables)]


def put(table: str, key: str, **values: Any) -> Change:
    return lambda tables: sample.find(tables, table, key).update(values)


def add(table: str, key: str, **values: Any) -> Change:
    """A copy of a row with other values, kept in order."""

    def change(tables: Tables) -> None:
        tables[table].append({**sample.find(tables, table, key), **values})
        columns = CONTRACT.tables[table].primary_key
        tables[table].sort(key=lambda row: tuple(str(row[column]) for column in columns))

    return change


def drop(table: str, key: str) -> Change:
    return lambda tables: tables[table].remove(sample.find(tables, table, key))


def undated(**values: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("date", "date_start", "date_end", "date_precision", "date_text", "date_basis"))
    return {**empty, **values}
