"""A small, valid set of tables about an invented article; tests break it in one place at a time."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from scripts.contract import load_contract
from scripts.records import Row, Tables
from scripts.validate import Box
from tests.validate.sample_article import DOCUMENT, TEXT, row
from tests.validate.sample_claims import CLAIMS
from tests.validate.sample_entities import ENTITIES

__all__ = ["BOXES", "DOCUMENT", "TEXT", "find", "tables", "texts"]

BOXES = {"DK": Box(54.0, 58.0, 8.0, 16.0), "FJ": Box(-21.0, -12.0, 176.0, -178.0)}
_TABLES: Tables = {
    **ENTITIES,
    **CLAIMS,
    "categories": [
        row("categories", category="arms_supply", label="Arms supply", definition="Weapons given or sold."),
        row("categories", category="attack", label="Attack", definition="Armed violence, shelling included."),
    ],
    "review": [
        row(
            "review",
            table="allegations",
            row_id="alg-3",
            column="*",
            document_id=DOCUMENT,
            action="reject",
            reason="The sentence says something else.",
        )
    ],
    "corrections": [
        row(
            "corrections",
            correction_id="cor-1",
            row_id="alg-1",
            date=date(2021, 6, 1),
            kind="reply",
            party="a lawyer",
            request="To publish a reply.",
            reply="We were elsewhere.",
            outcome="published",
        )
    ],
    "changes": [
        row("changes", table="allegations", key="alg-3", column="*", action="removed", **{"class": "review"})
    ],
    "id_history": [
        row(
            "id_history",
            old_id="alg-3",
            version="0.2.0",
            ordinal=1,
            reason="retracted",
            note="rejected in review",
        )
    ],
}


def tables() -> Tables:
    """Fresh rows of every table, each sorted by primary key."""
    return deepcopy(_TABLES)


def texts() -> dict[str, str]:
    return {DOCUMENT: TEXT}


def find(rows: Tables, table: str, key: str) -> Row:
    """The row whose primary key, its parts joined by `/`, is `key`."""
    columns = load_contract().tables[table].primary_key
    return next(row for row in rows[table] if "/".join(str(row[column]) for column in columns) == key)
