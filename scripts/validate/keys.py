"""Primary, unique and foreign keys, and the order of the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.contract import Table
from scripts.records import Row
from scripts.validate.subject import Subject, Violation


def primary_keys(subject: Subject) -> Iterator[Violation]:
    """No two rows of a table have the same primary key."""
    for table in subject.contract.tables.values():
        yield from _repeated(subject, table, table.primary_key, "primary key is unique")


def unique_keys(subject: Subject) -> Iterator[Violation]:
    """No two rows of a table have the same natural key; as in SQL, a row with a null in the key is exempt."""
    for table in subject.contract.tables.values():
        for key in table.unique_keys:
            yield from _repeated(subject, table, key, "unique key is unique")


def foreign_keys(subject: Subject) -> Iterator[Violation]:
    """What a row refers to exists; a row with a null in the key is exempt."""
    for table in subject.contract.tables.values():
        for key in table.foreign_keys:
            known = {_value(row, key.references) for row in subject.rows(key.table)}
            for row in subject.rows(table.name):
                value = _value(row, key.columns)
                if None not in value and value not in known:
                    rule = f"foreign key to {key.table}"
                    yield subject.violation(table.name, row, ",".join(key.columns), rule, _shown(value))


def same_documents(subject: Subject) -> Iterator[Violation]:
    """What a row refers to stands in the same document, where both say in which they stand."""
    for table in subject.contract.tables.values():
        for key in table.foreign_keys:
            target = subject.contract.tables[key.table]
            if "document_id" in key.columns or not {"document_id"} <= set(table.columns) & set(
                target.columns
            ):
                continue
            documents = {_value(row, key.references): row["document_id"] for row in subject.rows(key.table)}
            for row in subject.rows(table.name):
                value = _value(row, key.columns)
                if documents.get(value, row["document_id"]) != row["document_id"]:
                    rule = f"{key.table} is of the same document"
                    yield subject.violation(table.name, row, ",".join(key.columns), rule, _shown(value))


def sorted_rows(subject: Subject) -> Iterator[Violation]:
    """Rows stand in the order of their primary keys, texts by code point."""
    for table in subject.contract.tables.values():
        previous: tuple[Any, ...] | None = None
        for row in subject.rows(table.name):
            key = _value(row, table.primary_key)
            if None in key:
                continue
            if previous is not None and key < previous:
                yield subject.violation(table.name, row, "", "rows are sorted by primary key", _shown(key))
            previous = key


def _repeated(subject: Subject, table: Table, key: tuple[str, ...], rule: str) -> Iterator[Violation]:
    seen: set[tuple[Any, ...]] = set()
    for row in subject.rows(table.name):
        value = _value(row, key)
        if None in value:
            continue
        if value in seen:
            yield subject.violation(table.name, row, ",".join(key), rule, _shown(value))
        seen.add(value)


def _value(row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row[column] for column in columns)


def _shown(value: tuple[Any, ...]) -> object:
    return value[0] if len(value) == 1 else value
