"""CSV files: UTF-8 without a byte order mark, line feeds, an empty cell is null and nothing else is."""

from __future__ import annotations

import csv
from pathlib import Path

from scripts.contract import Table
from scripts.publish.canonical import csv_lines, parse
from scripts.records import DataError, Row


def write_csv(rows: list[Row], table: Table, path: Path) -> None:
    """Writes rows of sound shape (see `scripts.validate.shape`) in the order given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(rows, table))


def read_csv(path: Path, table: Table) -> list[Row]:
    """The rows with their types.

    Raises `DataError` for a file that cannot be read, or was not written by `write_csv`.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name}: cannot be read as CSV: {error}. Restore the version.") from error
    if not lines or tuple(lines[0]) != table.columns:
        raise DataError(f"{path.name}: the header is not that of {table.name}. Restore the version.")
    return [_row(cells, table, f"{path.name} row {number}") for number, cells in enumerate(lines[1:], 1)]


def _row(cells: list[str], table: Table, where: str) -> Row:
    if len(cells) != len(table.fields):
        raise DataError(f"{where}: {len(cells)} cells for {len(table.fields)} columns. Restore the version.")
    try:
        return {field.name: parse(cell, field) for field, cell in zip(table.fields, cells, strict=True)}
    except DataError as error:
        raise DataError(f"{where} {error}. Restore the version.") from error
