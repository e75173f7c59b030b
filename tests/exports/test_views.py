"""The views: headers explain what SQL gives, rows say what the tables say, DuckDB and SQLite agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from scripts.contract import load_contract
from scripts.exports.sql import identifier, identifiers
from scripts.exports.views import ASKED_FOR, load_views, parse_view
from scripts.publish.tables_csv import read_csv
from scripts.publish.tables_parquet import read_parquet
from scripts.records import DataError, Tables

HEADER = "-- A title\n-- What it is.\n-- key: actor_id\n"


def test_an_allegation_in_one_row(views: Tables) -> None:
    one, two = views["allegations_flat"]
    assert one["publisher"] == "Karvel Post"
    assert one["via"] == "Dunmark Army"
    assert one["speaker"] == "Ostra Radio"
    assert one["accused"] == "the rebels"
    assert (one["replies"], two["replies"]) == (1, 0)
    assert one["places"] == 'Port Velin (at); Vatu "the" Rock (at); Vatu "the" Rock (from)'
    assert one["date_start"] == date(2021, 4, 1)
    assert one["speaker_is_named"] is True
    assert two["via"] is None
    assert two["speaker"] == two["publisher"] == "Karvel Post"
    assert two["accused"] == "Ångby & Sons; O’Hara’s <Army>"
    assert two["beneficiary"] == "the rebels"
    assert two["places"] is None
    assert two["title"] == '“Rebels”;\nsecond, "third"'


def test_chains_and_their_length(views: Tables) -> None:
    found = {row["allegation_id"]: (row["levels"], row["chain"]) for row in views["source_chains"]}
    assert found["alg-1"] == (3, "Karvel Post > Dunmark Army > Ostra Radio")
    assert found["alg-2"] == (1, "Karvel Post")


def test_who_accuses_whom_counts_claims(views: Tables) -> None:
    found = {(row["speaker"], row["accused"]): row["allegations"] for row in views["who_accuses_whom"]}
    assert found == {
        ("Ostra Radio", "the rebels"): 1,
        ("Karvel Post", "Ångby & Sons"): 1,
        ("Karvel Post", "O’Hara’s <Army>"): 1,
    }


def test_sanctions_have_their_targets_and_reason(views: Tables) -> None:
    one, two = views["sanctions_and_reasons"]
    assert (one["authority"], one["target"], one["targets"]) == ("Norland Treasury", "three companies", 3)
    assert (two["target"], two["target_id"]) == ("Ångby & Sons", "act-angby")
    assert one["reason"] == "“arming the rebels”"


def test_the_timeline_holds_what_is_dated_and_nothing_else(views: Tables) -> None:
    assert [row["row_id"] for row in views["timeline"]] == ["alg-1", "doc-karvel", "snc-1"]


def test_places_count_their_claims(views: Tables) -> None:
    found = {(row["name"], row["role"]): row["allegations"] for row in views["places_with_claims"]}
    assert found == {("Port Velin", "at"): 1, ('Vatu "the" Rock', "at"): 1, ('Vatu "the" Rock', "from"): 1}


@pytest.fixture(scope="module")
def database(folder: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute((folder / "duckdb.sql").read_text("utf-8"))
    loads = (folder / "duckdb-load.sql").read_text("utf-8").replace("FROM '", f"FROM '{folder}/")
    connection.execute(loads)
    return connection


@pytest.mark.parametrize("name", ASKED_FOR)
def test_duckdb_gives_the_same_rows(database: duckdb.DuckDBPyConnection, views: Tables, name: str) -> None:
    table = load_views(load_contract())[name].table
    order = identifiers(table.primary_key)
    relation = database.sql(f"SELECT * FROM {identifier(name)} ORDER BY {order}")
    assert tuple(relation.columns) == table.columns
    assert [dict(zip(table.columns, row, strict=True)) for row in relation.fetchall()] == views[name]


def test_duckdb_has_the_comments_and_refuses_what_the_contract_refuses(
    database: duckdb.DuckDBPyConnection,
) -> None:
    comments = "SELECT comment FROM duckdb_columns() WHERE table_name = 'actors' AND column_name = 'is_named'"
    assert "proper name" in str(database.execute(comments).fetchone())
    for broken in ("country_code = 'DNK'", "actor_type = 'planet'", "name = '=1+1'", "name = NULL"):
        with pytest.raises(duckdb.Error):
            database.execute(f"UPDATE actors SET {broken} WHERE actor_id = 'act-angby'")


@pytest.mark.parametrize("name", ASKED_FOR)
def test_files_hold_the_rows(folder: Path, views: Tables, name: str) -> None:
    assert read_csv(folder / f"{name}.csv", load_views(load_contract())[name].table) == views[name]


def test_the_flat_parquet_has_types_and_descriptions(folder: Path, views: Tables) -> None:
    table = load_views(load_contract())["allegations_flat"].table
    assert read_parquet(folder / "allegations_flat.parquet", table) == views["allegations_flat"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1;", "needs a title"),
        ("-- A title\n-- name: actors.name\n\nSELECT 1;", "one line `-- key:`"),
        (f"{HEADER}-- name: actors.name\n\nSELECT 1;", "which the header does not explain"),
        (f"{HEADER}-- actor_id: actors.nothing\n\nSELECT 1;", "no column that can be taken over"),
    ],
)
def test_a_header_that_explains_too_little_is_refused(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        parse_view("broken", text, load_contract().tables)
