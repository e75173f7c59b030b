"""Whatever sound rows go in, the same rows come out of CSV and Parquet, with their types."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.contract import Field, load_contract
from scripts.publish.canonical import csv_lines, logical_hash, parse, render, sort_rows
from scripts.publish.tables_csv import read_csv, write_csv
from scripts.publish.tables_parquet import read_parquet, write_parquet
from scripts.records import DataError, Row, Tables
from tests.validate import sample

CONTRACT = load_contract()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
VALUES: dict[str, st.SearchStrategy[object]] = {
    "string": TEXTS,
    "integer": st.integers(-(2**31), 2**31 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": st.dates(),
}


def values(field: Field) -> st.SearchStrategy[object]:
    some = st.sampled_from(field.enum) if field.enum else VALUES[field.type]
    return some if field.required else st.none() | some


def rows(table: str) -> st.SearchStrategy[list[Row]]:
    """Rows of sound shape, in order, with distinct primary keys and any values whatever."""
    fields, key = CONTRACT.tables[table].fields, CONTRACT.tables[table].primary_key
    one: st.SearchStrategy[Row] = st.fixed_dictionaries({field.name: values(field) for field in fields})
    some = st.lists(one, max_size=5, unique_by=lambda row: tuple(row[column] for column in key))
    return some.map(lambda rows: sort_rows(rows, CONTRACT.tables[table]))


@pytest.mark.parametrize("name", ["actors", "locations", "sanctions", "attributions"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_rows_come_back_as_they_went(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    table, given_rows = CONTRACT.tables[name], data.draw(rows(name))
    folder = tmp_path_factory.mktemp("round")
    write_csv(given_rows, table, folder / "t.csv")
    write_parquet(given_rows, table, folder / "t.parquet")
    for found in (read_csv(folder / "t.csv", table), read_parquet(folder / "t.parquet", table)):
        assert found == given_rows
        assert [type(v) for row in found for v in row.values()] == [
            type(row[column]) for row in given_rows for column in table.columns
        ]


@given(rows("sanction_targets"))
@settings(max_examples=50, deadline=None)
def test_the_standard_reader_reads_the_same_cells(given_rows: list[Row]) -> None:
    table = CONTRACT.tables["sanction_targets"]
    lines = "".join(csv_lines(given_rows, table))
    found = list(csv.reader(io.StringIO(lines, newline=""), strict=True))
    expected = [[render(row[column]) for column in table.columns] for row in given_rows]
    assert found == [list(table.columns), *expected]


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_the_logical_hash_knows_no_order(data: st.DataObject) -> None:
    tables = sample.tables()
    expected = logical_hash(tables, CONTRACT)
    names = data.draw(st.permutations(list(tables)))
    shuffled: Tables = {
        name: [dict(reversed(row.items())) for row in data.draw(st.permutations(tables[name]))]
        for name in names
    }
    assert logical_hash(shuffled, CONTRACT) == expected


def test_the_logical_hash_sees_every_cell() -> None:
    tables = sample.tables()
    seen = {logical_hash(tables, CONTRACT)}
    for table in CONTRACT.tables.values():
        changed = sample.tables()
        row = changed[table.name][0]
        column = table.columns[-1]
        row[column] = None if row[column] is not None else "x"
        seen.add(logical_hash(changed, CONTRACT))
    assert len(seen) == len(CONTRACT.tables) + 1


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "true"), (False, "false"), (-7, "-7"), (0.1, "0.1"), (1.0, "1.0"), (1e-05, "1e-05"),
     (date(2021, 5, 3), "2021-05-03"), ("a,b", "a,b")],
)  # fmt: skip
def test_render(value: object, text: str) -> None:
    assert render(value) == text


@pytest.mark.parametrize(
    ("kind", "cell"),
    [("boolean", "TRUE"), ("boolean", "1"), ("integer", "01"), ("integer", "1.0"), ("integer", "١"),
     ("number", "1.50"), ("number", "1"), ("number", "nan?"), ("date", "20210503"), ("date", "2021-5-3")],
)  # fmt: skip
def test_cells_that_are_not_written_so(kind: str, cell: str) -> None:
    with pytest.raises(DataError, match=kind):
        parse(cell, Field("column", kind, "A column."))


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({"label": 'He said "x"', "definition": "a, b"}, 'attack,"He said ""x""","a, b",,\n'),
        ({"label": "two\nlines", "definition": "a\rb"}, 'attack,"two\nlines","a\rb",,\n'),
        ({"label": "plain ' text", "definition": "a; b"}, "attack,plain ' text,a; b,,\n"),
    ],
)
def test_quoting(row: Row, line: str) -> None:
    full = {"category": "attack", "plover": None, "acled": None, **row}
    assert list(csv_lines([full], CONTRACT.tables["categories"]))[1] == line


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "header"),
        (b"category,label\n", "header"),
        (b"\xef\xbb\xbfcategory,label,definition,plover,acled\n", "header"),
        (b"category,label,definition,plover,acled\nattack,a\n", "row 1: 2 cells for 5 columns"),
        (b"category,label,definition,plover,acled\nattack,\xff,a,,\n", "cannot be read"),
        (b'category,label,definition,plover,acled\nattack,"a"b,a,,\n', "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_a_csv_that_is_not_ours(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "categories.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=rf"categories\.csv.*{message}"):
        read_csv(path, CONTRACT.tables["categories"])


def test_parquet_bytes_do_not_depend_on_what_else_was_written(tmp_path: Path) -> None:
    table, given_rows = CONTRACT.tables["allegations"], sample.tables()["allegations"]
    write_parquet(given_rows, table, tmp_path / "a.parquet")
    write_parquet([], table, tmp_path / "none.parquet")
    write_parquet(given_rows, table, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_parquet_holds_types_descriptions_and_compression(tmp_path: Path) -> None:
    table = CONTRACT.tables["allegations"]
    write_parquet(sample.tables()["allegations"], table, tmp_path / "a.parquet")
    schema = pq.read_schema(tmp_path / "a.parquet")
    assert schema.equals(table.arrow_schema, check_metadata=True)
    columns = pq.read_metadata(tmp_path / "a.parquet").row_group(0)
    assert {columns.column(i).compression for i in range(columns.num_columns)} == {"ZSTD"}


def test_a_parquet_file_that_is_not_ours(tmp_path: Path) -> None:
    tables, path = sample.tables(), tmp_path / "actors.parquet"
    write_parquet(tables["locations"], CONTRACT.tables["locations"], path)
    with pytest.raises(DataError, match="schema is not that of actors"):
        read_parquet(path, CONTRACT.tables["actors"])
    write_parquet(tables["actors"], CONTRACT.tables["actors"], path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match="cannot be read as Parquet"):
        read_parquet(path, CONTRACT.tables["actors"])


def test_a_value_outside_its_enumeration_is_not_written(tmp_path: Path) -> None:
    tables = sample.tables()
    tables["allegations"][0]["stance"] = "proved"
    with pytest.raises(DataError, match="allegations stance: 'proved'"):
        write_parquet(tables["allegations"], CONTRACT.tables["allegations"], tmp_path / "a.parquet")
