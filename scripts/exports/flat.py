"""The views as files: CSV for each that people ask for, Parquet for the flat one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from scripts.exports.source import Source
from scripts.exports.sqlite import read_view
from scripts.exports.views import ASKED_FOR, FLAT, load_views
from scripts.publish.tables_csv import write_csv
from scripts.publish.tables_parquet import write_parquet
from scripts.records import Tables


def read_views(source: Source, database: Path) -> Tables:
    """Rows of the views that people ask for, out of the SQLite file that `write_sqlite` wrote."""
    views = load_views(source.contract)
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return {name: read_view(connection, views[name]) for name in ASKED_FOR}


def write_flat(source: Source, rows: Tables, folder: Path) -> None:
    """Writes `<view>.csv` for every view of `rows` and `allegations_flat.parquet`."""
    views = load_views(source.contract)
    for name, found in rows.items():
        write_csv(found, views[name].table, folder / f"{name}.csv")
    write_parquet(rows[FLAT], views[FLAT].table, folder / f"{FLAT}.parquet")
