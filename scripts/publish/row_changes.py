"""What differs between the rows of two versions, cell by cell, and where each difference comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.contract import Table
from scripts.publish.canonical import render
from scripts.publish.numbers import Step
from scripts.publish.schema_changes import WHOLE, Change
from scripts.publish.snapshot import ABOUT_ROWS, Snapshot
from scripts.records import Row
from scripts.validate.subject import row_key
from scripts.validate.values import FORMULA

REFERENCE_COLUMNS = {
    "actors": {"actor_type", "country_code", "wikidata_id"},
    "locations": {"location_type", "country_code", "admin1_code", "latitude", "longitude",
                  "location_precision", "geonames_id"},
}  # fmt: skip
"""Columns that are filled from the authority files and the gazetteer."""


def row_changes(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Rows that came, went or have other values, in tables that both versions have."""
    origin = _Origin(old, new)
    for table in new.compared():
        if table.name not in old.contract.tables:
            continue
        before = {row_key(table, row): row for row in old.rows(table.name)}
        after = {row_key(table, row): row for row in new.rows(table.name)}
        for key in sorted(before.keys() | after.keys()):
            yield from _row(table, key, before.get(key), after.get(key), origin)


def written(value: object) -> str | None:
    """A value as `changes` and `review` show it: as in the CSV, but nothing that a spreadsheet would run."""
    if value is None:
        return None
    text = render(value)
    return f"'{text}" if FORMULA.match(text) else text


def _row(table: Table, key: str, old: Row | None, new: Row | None, origin: _Origin) -> Iterator[Change]:
    if old is None or new is None:
        row, action = (new, "added") if old is None else (old, "removed")
        assert row is not None
        come = old is None and table.name not in ABOUT_ROWS
        what = "documents" if table.name == "documents" else "rows"
        rule = f"{what} came" if come else "rows were retracted" if new is None else "decisions came"
        cause = origin.of_row(table, key, row)
        yield _change(table, key, WHOLE, action, None, None, cause, Step.MINOR if come else Step.PATCH, rule)
        return
    for column in table.columns:
        if column in old and (old[column] != new[column] or type(old[column]) is not type(new[column])):
            values = (written(old[column]), written(new[column]))
            cause = origin.of_cell(table, key, new, column)
            yield _change(table, key, column, "modified", *values, cause, Step.PATCH, "values were corrected")


def _change(
    table: Table,
    key: str,
    column: str,
    action: str,
    old: str | None,
    new: str | None,
    cause: str,
    step: Step,
    rule: str,
) -> Change:
    row: Row = {"table": table.name, "key": key, "column": column, "action": action, "old": old, "new": new}
    return Change({**row, "class": cause}, step, rule)


class _Origin:
    """Tells where a change comes from; the first class that fits, from the surest to the rest."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        decisions = [row for side in (old, new) for row in side.rows("review")]
        self.decided = {str(row["row_id"]) for row in decisions if row["action"] in ("add", "reject")}
        self.corrected = {(str(row["row_id"]), row["column"]) for row in decisions}
        self.documents = {row["document_id"] for row in old.rows("documents")}
        self.documents ^= {row["document_id"] for row in new.rows("documents")}
        self.lasting = [_mentioned(side, self.documents) for side in (old, new)]
        self.document_of = {
            row[table.primary_key[0]]: row["document_id"]
            for side in (old, new)
            for table in side.compared()
            if "document_id" in table.columns and len(table.primary_key) == 1
            for row in side.rows(table.name)
        }

    def of_row(self, table: Table, key: str, row: Row) -> str:
        first = row[table.primary_key[0]]
        if table.name in ABOUT_ROWS or key in self.decided or first in self.decided:
            return "review"
        if table.name == "attributions" and (first, "chain") in self.corrected:
            return "review"
        if self._of_a_new_document(table, row):
            return "new_document"
        if table.name == "categories" or row.get("origin") == "reference":
            return "reference"
        return "extraction"

    def of_cell(self, table: Table, key: str, row: Row, column: str) -> str:
        if column == "review_status" or (key, column) in self.corrected:
            return "review"
        cause = self.of_row(table, key, row)
        if cause == "extraction" and column in REFERENCE_COLUMNS.get(table.name, ()):
            return "reference"
        return cause

    def _of_a_new_document(self, table: Table, row: Row) -> bool:
        if not self.documents:
            return False
        first: Any = row[table.primary_key[0]]
        document = row.get("document_id", self.document_of.get(first))
        if document is not None:
            return document in self.documents
        return first.startswith(("act-", "loc-")) and not any(first in ids for ids in self.lasting)


def _mentioned(side: Snapshot, without: set[object]) -> set[object]:
    """Actors and locations that documents which both versions have speak of."""
    mentions = [(t, c) for t, c in (("actor_mentions", "actor_id"), ("location_mentions", "location_id"))]
    return {row[c] for t, c in mentions for row in side.rows(t) if row["document_id"] not in without}
