"""The independent check: Frictionless reads the written CSV as any consumer would, and judges it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.contract import Contract, read_contract
from scripts.validate.subject import Violation

DESCRIPTOR = "datapackage.json"


def frictionless_check(folder: Path) -> list[Violation]:
    """What Frictionless finds in the data package in `folder` (its `datapackage.json` and CSV files).

    It reads about 40,000 rows a second. `row` is the primary key where the error is of a row. Raises
    `DataError` when there is no readable descriptor.
    """
    # Half a second to import: only who publishes pays it.
    import frictionless

    contract = read_contract(folder / DESCRIPTOR)
    report = frictionless.validate(str(folder / DESCRIPTOR))
    violations = [_violation(error, "", contract) for error in report.errors]
    for task in report.tasks:
        violations += [_violation(error, task.name, contract) for error in task.errors]
    return sorted(violations, key=lambda violation: violation.order)


def _violation(error: Any, table: str, contract: Contract) -> Violation:
    return Violation(
        table=table or DESCRIPTOR,
        row=_row(error, table, contract),
        column=getattr(error, "field_name", None) or "",
        rule=f"Frictionless {error.type}: {error.note}",
        value=getattr(error, "cell", None),
    )


def _row(error: Any, table: str, contract: Contract) -> str:
    cells = getattr(error, "cells", None)
    if cells is None or table not in contract.tables:
        return ""
    named = dict(zip(contract.tables[table].columns, cells, strict=False))
    return "/".join(named.get(column, "") for column in contract.tables[table].primary_key)
