"""The one line of each library that the development environment has: same rows, same values, the types it says."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.dataset
import pytest

from scripts.exports.source import Source
from tests.tools.loading import line, restored, tools, verdict
from tests.tools.results import rows

LIBRARIES = (
    "pandas, Parquet",
    "pandas, Parquet, by default",
    "pandas, CSV",
    "Polars, Parquet",
    "Polars, CSV",
    "PyArrow",
    "DuckDB, Parquet",
    "DuckDB, CSV",
)
NAMESPACE = {"pandas": pandas, "polars": polars, "pyarrow": pyarrow, "duckdb": duckdb}


@pytest.mark.parametrize("name", LIBRARIES)
def test_one_line_loads_every_table(
    name: str, source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").symlink_to(source.folder.parent)
    monkeypatch.chdir(tmp_path)
    found = {}
    for table, wanted in source.tables.items():
        found[table] = rows(eval(line(name, source.folder, table), dict(NAMESPACE)))
        described = source.contract.tables[table]
        assert [restored(row, described) for row in found[table]] == wanted, table
    assert verdict(found, source.contract.tables) == tools()[name].types


def test_the_versions_are_those_that_the_lock_file_pins() -> None:
    for name in LIBRARIES:
        library = NAMESPACE[name.split(",")[0].lower()]
        assert tools()[name].version == str(library.__version__)
