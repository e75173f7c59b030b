"""Parquet files: the contract's types, enumerations as dictionaries, descriptions inside, stable bytes."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.contract import Contract, Field, Table
from scripts.records import DataError, Row, Tables
from scripts.validate.shape import shape
from scripts.validate.subject import InvalidTables


def check_shape(tables: Tables, contract: Contract) -> None:
    """Raises `InvalidTables` for any table, column, type or null that the contract does not have.

    pyarrow drops extra columns in silence, takes a datetime for a day, and looks at nulls only in writing.
    """
    if violations := sorted(shape(tables, contract), key=lambda violation: violation.order):
        raise InvalidTables(violations)


def arrow_table(rows: list[Row], table: Table) -> pa.Table:
    """Rows of sound shape as an Arrow table with exactly `table.arrow_schema`.

    Raises `DataError` for a value that its enumeration does not list.
    """
    columns = [_array([row[field.name] for row in rows], field, table.name) for field in table.fields]
    return pa.Table.from_arrays(columns, schema=table.arrow_schema)


def write_parquet(rows: list[Row], table: Table, path: Path) -> None:
    """Writes rows of sound shape in the order given. Every setting that touches the bytes is spelt out."""
    pq.write_table(
        arrow_table(rows, table),
        path,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=9,
        row_group_size=100_000,
        use_dictionary=True,
        write_statistics=True,
        write_page_checksum=True,
        store_schema=True,
    )


def read_parquet(path: Path, table: Table) -> list[Row]:
    """The rows with their types.

    Raises `DataError` for a file that cannot be read, or whose schema is not the contract's to the letter.
    """
    try:
        found = pq.read_table(path, page_checksum_verification=True)
    except (OSError, pa.ArrowException) as error:
        raise DataError(f"{path.name}: cannot be read as Parquet: {error}. Restore the version.") from error
    if not found.schema.equals(table.arrow_schema, check_metadata=True):
        raise DataError(f"{path.name}: the schema is not that of {table.name}. Restore the version.")
    rows: list[Row] = found.to_pylist()
    return rows


def _array(values: list[object], field: Field, table: str) -> pa.Array:
    if not field.enum:
        return pa.array(values, type=field.arrow_type)
    # The whole enumeration in its order: the dictionary, and so the bytes, do not depend on the rows.
    codes: dict[object, int | None] = {value: code for code, value in enumerate(field.enum)}
    codes[None] = None
    if unknown := sorted({str(value) for value in values if value not in codes}):
        raise DataError(f"{table} {field.name}: {unknown[0]!r} is none of the values of the contract")
    indices = pa.array([codes[value] for value in values], type=pa.int32())
    return pa.DictionaryArray.from_arrays(indices, pa.array(field.enum, type=pa.string()))
