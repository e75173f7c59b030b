"""What every export is made from: one published version, whole, with the contract that it was written by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.contract import Contract, Table, read_contract
from scripts.ingest.article import read_article
from scripts.publish import read_version
from scripts.records import DataError, Row, Tables
from scripts.validate.frictionless_check import DESCRIPTOR


@dataclass(frozen=True)
class Source:
    """A version's tables and contract. `texts`: decoded text by name of source file."""

    folder: Path
    contract: Contract
    tables: Tables
    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        """The stem of files that hold all tables."""
        return self.contract.name

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The version's descriptor as JSON."""
        return self.contract.descriptor()

    def by_id(self, table: str) -> dict[object, Row]:
        """Rows of a table with one column as primary key, by that key."""
        (key,) = self.contract.tables[table].primary_key
        return {row[key]: row for row in self.tables[table]}


def read_source(folder: Path, articles: Path | None = None) -> Source:
    """Reads a version, and from `articles` the texts of its documents, as far as they are there unaltered.

    Raises `DataError` when there is no version, or a file of it is broken.
    """
    if not (folder / DESCRIPTOR).is_file():
        raise DataError(f"{folder}: is no published version; run `make build` first")
    tables = read_version(folder)
    texts = {} if articles is None else _texts(tables["documents"], articles)
    return Source(folder, read_contract(folder / DESCRIPTOR), tables, texts)


def _texts(documents: list[Row], articles: Path) -> dict[str, str]:
    paths = [articles / str(row["source_file"]) for row in documents]
    read = [read_article(path) for path in paths if path.is_file()]
    pinned = {row["sha256"] for row in documents}
    return {article.source_file: article.text for article in read if article.sha256 in pinned}


def load_order(contract: Contract) -> list[Table]:
    """Tables so that each comes after those that it refers to; otherwise in the order of the contract.

    Raises `DataError` when tables refer to one another in a circle.
    """
    ordered: list[Table] = []
    done: set[str] = set()
    waiting = list(contract.tables.values())
    while waiting:
        ready = [t for t in waiting if {key.table for key in t.foreign_keys} - {t.name} <= done]
        if not ready:
            names = ", ".join(table.name for table in waiting)
            raise DataError(f"{names}: refer to one another in a circle, so none can be loaded first")
        ordered += ready
        done |= {table.name for table in ready}
        waiting = [table for table in waiting if table.name not in done]
    return ordered
