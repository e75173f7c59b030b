"""What a version says: its contract, its tables, the files beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.contract import Contract, Table, read_contract
from scripts.publish.checksums import CHECKSUMS
from scripts.publish.tables_parquet import read_parquet
from scripts.records import DataError, Row, Tables
from scripts.validate.frictionless_check import DESCRIPTOR

ABOUT_THE_VERSION = ("changes", "id_history")
"""Tables that follow from two versions, so they say nothing when versions are compared."""

ABOUT_ROWS = ("review", "corrections")
"""Tables about rows of other tables: a decision is no new row of the data."""


@dataclass(frozen=True)
class Snapshot:
    """`files` are those beside tables and descriptor, by name; `accuracy` is what was measured."""

    contract: Contract
    tables: Tables
    files: Mapping[str, bytes] = field(default_factory=dict)
    accuracy: Mapping[str, object] | None = None

    def compared(self) -> Iterator[Table]:
        """The tables that versions are compared by."""
        return (table for name, table in self.contract.tables.items() if name not in ABOUT_THE_VERSION)

    def rows(self, table: str) -> list[Row]:
        return self.tables.get(table, [])

    def package(self) -> dict[str, Any]:
        """What the descriptor says of the whole, without what each version adds to it."""
        descriptor = self.contract.descriptor()
        documents = {str(row["source_file"]) for row in self.rows("documents")}
        sources = [s for s in descriptor.get("sources", []) if s.get("source_file") not in documents]
        own = {
            key: value for key, value in descriptor.items() if key not in ("version", "resources", "accuracy")
        }
        return {**own, "sources": sources}


def read_snapshot(folder: Path) -> Snapshot:
    """A published version. Raises `DataError` for a file that is missing, broken or not of its schema."""
    contract = read_contract(folder / DESCRIPTOR)
    try:
        tables = {
            name: read_parquet(folder / f"{name}.parquet", table) for name, table in contract.tables.items()
        }
    except DataError as error:
        raise DataError(f"{folder}/{error}") from error
    ours = {DESCRIPTOR, CHECKSUMS, *(f"{name}.{kind}" for name in tables for kind in ("csv", "parquet"))}
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name not in ours}
    return Snapshot(contract, tables, files, contract.descriptor().get("accuracy"))
