"""Datasette in a browser, spreadsheets, R and GDAL: rows, types, accents and quotation marks arrive."""

from __future__ import annotations

import csv
import html
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from scripts.exports.source import Source
from scripts.exports.views import load_views
from scripts.publish.tables_csv import read_csv
from scripts.records import Row
from tests.tools.conftest import package, program
from tests.tools.loading import line
from tests.tools.servers import serving

pytestmark = [pytest.mark.tools, pytest.mark.filterwarnings("ignore")]

# Every sheet, comma, quotation mark, UTF-8, as shown.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def run(*command: str, cwd: Path) -> str:
    # A locale that every Debian has, and one that knows accents.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function from an address to the page as Chromium has laid it out."""
    chromium = program("chromium")
    profile = tmp_path_factory.mktemp("chromium")

    def page(address: str) -> str:
        options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom")
        return html.unescape(run(chromium, *options, address, cwd=profile))

    return page


@pytest.fixture(scope="module")
def datasette(workplace: Path, exports: Path, source: Source) -> Iterator[str]:
    """The address of the database, served by the line of the documents."""
    package("datasette")
    arguments = line("Datasette", exports).split()[1:]
    paths = [str(workplace / word) if word.startswith("data/") else word for word in arguments]
    command = [sys.executable, "-m", "datasette", "serve", *paths, "-h", "127.0.0.1", "-p", "{port}"]
    with serving(command) as address:
        yield f"{address}/{source.name}"


def test_datasette_searches_and_facets(browser: Any, datasette: str, source: Source) -> None:
    claim = source.tables["allegations"][0]
    word = max(re.findall(r"[A-Za-z]+", str(claim["quote"])), key=len)
    page = browser(f"{datasette}/allegations?_search={word}")
    assert str(claim["quote"]) in page
    assert "facet-results" in page
    assert "_facet=stance" in page or "stance" in page.split("facet-results")[1]
    assert source.contract.tables["allegations"].description[:60] in page


def test_datasette_follows_a_foreign_key(browser: Any, datasette: str, source: Source) -> None:
    party = source.tables["allegation_actors"][0]
    name = str(source.by_id("actors")[party["actor_id"]]["name"])
    page = browser(f"{datasette}/allegation_actors")
    link = re.search(rf'<a href="([^"]+/actors/{quote(str(party["actor_id"]))})">([^<]+)</a>', page)
    assert link is not None
    assert link[2] == name
    target = browser(datasette.rpartition("/")[0] + link[1])
    assert f'<td class="col-name type-str">{name}' in re.sub(r"\s*\n\s*", "", target)


def test_datasette_shows_a_view_with_its_columns_explained(
    browser: Any, datasette: str, source: Source
) -> None:
    page = browser(f"{datasette}/allegations_flat")
    view = load_views(source.contract)["allegations_flat"].table
    assert view.description[:60] in page
    assert view.field("speaker").description in page
    assert str(source.tables["allegations"][0]["quote"]) in page


def test_libreoffice_reads_every_sheet(exports: Path, source: Source, tmp_path: Path) -> None:
    soffice = program("soffice")
    book = line("spreadsheet", exports).split()[1].rpartition("/")[2]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run(
        soffice,
        profile,
        "--headless",
        "--convert-to",
        ALL_SHEETS,
        "--outdir",
        str(tmp_path),
        book,
        cwd=exports,
    )
    for name, table in source.contract.tables.items():
        with (tmp_path / f"{source.name}-{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *found = list(csv.reader(file))
        assert header == list(table.columns)
        wanted = [[_shown(row[column]) for column in table.columns] for row in source.tables[name]]
        assert [[_as_number(cell) for cell in cells] for cells in found] == wanted, name


def _shown(value: object) -> object:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return value.isoformat()
    return _as_number("" if value is None else str(value))


def _as_number(cell: str) -> object:
    return float(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else cell


def test_openpyxl_finds_types(here: Path, exports: Path, source: Source) -> None:
    openpyxl = package("openpyxl")
    book = eval(line("openpyxl", exports), {"openpyxl": openpyxl})
    for name, table in source.contract.tables.items():
        sheet = book[name[:31]]
        assert [cell.value for cell in sheet[1]] == list(table.columns)
        assert all(cell.comment is not None for cell in sheet[1])
        cells = [[_day(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]
        wanted = [[row[column] for column in table.columns] for row in source.tables[name]]
        assert cells == wanted, name
        kinds = {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row}
        assert "f" not in kinds, "no cell may run"


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


CLASSES = """
cat(nrow(t), class(t$date_start)[1], class(t$start)[1], class(t$quote)[1], sum(is.na(t$date_start)), "\\n")
writeLines(t$quote[order(t$allegation_id)], useBytes = TRUE, sep = "\\036")
"""


@pytest.mark.parametrize(
    ("tool", "kind"), [("R, CSV", "character"), ("R, SQLite", "Date")], ids=["csv", "sqlite"]
)
def test_r_reads_rows_types_and_accents(
    workplace: Path, exports: Path, source: Source, tool: str, kind: str
) -> None:
    rscript = program("Rscript")
    libraries = "suppressMessages({library(DBI); library(RSQLite)})\n" if "SQLite" in tool else ""
    output = run(rscript, "-e", f"{libraries}{line(tool, exports)}{CLASSES}", cwd=workplace)
    facts, _, quotes = output.partition("\n")
    claims = source.tables["allegations"]
    undated = sum(row["date_start"] is None for row in claims)
    assert facts.split() == [str(len(claims)), kind, "integer", "character", str(undated)]
    assert quotes.removesuffix("\x1e").split("\x1e") == [row["quote"] for row in claims]


def test_gdal_reads_the_map(workplace: Path, exports: Path, source: Source) -> None:
    program("ogr2ogr")
    command = line("GDAL", exports).split()
    output = run(*command, "-lco", "GEOMETRY=AS_XY", cwd=workplace)
    found = {row["location_id"]: row for row in csv.DictReader(io.StringIO(output))}
    located: list[Row] = [row for row in source.tables["locations"] if row["longitude"] is not None]
    assert set(found) == {row["location_id"] for row in located}
    for row in located:
        read = found[str(row["location_id"])]
        assert (float(read["X"]), float(read["Y"])) == (row["longitude"], row["latitude"])
        assert read["name"] == row["name"]
    summary = run(program("ogrinfo"), "-so", "-al", command[-1], cwd=workplace)
    assert "allegations: Integer" in summary
    assert "Geometry: Point" in summary


def test_views_of_the_workbook_are_the_views(here: Path, exports: Path, source: Source) -> None:
    book = package("openpyxl").load_workbook(exports / f"{source.name}.xlsx")
    table = load_views(source.contract)["allegations_flat"].table
    rows = read_csv(exports / "allegations_flat.csv", table)
    cells = [[_day(cell.value) for cell in row] for row in book["allegations_flat"].iter_rows(min_row=2)]
    assert cells == [list(row.values()) for row in rows]
