"""What tests publish: the sample tables, with edits that make other versions of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.contract import Contract, load_contract
from scripts.publish.snapshot import Snapshot
from scripts.records import Tables
from tests.validate import sample

CONTRACT = load_contract()
Edit = Callable[[Tables], None]


def content(edit: Edit | None = None, contract: Contract = CONTRACT, extra: bytes = b"x\n") -> Snapshot:
    tables = sample.tables()
    if edit is not None:
        edit(tables)
    return Snapshot(contract, tables, {"left_out.csv": extra})


def stage(tables: Tables) -> None:
    sample.find(tables, "allegations", "alg-1")["stage"] = "attempted"


def renamed(tables: Tables, old: str = "act-ostra-radio", new: str = "act-ostra") -> None:
    for rows in tables.values():
        for row in rows:
            row.update({column: new for column, value in row.items() if value == old})


def retracted(tables: Tables) -> None:
    for name in ("allegations", "allegation_actors", "attributions"):
        tables[name] = [row for row in tables[name] if row["allegation_id"] != "alg-2"]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
