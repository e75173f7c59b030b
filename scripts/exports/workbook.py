"""The workbook: a read-me sheet, the flat view and one sheet per table; every cell typed, none that runs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.contract import Field, Table
from scripts.exports.ddl import meaning
from scripts.exports.source import Source
from scripts.exports.views import FLAT, load_views
from scripts.records import DataError, Row, Tables

# A workbook carries a time of creation; one that is read from the clock would make other bytes each time.
CREATED = datetime(2000, 1, 1)
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MOST_ROWS = 1_048_575  # below the header
WIDTHS = {"integer": 10, "number": 11, "boolean": 10, "date": 12}


def write_workbook(source: Source, views: Tables, path: Path) -> None:
    """Writes the workbook; `views` holds the rows of the flat view.

    Raises `DataError` for a table that is longer than a sheet can be.
    """
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        title = str(source.descriptor.get("title", source.name))
        book.set_properties({"title": f"{title} {source.contract.version}", "created": CREATED})
        formats = {
            "header": book.add_format({"bold": True, "bg_color": "#DDE6EE", "bottom": 1}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _read_me(book.add_worksheet("read_me"), source, formats)
        _sheet(book.add_worksheet(FLAT), load_views(source.contract)[FLAT].table, views[FLAT], formats)
        for name, table in source.contract.tables.items():
            _sheet(book.add_worksheet(name[:31]), table, source.tables[name], formats)


def read_me_lines(source: Source) -> list[tuple[str, str]]:
    """What the first sheet says: pairs of a heading and a text."""
    descriptor = source.descriptor
    lines = [
        ("", str(descriptor.get("title", source.name))),
        ("Version", source.contract.version),
        ("What this is", str(descriptor.get("description", ""))),
        (
            "What this is not",
            "Not a list of facts, of the guilty or of persons under sanctions. A row says that a source is "
            "reported to claim something, in the quoted words; whether it is true is not examined. Most rows "
            "were read by a program (`review_status`) and some are wrong: read the quote before using one.",
        ),
        (
            "How to read it",
            "Start with `allegations_flat`. The note on each header cell explains its column.",
        ),
    ]
    lines += [("Licence", f"{item['name']}: {item['title']}") for item in descriptor.get("licenses", [])]
    lines += [
        ("Source", " ".join(str(item[key]) for key in ("title", "path") if key in item))
        for item in descriptor.get("sources", [])
    ]
    tables = source.contract.tables.values()
    return [*lines, *((f"Sheet {table.name}", table.description) for table in tables)]


def _read_me(sheet: Worksheet, source: Source, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 110)
    for number, (heading, text) in enumerate(read_me_lines(source)):
        sheet.write_string(number, 0, heading)
        sheet.write_string(number, 1, text, formats["wrap" if heading else "title"])


def _sheet(sheet: Worksheet, table: Table, rows: list[Row], formats: dict[str, Format]) -> None:
    if len(rows) > MOST_ROWS:
        raise DataError(f"{table.name}: {len(rows)} rows are more than a sheet holds; load the Parquet file")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.fields) - 1)
    for column, field in enumerate(table.fields):
        sheet.write_string(0, column, field.name, formats["header"])
        sheet.write_comment(0, column, meaning(field), {"x_scale": 2.5, "y_scale": 1.5})
        sheet.set_column(column, column, _width(field, rows))
        for number, row in enumerate(rows, 1):
            _write(sheet, number, column, row[field.name], formats["date"])


def _width(field: Field, rows: list[Row]) -> int:
    longest = max((len(str(row[field.name])) for row in rows if row[field.name] is not None), default=0)
    return WIDTHS.get(field.type, min(max(longest, len(field.name)) + 2, 60))


def _write(sheet: Worksheet, row: int, column: int, value: Any, day: Format) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case date():
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)
        case _:
            sheet.write_string(row, column, str(value))
