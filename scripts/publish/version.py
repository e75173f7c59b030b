"""Published versions: `v<version>/` with CSV, Parquet, descriptor, checksums; written whole, read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from scripts.contract import Contract, read_contract
from scripts.publish.atomic import replacing
from scripts.publish.canonical import sort_rows
from scripts.publish.checksums import CHECKSUMS, write_checksums
from scripts.publish.descriptor import write_descriptor
from scripts.publish.equality import differences
from scripts.publish.tables_csv import write_csv
from scripts.publish.tables_parquet import check_shape, read_parquet, write_parquet
from scripts.records import DataError, Tables
from scripts.validate import frictionless_check
from scripts.validate.frictionless_check import DESCRIPTOR
from scripts.validate.subject import InvalidTables

VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def publish(
    tables: Tables,
    folder: Path,
    version: str,
    contract: Contract,
    *,
    extra_files: Mapping[str, bytes] = NO_FILES,
    accuracy: Mapping[str, object] | None = None,
    held: bool = False,
) -> Path:
    """Writes `<folder>/v<version>/`, in place of what was there, and returns it.

    Rows are sorted by primary key. `extra_files` (bytes by name) are put beside the tables and into the
    checksums, `accuracy` into the descriptor; `held`: see `atomic.replacing`. Raises `InvalidTables` when the
    shape is not the contract's, when CSV and Parquet differ or Frictionless finds an error, and `DataError`
    when it cannot be written; nothing is published then, and what was there is untouched.
    """
    if not VERSION.fullmatch(version):
        raise DataError(f"version {version!r}: must be three numbers such as 0.1.0")
    _check_names(extra_files, contract)
    check_shape(tables, contract)
    ordered = {name: sort_rows(tables[name], table) for name, table in contract.tables.items()}
    target = folder / f"v{version}"
    with replacing(target, held=held) as partial:
        for name, table in contract.tables.items():
            write_csv(ordered[name], table, partial / f"{name}.csv")
            write_parquet(ordered[name], table, partial / f"{name}.parquet")
        for name, content in extra_files.items():
            (partial / name).write_bytes(content)
        write_descriptor(partial, version, ordered, contract, accuracy)
        write_checksums(partial)
        if violations := [*differences(partial, contract), *frictionless_check(partial)]:
            raise InvalidTables(violations)
    return target


def read_version(folder: Path) -> Tables:
    """The tables of a published version, by the version's own descriptor, with their types.

    Raises `DataError` for a file that is missing, broken or not of the version's schema.
    """
    contract = read_contract(folder / DESCRIPTOR)
    return {name: read_parquet(folder / f"{name}.parquet", table) for name, table in contract.tables.items()}


def _check_names(extra_files: Mapping[str, bytes], contract: Contract) -> None:
    ours = {DESCRIPTOR, CHECKSUMS} | {
        f"{name}.{kind}" for name in contract.tables for kind in ("csv", "parquet")
    }
    for name in extra_files:
        if name in ours or not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", name):
            raise DataError(f"extra file {name!r}: is a file of the version itself or no plain name")
