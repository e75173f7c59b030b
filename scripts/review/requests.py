"""`corrections.yml`: requests to correct or remove, and replies: published here, decided on elsewhere."""

from __future__ import annotations

import difflib
from pathlib import Path

from scripts.contract import Contract
from scripts.publish.canonical import parse
from scripts.records import DataError, Row, Tables
from scripts.review.decisions import CORRECTIONS, known_keys, mapping, text
from scripts.review.strict_yaml import Node, read_yaml

KEYS = ("id", "date", "kind", "party", "request", "reply", "outcome", "explanation", "rows")


def read_corrections(folder: Path, contract: Contract) -> list[Row]:
    """Rows of `corrections`; none when there is no file. Raises `DataError`, a line for each error."""
    path = folder / CORRECTIONS
    if not path.exists() and not path.is_symlink():
        return []
    content = mapping(read_yaml(path), CORRECTIONS)
    known_keys(content, ("corrections",), CORRECTIONS)
    items = content.get("corrections") or []
    if not isinstance(items, list):
        raise DataError(f"{CORRECTIONS}: 'corrections' must be a list; begin each with '- id: cor-...'")
    rows: list[Row] = []
    errors = []
    for number, item in enumerate(items, 1):
        try:
            rows += _rows(item, f"{CORRECTIONS} entry {number}", contract)
        except DataError as error:
            errors.append(str(error))
    if errors:
        raise DataError("\n".join(errors))
    return rows


def check_outcomes(rows: list[Row], tables: Tables, contract: Contract, retracted: set[str]) -> None:
    """A row that was to be removed is gone, one that was corrected is, and all were or are there.

    `retracted` are ids that older versions held. Raises `DataError`, a line for each that is not so.
    """
    corrected = {row["row_id"] for row in tables["review"] if row["action"] == "correct"}
    rejected = {str(row["row_id"]) for row in tables["review"] if row["action"] == "reject"}
    there = {
        str(row[table.primary_key[0]]) for table in contract.tables.values() for row in tables[table.name]
        if len(table.primary_key) == 1
    }  # fmt: skip
    errors = []
    for row in rows:
        key, where = str(row["row_id"]), f"{CORRECTIONS} {row['correction_id']}"
        if row["outcome"] == "removed" and key in there:
            errors.append(f"{where}: {key} is still there; reject it in the review of its document")
        elif row["outcome"] == "corrected" and key not in corrected:
            errors.append(f"{where}: {key} was not corrected; correct it in the review of its document")
        elif key not in there | rejected | retracted:
            near = difflib.get_close_matches(key, sorted(there | rejected | retracted), 3, 0.5)
            meant = f"; nearest are {', '.join(near)}" if near else ""
            errors.append(f"{where}: row {key} is in no version{meant}")
    if errors:
        raise DataError("\n".join(errors))


def _rows(item: Node, where: str, contract: Contract) -> list[Row]:
    content = mapping(item, where)
    known_keys(content, KEYS, where)
    touched = content.get("rows")
    if not isinstance(touched, list) or not touched:
        raise DataError(f"{where}: 'rows' must list the ids of the rows that it touches")
    table = contract.tables["corrections"]
    row: Row = dict.fromkeys(table.columns)
    for key in KEYS[:-1]:
        field = table.field("correction_id" if key == "id" else key)
        value = text(content, key, where)
        if value is None and field.required:
            raise DataError(f"{where}: {key!r} is missing")
        try:
            row[field.name] = parse(" ".join((value or "").split()), field)
        except DataError as error:
            raise DataError(f"{where}: {error}") from None
        if field.enum and row[field.name] not in field.enum:
            raise DataError(f"{where}: {key!r} must be one of {', '.join(field.enum)}")
    ids = [identifier.strip() for identifier in touched if isinstance(identifier, str) and identifier.strip()]
    if len(ids) != len(touched) or len(set(ids)) != len(ids):
        raise DataError(f"{where}: 'rows' must list ids, each once")
    return [{**row, "row_id": identifier} for identifier in ids]
