"""A review file ready to edit: every undecided row in reading order, with what a reviewer must see beside it.

Decisions that stand in the file are kept to the letter; only undecided entries are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.contract import Contract
from scripts.records import DataError, Row, Tables
from scripts.review.decisions import Sheet, read_sheet
from scripts.review.desk import Desk, words

HEAD = """\
# Decisions on the rows of one document; docs/review.md explains them.
# action: accept, reject, correct (with set:) or add; reason: why, for readers, without repeating the claim.
# Entries without an action are undecided, and are written anew by `make review`.
document: {document}
decisions:
"""
ENTRY = re.compile(r"^- ", re.MULTILINE)
QUOTED = ("statements", "allegations", "sanctions", "affiliations")
NAMED = {"actors": ("actor_id", "actor_mentions"), "locations": ("location_id", "location_mentions")}


def sheet_text(document: str, tables: Tables, contract: Contract, path: Path) -> tuple[str, int]:
    """The file's new text, and how many rows are undecided in it.

    `tables` are those of the machine. Raises `DataError` when the document is not there, or when the file
    that stands at `path` is not well formed.
    """
    desk = Desk.of(tables, {}, contract)
    if desk.find("documents", document) is None:
        known = ", ".join(str(row["document_id"]) for row in tables["documents"][:8])
        raise DataError(f"there is no document {document}; there are {known}")
    sheet = read_sheet(path) if path.exists() else Sheet(document, (), ())
    decided = {decision.row for decision in sheet.decisions}
    blocks = [_block(desk, table, row) for table, row in _in_reading_order(desk, document, decided)]
    kept = _kept(path, sheet) if path.exists() else HEAD.format(document=document)
    return kept.rstrip("\n") + "\n" + "".join(f"\n{block}" for block in blocks), len(blocks)


def _kept(path: Path, sheet: Sheet) -> str:
    """What stands in the file but the undecided entries."""
    text = path.read_text("utf-8-sig")
    begins = [match.start() for match in ENTRY.finditer(text)]
    if len(begins) != len(sheet.decisions) + len(sheet.undecided):
        if sheet.undecided:
            raise DataError(
                f"{path.name}: begin each entry with '- ' at the start of a line, as make review does"
            )
        return text
    ends = [*begins[1:], len(text)]
    undecided = set(sheet.undecided)
    blocks = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    kept = [block for block in blocks if _row(block) not in undecided]
    return text[: begins[0] if begins else len(text)] + "".join(kept)


def _row(block: str) -> str | None:
    found = re.search(r"^(?:- |  )row: *[\"']?([a-z0-9-]+)", block, re.MULTILINE)
    return found[1] if found else None


def _in_reading_order(desk: Desk, document: str, decided: set[str | None]) -> Iterator[tuple[str, Row]]:
    placed: list[tuple[int, str, str, Row]] = []
    for table in QUOTED:
        column = desk.table(table).primary_key[0]
        for row in desk.tables[table]:
            if row["document_id"] == document:
                placed.append((_offset(row), table, str(row[column]), row))
    for table, (column, mentions) in NAMED.items():
        first: dict[object, int] = {}
        for row in desk.tables[mentions]:
            if row["document_id"] == document:
                first[row[column]] = min(first.get(row[column], _offset(row)), _offset(row))
        rows = (row for row in desk.tables[table] if row[column] in first)
        placed += [(first[row[column]], table, str(row[column]), row) for row in rows]
    for _, table, key, row in sorted(placed, key=lambda item: item[:3]):
        if key not in decided:
            yield table, row


def _offset(row: Row) -> int:
    start = row["start"]
    assert isinstance(start, int)
    return start


def _block(desk: Desk, table: str, row: Row) -> str:
    notes = "".join(f"  # {line}\n" for line in _notes(desk, table, row))
    key = row[desk.table(table).primary_key[0]]
    return f"- row: {key}\n{notes}  quote: {quoted(words(row))}\n  action:\n  reason:\n"


def _notes(desk: Desk, table: str, row: Row) -> Iterator[str]:
    """What the row says, in one line each; comments of YAML hold no line ends."""
    if table == "allegations":
        key = row["allegation_id"]
        chain = sorted(
            (r for r in desk.tables["attributions"] if r["allegation_id"] == key),
            key=lambda r: str(r["level"]),
        )
        yield "said by: " + " > ".join(_name(desk, r["actor_id"]) for r in chain)
        links = [f"{r['role']}: {_name(desk, r['actor_id'])}" for r in _of(desk, "allegation_actors", key)]
        links += [
            f"{r['role']}: {_place(desk, r['location_id'])}" for r in _of(desk, "allegation_locations", key)
        ]
        if links:
            yield "; ".join(links)
    if table == "sanctions":
        targets = [t for t in desk.tables["sanction_targets"] if t["sanction_id"] == row["sanction_id"]]
        yield "targets: " + "; ".join(
            str(t["name"] or t["description"] or t["target_count"]) for t in targets
        )
    references = [
        f"{c.removesuffix('_id')}: {_name(desk, row[c])}" for c in row if c in _REFERENCES and row[c]
    ]
    plain = [f"{c}: {row[c]}" for c in row if c in _TOLD and row[c] is not None]
    yield _line("; ".join([f"{table.removesuffix('s')}", *references, *plain]))


_REFERENCES = ("actor_id", "organization_id", "authority_id")
_TOLD = (
    *("category", "stance", "stage", "mode", "date", "date_text", "quantity_text", "cue", "source_text"),
    *("relation", "role", "status", "program", "target_count", "reason"),
    *("actor_type", "is_named", "location_type", "country_code"),
)


def _of(desk: Desk, table: str, key: object) -> list[Row]:
    return [row for row in desk.tables[table] if row["allegation_id"] == key]


def _name(desk: Desk, actor: object) -> str:
    row = desk.find("actors", str(actor))
    return _line(str(row["name"])) if row else str(actor)


def _place(desk: Desk, location: object) -> str:
    row = desk.find("locations", str(location))
    return _line(str(row["name"])) if row else str(location)


def _line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def quoted(text: str) -> str:
    """A double-quoted scalar on one line (YAML 1.2, section 7.3.1)."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable() and character != "\ufeff":
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
