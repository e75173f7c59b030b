"""The files of `data/review/`: one per document, its decisions as a reviewer wrote them, checked for form."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.ingest.files import shown
from scripts.records import DataError
from scripts.review.strict_yaml import Node, read_yaml

CORRECTIONS = "corrections.yml"
ACTIONS = ("accept", "reject", "correct", "add")
TABLES = {
    "act": "actors",
    "loc": "locations",
    "stm": "statements",
    "alg": "allegations",
    "snc": "sanctions",
    "aff": "affiliations",
}
"""Tables whose rows can be decided on, by the prefix of their ids."""
KEYS = ("row", "quote", "action", "reason", "set", "table", "values", "occurrence")


@dataclass(frozen=True)
class Decision:
    """`row` is `None` for `add`; `values` is what `set` or `values` holds; `where` names it in errors."""

    document_id: str
    where: str
    action: str
    table: str
    row: str | None
    quote: str
    reason: str
    occurrence: int | None = None
    values: Mapping[str, Node] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One file: what is decided, and the ids of rows that stand there undecided."""

    document_id: str
    decisions: tuple[Decision, ...]
    undecided: tuple[str, ...]


def read_sheets(folder: Path) -> list[Sheet]:
    """All files in their order; none when there is no folder. Raises `DataError` with all errors at once."""
    if not folder.is_dir():
        return []
    sheets, errors = [], []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name == CORRECTIONS or path.name.startswith(".") or path.name.upper().startswith("README"):
            continue
        try:
            sheets.append(read_sheet(path))
        except DataError as error:
            errors.append(str(error))
    if errors:
        raise DataError("\n".join(errors))
    return sheets


def read_sheet(path: Path) -> Sheet:
    """Raises `DataError`, a line for each decision that is not well formed."""
    name = shown(path)
    if path.suffix != ".yml":
        raise DataError(f"{name}: is no review; files here are <document_id>.yml and {CORRECTIONS}")
    content = mapping(read_yaml(path), name)
    known_keys(content, ("document", "decisions"), name)
    document = content.get("document")
    if document != path.stem or not isinstance(document, str):
        raise DataError(f"{name}: 'document' must be {path.stem!r}, as the file is named")
    items = content.get("decisions") or []
    if not isinstance(items, list):
        raise DataError(f"{name}: 'decisions' must be a list; begin each with '- row: ...'")
    decisions: list[Decision] = []
    undecided: list[str] = []
    errors: list[str] = []
    for number, item in enumerate(items, 1):
        try:
            decision = _decision(item, document, f"{name} decision {number}")
        except DataError as error:
            errors.append(str(error))
            continue
        if decision is None:
            assert isinstance(item, dict)
            undecided.append(str(item.get("row")))
        else:
            decisions.append(decision)
    twice = _repeated([decision.row for decision in decisions if decision.row is not None])
    errors += [f"{name}: {row} is decided on twice; keep one decision" for row in twice]
    if errors:
        raise DataError("\n".join(errors))
    return Sheet(document, tuple(decisions), tuple(undecided))


def mapping(node: Node, where: str) -> dict[str, Node]:
    """Raises `DataError` for anything else."""
    if not isinstance(node, dict):
        raise DataError(f"{where}: expected lines of the form 'key: text'")
    return node


def known_keys(content: Mapping[str, Node], known: Iterable[str], where: str) -> None:
    """Raises `DataError` for a key that is not known, with the one that is nearest."""
    names = list(known)
    for key in content:
        if key not in names:
            near = difflib.get_close_matches(key[:40], names, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}"
            raise DataError(f"{where}: unknown key {key[:60]!r}; {meant}")


def text(content: Mapping[str, Node], key: str, where: str) -> str | None:
    """The text under a key, stripped; `None` when empty. Raises `DataError` for a list or mapping."""
    value = content.get(key)
    if value is not None and not isinstance(value, str):
        raise DataError(f"{where}: {key!r} must be text")
    return (value.strip() or None) if value is not None else None


def _decision(item: Node, document: str, where: str) -> Decision | None:
    content = mapping(item, where)
    known_keys(content, KEYS, where)
    action, row = text(content, "action", where), text(content, "row", where)
    where = f"{where} ({row})" if row else where
    if action is None:
        if row is None or text(content, "reason", where) or content.get("set"):
            raise DataError(f"{where}: 'action' is missing; it is one of {', '.join(ACTIONS)}")
        return None
    if action not in ACTIONS:
        raise DataError(f"{where}: action {action[:40]!r} is none of {', '.join(ACTIONS)}")
    reason, quote = text(content, "reason", where), text(content, "quote", where)
    if reason is None:
        raise DataError(f"{where}: 'reason' is missing; say why, for readers, without repeating the claim")
    if quote is None:
        raise DataError(f"{where}: 'quote' is missing; give the words of the row as they stand in the text")
    table = text(content, "table", where) if action == "add" else TABLES.get((row or "").partition("-")[0])
    if table is None or table not in TABLES.values():
        wanted = "'table' must be" if action == "add" else "'row' must be the id of a row of"
        raise DataError(f"{where}: {wanted} one of {', '.join(TABLES.values())}")
    values = mapping(content.get("values" if action == "add" else "set") or {}, where)
    for key, only in (("set", "correct"), ("values", "add"), ("table", "add"), ("occurrence", "add")):
        if key in content and action != only and not (key == "occurrence" and action == "correct"):
            raise DataError(f"{where}: {key!r} goes with action {only!r} only")
    if action == "correct" and not values:
        raise DataError(f"{where}: 'set' is missing; name the columns and their values")
    if action == "add" and row is not None:
        raise DataError(f"{where}: what is added has no 'row'; its id is made from what it says")
    occurrence = text(content, "occurrence", where)
    if occurrence is not None and not (
        occurrence.isascii() and occurrence.isdigit() and 0 < len(occurrence) < 7
    ):
        raise DataError(f"{where}: 'occurrence' must be a number: 1 is the first place where the words stand")
    number = int(occurrence) if occurrence else None
    return Decision(document, where, action, table, row, quote, reason, number, values)


def _repeated(rows: list[str]) -> list[str]:
    return sorted({row for row in rows if rows.count(row) > 1})
