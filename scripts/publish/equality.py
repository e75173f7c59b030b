"""The proof that the CSV and the Parquet file of a table say the same, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.contract import Contract, Table
from scripts.publish.tables_csv import read_csv
from scripts.publish.tables_parquet import read_parquet
from scripts.records import Row
from scripts.validate.subject import Violation, row_key


def differences(folder: Path, contract: Contract) -> list[Violation]:
    """Every cell that differs between `<table>.csv` and `<table>.parquet` in `folder`, value and type.

    Raises `DataError` for a file that cannot be read or does not have the contract's columns and types.
    """
    return [violation for table in contract.tables.values() for violation in _table(folder, table)]


def _table(folder: Path, table: Table) -> Iterator[Violation]:
    ours = read_csv(folder / f"{table.name}.csv", table)
    theirs = read_parquet(folder / f"{table.name}.parquet", table)
    if len(ours) != len(theirs):
        counts = (len(ours), len(theirs))
        yield Violation(table.name, "", "", "CSV and Parquet have equally many rows", counts)
    for left, right in zip(ours, theirs, strict=False):
        for column in table.columns:
            if not _same(left, right, column):
                cells = (left[column], right[column])
                yield Violation(table.name, row_key(table, left), column, "CSV equals Parquet", cells)


def _same(left: Row, right: Row, column: str) -> bool:
    return type(left[column]) is type(right[column]) and left[column] == right[column]
