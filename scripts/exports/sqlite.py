"""One SQLite file: typed, keyed, checked tables, indexes on foreign keys, full-text search, and the views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from scripts.contract import Field, Table
from scripts.exports.source import Source, load_order
from scripts.exports.sql import create_table, identifier, identifiers, literal, literals, number
from scripts.exports.views import View, load_views
from scripts.records import Row

# DATE and BOOLEAN are names that readers (R, GDAL) know; the checks make up for SQLite's loose types.
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "date": "DATE"}
STORED = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SEARCHED = ("name", "title", "quote", "reason", "description")


def write_sqlite(source: Source, path: Path) -> None:
    """Writes the database; the same version and SQLite give the same bytes."""
    tables = load_order(source.contract)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA foreign_keys = ON;"
        )
        database.execute("BEGIN")
        for table in tables:
            database.execute(table_sql(table))
            _insert(database, table, source.tables[table.name])
        for statement in (*_indexes(tables), *_search(tables)):
            database.execute(statement)
        for view in load_views(source.contract).values():
            database.execute(view.sql)
        database.execute("COMMIT")
        database.executescript("ANALYZE; VACUUM;")


def read_view(database: sqlite3.Connection, view: View) -> list[Row]:
    """Rows of a view with their types, sorted by its key."""
    columns = identifiers(view.table.columns)
    order = identifiers(view.table.primary_key)
    found = database.execute(f"SELECT {columns} FROM {identifier(view.name)} ORDER BY {order}")
    return [
        {field.name: _value(value, field) for field, value in zip(view.table.fields, row, strict=True)}
        for row in found
    ]


def table_sql(table: Table) -> str:
    """CREATE TABLE with types, checks and keys."""
    return create_table(table, [_column(field) for field in table.fields])


def searched(table: Table) -> tuple[str, ...]:
    """The columns of a table that full-text search covers."""
    return tuple(f.name for f in table.fields if f.name in SEARCHED and f.type == "string" and not f.enum)


def _column(field: Field) -> str:
    name = identifier(field.name)
    checks = [f"typeof({name}) = '{STORED[field.type]}'"]
    if field.type == "boolean":
        checks.append(f"{name} IN (0, 1)")
    if field.type == "date":
        # Without a modifier, days that no month has (30 February) pass unseen.
        checks.append(f"{name} = date({name}, '+0 days')")
    if field.enum:
        checks.append(f"{name} IN ({literals(field.enum)})")
    elif field.type == "string":
        starts = ", ".join(f"char({ord(start)})" for start in FORMULA_STARTS)
        checks.append(f"substr({name}, 1, 1) NOT IN ({starts})")
    if field.minimum is not None:
        checks.append(f"{name} >= {number(field.minimum)}")
    if field.maximum is not None:
        checks.append(f"{name} <= {number(field.maximum)}")
    if field.max_length is not None:
        checks.append(f"length({name}) <= {field.max_length}")
    required = "NOT NULL " if field.required else ""
    condition = " AND ".join(checks)
    # A CHECK holds for null only where the condition comes out as null, and typeof never does.
    condition = condition if field.required else f"{name} IS NULL OR ({condition})"
    return f"{name} {TYPES[field.type]} {required}CHECK ({condition})"


def _insert(database: sqlite3.Connection, table: Table, rows: list[Row]) -> None:
    # Within a table that refers to itself, a row may come before the one that it refers to.
    database.execute("PRAGMA defer_foreign_keys = ON")
    marks = ", ".join("?" for _ in table.columns)
    statement = f"INSERT INTO {identifier(table.name)} ({identifiers(table.columns)}) VALUES ({marks})"
    database.executemany(statement, [[_stored(row[column]) for column in table.columns] for row in rows])


def _stored(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _value(stored: object, field: Field) -> object:
    if stored is None:
        return None
    match field.type:
        case "date":
            return date.fromisoformat(str(stored))
        case "boolean":
            return bool(stored)
        case _:
            return stored


def _indexes(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        for columns in sorted({key.columns for key in table.foreign_keys}):
            if table.primary_key[: len(columns)] != columns:
                name = identifier(f"{table.name}_{'_'.join(columns)}")
                yield f"CREATE INDEX {name} ON {identifier(table.name)} ({identifiers(columns)})"


def _search(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        if columns := searched(table):
            index = identifier(f"{table.name}_fts")
            yield (
                f"CREATE VIRTUAL TABLE {index} USING fts5({identifiers(columns)}, "
                f"content={literal(table.name)}, tokenize='unicode61 remove_diacritics 2')"
            )
            yield f"INSERT INTO {index} ({index}) VALUES ('rebuild')"
