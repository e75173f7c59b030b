"""The workbook as its bytes say it: cells typed, none that runs, notes, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from scripts.exports.source import Source
from scripts.exports.workbook import MOST_ROWS, write_workbook
from scripts.records import DataError, Tables

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def parts(folder: Path, source: Source) -> dict[str, str]:
    with ZipFile(folder / f"{source.name}.xlsx") as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def sheets(parts: dict[str, str]) -> list[str]:
    return re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"])


def test_sheets_are_the_read_me_the_flat_view_and_every_table(parts: dict[str, str], source: Source) -> None:
    assert sheets(parts) == ["read_me", "allegations_flat", *source.contract.tables]


def test_no_cell_runs_and_no_link_is_made(parts: dict[str, str]) -> None:
    for name, text in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            assert list(ElementTree.fromstring(text).iter(f"{MAIN}f")) == [], name
            assert "<hyperlink" not in text
    assert not any("vbaProject" in name or "externalLink" in name for name in parts)


def test_days_and_numbers_are_no_text(parts: dict[str, str], source: Source) -> None:
    number = sheets(parts).index("allegations") + 1
    sheet = ElementTree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"])
    columns = source.contract.tables["allegations"].columns
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
    day = cells[f"{_letter(columns.index('date_start'))}2"]
    offset = cells[f"{_letter(columns.index('start'))}2"]
    assert (day.get("t"), day.findtext(f"{MAIN}v")) == (None, "44287")  # 2021-04-01
    assert offset.get("t") is None
    assert f"{_letter(columns.index('date_start'))}3" not in cells, "null is an empty cell"


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def test_header_is_frozen_filtered_and_explained(parts: dict[str, str], source: Source) -> None:
    number = sheets(parts).index("actors") + 1
    sheet = parts[f"xl/worksheets/sheet{number}.xml"]
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    notes = "".join(text for name, text in parts.items() if name.startswith("xl/comments"))
    for field in source.contract.tables["actors"].fields:
        assert field.description.replace("'", "'")[:30] in notes


def test_the_read_me_says_what_this_is_not(parts: dict[str, str]) -> None:
    assert "Not a list of facts" in parts["xl/sharedStrings.xml"]
    assert "CC-BY-4.0" in parts["xl/sharedStrings.xml"]


def test_a_table_longer_than_a_sheet_is_refused(source: Source, views: Tables, tmp_path: Path) -> None:
    many = {**source.tables, "categories": source.tables["categories"][:1] * (MOST_ROWS + 1)}
    long = Source(source.folder, source.contract, many, {})
    with pytest.raises(DataError, match="load the Parquet file"):
        write_workbook(long, views, tmp_path / "long.xlsx")
