"""PostgreSQL, DuckDB, SQLite, Spark and the frames: the same rows, types, views, and answer to one query."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pytest

from scripts.exports.source import Source
from scripts.exports.sql import identifier
from scripts.exports.views import ASKED_FOR, load_views
from scripts.publish.canonical import sort_rows
from scripts.publish.tables_csv import read_csv
from tests.tools.conftest import package, program
from tests.tools.loading import line, restored, tools, verdict
from tests.tools.results import rows
from tests.tools.servers import Postgres, postgres

pytestmark = [pytest.mark.tools, pytest.mark.filterwarnings("ignore")]

FIVE_TABLES = (Path(__file__).parent / "five_tables.sql").read_text("utf-8")
JOINED = ("allegations", "documents", "categories", "allegation_actors", "actors")
POSTGRES_TYPES = {"boolean": "boolean", "integer": "integer", "number": "double precision", "date": "date"}


@pytest.fixture(scope="module")
def server(exports: Path) -> Iterator[Postgres]:
    """PostgreSQL with the tables loaded by the line of the documents."""
    with postgres(program("initdb"), program("pg_ctl"), program("psql")) as running:
        arguments = line("PostgreSQL", exports).partition("psql ")[2].split()
        running.run(*arguments, cwd=exports)
        yield running


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    program("java")
    sql = package("pyspark.sql")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.driver.host": "127.0.0.1",
    }
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = sql.SparkSession.builder.master("local[1]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def test_postgresql_has_every_row_and_type(server: Postgres, source: Source) -> None:
    for name, table in source.contract.tables.items():
        found = server.rows(f"SELECT * FROM {identifier(name)}")
        assert sort_rows([restored(row, table) for row in found], table) == source.tables[name], name
        query = "SELECT column_name AS c, data_type AS t FROM information_schema.columns WHERE table_name = "
        types = {row["c"]: row["t"] for row in server.rows(f"{query}'{name}'")}
        for field in table.fields:
            wanted = "USER-DEFINED" if field.enum else POSTGRES_TYPES.get(field.type, "text")
            assert types[field.name] == wanted, f"{name} {field.name}"


@pytest.mark.parametrize("name", ASKED_FOR)
def test_postgresql_gives_the_same_views(server: Postgres, source: Source, exports: Path, name: str) -> None:
    table = load_views(source.contract)[name].table
    # Enumerations sort by their position here, so rows are put in order by their words.
    found = [restored(row, table) for row in server.rows(f"SELECT * FROM {name}")]
    assert sort_rows(found, table) == read_csv(exports / f"{name}.csv", table)


@pytest.mark.parametrize(
    "change",
    ["UPDATE actors SET name = '=1'", "UPDATE actors SET actor_type = 'planet'", "DELETE FROM documents"],
)
def test_postgresql_refuses_what_the_contract_refuses(server: Postgres, change: str) -> None:
    assert "ERROR" in server.run("-c", change, check=False)


def test_postgresql_explains_every_column(server: Postgres, source: Source) -> None:
    query = (
        "SELECT c.relname AS t, a.attname AS c, col_description(c.oid, a.attnum) AS d FROM pg_class c "
        "JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE a.attnum > 0 AND c.relkind IN ('r', 'v') AND n.nspname = 'public'"
    )
    described = {(row["t"], row["c"]): row["d"] for row in server.rows(query)}
    views = [view.table for view in load_views(source.contract).values()]
    for table in (*source.contract.tables.values(), *views):
        for field in table.fields:
            assert described[table.name, field.name].startswith(field.description)


def test_duckdb_loads_its_own_database(
    exports: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(exports)
    code = line("DuckDB, own database", exports).partition("; ")[2].replace("claims.duckdb", ":memory:")
    connection = eval(code, {"duckdb": duckdb})
    found = {name: rows(connection.table(name)) for name in source.tables}
    for name, table in source.contract.tables.items():
        assert sort_rows(found[name], table) == source.tables[name]
    assert verdict(found, source.contract.tables) == tools()["DuckDB, own database"].types


def test_the_command_line_of_sqlite(here: Path, exports: Path, source: Source) -> None:
    command = line("SQLite", exports).replace("sqlite3 ", f"{program('sqlite3')} -json ", 1)
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    table = load_views(source.contract)["allegations_flat"].table
    found = [restored(row, table) for row in json.loads(done.stdout)]
    assert sort_rows(found, table) == read_csv(exports / "allegations_flat.csv", table)


def test_spark_has_every_row_and_type(spark: Any, here: Path, source: Source) -> None:
    found = {}
    for name, table in source.contract.tables.items():
        # Spark takes a relative path from where its machine was started.
        code = line("Spark", source.folder, name).replace('"data/', f'"{here}/data/')
        frame = eval(code, {"spark": spark})
        found[name] = rows(frame)
        assert sort_rows(found[name], table) == source.tables[name], name
    assert verdict(found, source.contract.tables) == tools()["Spark"].types


def test_five_tables_give_one_answer(server: Postgres, spark: Any, source: Source, exports: Path) -> None:
    wanted = _by_pandas(source)
    assert wanted
    paths = {name: str(source.folder / f"{name}.parquet") for name in JOINED}
    connection = duckdb.connect()
    for name, path in paths.items():
        connection.execute(f"CREATE VIEW {name} AS FROM '{path}'")
        spark.read.parquet(path).createOrReplaceTempView(name)
    frames = {name: polars.read_parquet(path) for name, path in paths.items()}
    with sqlite3.connect(exports / f"{source.name}.sqlite") as database:
        by_sqlite = database.execute(FIVE_TABLES).fetchall()
    answers = {
        "DuckDB": connection.execute(FIVE_TABLES).fetchall(),
        "SQLite": by_sqlite,
        "PostgreSQL": [tuple(row.values()) for row in server.rows(FIVE_TABLES)],
        "Polars": polars.SQLContext(frames).execute(FIVE_TABLES).collect().rows(),
        "Spark": [tuple(row) for row in spark.sql(FIVE_TABLES).collect()],
    }
    for name, answer in answers.items():
        assert sorted(map(_comparable, answer)) == wanted, name


def _by_pandas(source: Source) -> list[tuple[str, ...]]:
    frames = {
        name: pandas.read_parquet(source.folder / f"{name}.parquet", dtype_backend="pyarrow")
        for name in JOINED
    }
    parties = frames["allegation_actors"]
    joined = (
        frames["allegations"]
        .merge(frames["documents"], on="document_id")
        .merge(frames["categories"], on="category")
        .merge(parties[parties["role"] == "accused"], on="allegation_id")
        .merge(frames["actors"], on="actor_id")
    )
    grouped: dict[tuple[str, str, str], list[Any]] = {}
    for row in joined.itertuples():
        grouped.setdefault((str(row.language), str(row.label), str(row.actor_type)), []).append(
            row.date_start
        )
    return sorted(
        _comparable((*key, len(days), min((day for day in days if isinstance(day, date)), default=None)))
        for key, days in grouped.items()
    )


def _comparable(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in row)
