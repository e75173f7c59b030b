"""What the libraries return -> rows of plain Python values, as they are: nothing is put right here."""

from __future__ import annotations

from typing import Any

from scripts.records import Row


def rows(result: Any) -> list[Row]:
    """Rows of a pandas, Polars or Spark frame, an Arrow table or a DuckDB relation; nulls as `None`."""
    match type(result).__module__.split(".")[0]:
        case "pandas":
            return _pandas_rows(result)
        case "polars":
            return [dict(row) for row in result.iter_rows(named=True)]
        case "pyarrow":
            return [dict(row) for row in result.to_pylist()]
        case "pyspark":
            return [row.asDict() for row in result.collect()]
        case _:
            return [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]


def _pandas_rows(frame: Any) -> list[Row]:
    import pandas

    columns = {
        name: [None if pandas.isna(value) else _plain(value) for value in frame[name]]
        for name in frame.columns
    }
    return [{name: values[number] for name, values in columns.items()} for number in range(len(frame))]


def _plain(value: Any) -> object:
    return value.item() if type(value).__module__ == "numpy" else value
