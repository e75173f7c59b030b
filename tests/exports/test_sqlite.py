"""The SQLite file: types, keys, checks, indexes and search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.exports.source import Source
from scripts.exports.sql import identifier
from scripts.records import DataError


@pytest.fixture
def database(source: Source, folder: Path) -> Iterator[sqlite3.Connection]:
    """A copy in memory, which a test may break."""
    with closing(sqlite3.connect(folder / f"{source.name}.sqlite")) as file:
        copy = sqlite3.connect(":memory:")
        file.backup(copy)
    copy.execute("PRAGMA foreign_keys = ON")
    with closing(copy):
        yield copy


def test_every_row_and_value_is_there(database: sqlite3.Connection, source: Source) -> None:
    for name, rows in source.tables.items():
        found = database.execute(f"SELECT * FROM {identifier(name)}").fetchall()
        wanted = [tuple(_stored(value) for value in row.values()) for row in rows]
        assert sorted(map(repr, found)) == sorted(map(repr, wanted)), name


def _stored(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, str | int | float | None) else str(value)


def test_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_foreign_key_is_declared_and_indexed(database: sqlite3.Connection, source: Source) -> None:
    for name, table in source.contract.tables.items():
        declared = database.execute(f"PRAGMA foreign_key_list({identifier(name)})").fetchall()
        assert {(row[3], row[2], row[4]) for row in declared} == {
            (key.columns[0], key.table, key.references[0]) for key in table.foreign_keys
        }
        indexes = [row[1] for row in database.execute(f"PRAGMA index_list({identifier(name)})")]
        leading = {database.execute(f"PRAGMA index_info({identifier(i)})").fetchone()[2] for i in indexes}
        assert {key.columns[0] for key in table.foreign_keys} <= leading, name


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("actors", "name = '=1+1'"),
        ("actors", "name = '@x'"),
        ("actors", "name = NULL"),
        ("actors", "actor_type = 'planet'"),
        ("actors", "is_named = 2"),
        ("locations", "latitude = 91.0"),
        ("locations", "latitude = 'north'"),
        ("allegations", '"start" = -1'),
        ("allegations", "date_start = '2021'"),
        ("allegations", "date_start = '2021-02-30'"),
        ("allegations", "document_id = 'doc-none'"),
        ("allegation_actors", "role = 'bystander'"),
    ],
)
def test_what_the_contract_refuses_is_refused(database: sqlite3.Connection, table: str, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(f"UPDATE {table} SET {change}")


@pytest.mark.parametrize(
    ("index", "words", "found"),
    [
        ("actors_fts", "angby", 1),
        ("actor_names_fts", "OHara*", 0),
        ("allegations_fts", "shelled", 1),
        ("statements_fts", "quoted ostra", 1),
        ("sanctions_fts", "arming", 1),
        ("locations_fts", "velin", 1),
    ],
)
def test_search_finds_words_without_their_accents(
    database: sqlite3.Connection, index: str, words: str, found: int
) -> None:
    query = f"SELECT count(*) FROM {index} WHERE {index} MATCH ?"
    assert database.execute(query, (words,)).fetchone() == (found,)


def test_declared_types_are_those_that_readers_know(database: sqlite3.Connection) -> None:
    declared = {row[1]: row[2] for row in database.execute("PRAGMA table_info(allegations)")}
    assert (declared["date_start"], declared["start"], declared["quote"]) == ("DATE", "INTEGER", "TEXT")
    kinds = database.execute(
        'SELECT DISTINCT typeof(date_start), typeof("start") FROM allegations'
    ).fetchall()
    assert set(kinds) == {("text", "integer"), ("null", "integer")}


def test_a_missing_version_is_said(tmp_path: Path) -> None:
    from scripts.exports.source import read_source

    with pytest.raises(DataError, match="run `make build` first"):
        read_source(tmp_path)


def test_tables_are_loaded_after_those_that_they_refer_to() -> None:
    from scripts.exports.source import load_order

    order = [table.name for table in load_order(load_contract())]
    for position, name in enumerate(order):
        referred = {key.table for key in load_contract().tables[name].foreign_keys} - {name}
        assert referred <= set(order[:position])
