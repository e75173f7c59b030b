"""The invented article of the sample, and how a row about it is made."""

from __future__ import annotations

from typing import Any

from scripts.contract import load_contract
from scripts.records import Row

TEXT = (
    "Karvel Post, 3 May 2021\n\n"
    "The Dunmark Army said the rebels, quoted by Ostra Radio, shelled Port Velin in April 2021. "
    "“They shelled it,” a colonel said.\n"
    "On 2 May 2021 the Norland Treasury sanctioned three companies for “arming the rebels”."
)
DOCUMENT = "doc-karvel"


def row(table: str, /, **values: Any) -> Row:
    columns = load_contract().tables[table].columns
    unknown = set(values) - set(columns)
    assert not unknown, unknown
    return {column: values.get(column) for column in columns}


def at(words: str, prefix: str = "") -> dict[str, int]:
    start = TEXT.index(words)
    return {f"{prefix}start": start, f"{prefix}end": start + len(words)}
