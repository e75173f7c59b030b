"""The one line of each library that the tests have anyway: same rows, same values, the types it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import networkx
import pandas
import polars
import pyarrow
import pyarrow.dataset
import pytest

from scripts.exports.source import Source
from tests.tools.loading import VERSION, line, restored, snippets, tools, verdict
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


@pytest.fixture
def workplace(source: Source, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder in which the paths of the page lead to the sample."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / source.folder.name).symlink_to(source.folder)
    (tmp_path / "data/exports").symlink_to(folder.parent)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("code", "output"), snippets(), ids=[f"snippet-{n}" for n in range(len(snippets()))])
def test_a_snippet_prints_what_the_page_shows(
    workplace: Path, source: Source, code: str, output: str
) -> None:
    code = VERSION.sub(source.folder.name, code)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == output


@pytest.mark.parametrize("name", ["networkx", "GEXF"])
def test_the_graph_loads_by_its_line(workplace: Path, source: Source, name: str) -> None:
    graph = eval(line(name, source.folder), {"networkx": networkx})
    assert graph.number_of_edges() == len(source.tables["allegation_actors"])
    kinds = {type(data["is_named"]) for _, data in graph.nodes(data=True)}
    assert kinds == {bool}
    days = {type(data["date_start"]) for *_, data in graph.edges(data=True) if "date_start" in data}
    assert (days == {str}) is ("dates as text" in tools()[name].types)


def test_the_versions_are_those_that_the_lock_file_pins() -> None:
    for name in LIBRARIES:
        library = NAMESPACE[name.split(",")[0].lower()]
        assert tools()[name].version == str(library.__version__)
