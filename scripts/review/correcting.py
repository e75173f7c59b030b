"""`correct`: values that the machine got wrong are replaced, links included, and what follows from them."""

from __future__ import annotations

import re
from datetime import date

from scripts.normalize.cells import DATE_COLUMNS
from scripts.publish.row_changes import written
from scripts.records import DataError, Row
from scripts.review.decisions import Decision
from scripts.review.desk import ENTITIES, Desk
from scripts.review.links import (
    LINKS,
    chain_of,
    replace_chain,
    replace_links,
    replace_targets,
    targets_of,
    typed,
)
from scripts.review.strict_yaml import Node
from scripts.validate.dates import PREFIX_LENGTH, days_of

PREFIX = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)
ACTORS = ("actor_id", "organization_id", "authority_id")
FOLLOWING = {"document_id", "start", "end", "review_status", "rule", "statement_id", "ordinal"}
"""Columns that follow from others, so that nobody can set them."""


def correct(desk: Desk, decision: Decision, row: Row) -> None:
    """Raises `DataError` for a column that is not there or a value that does not fit."""
    table, where = decision.table, decision.where
    key = str(row[desk.table(table).primary_key[0]])
    before = dict(row)
    for name, value in decision.values.items():
        if table == "allegations" and name in LINKS:
            for action, link in replace_links(desk, decision, key, name, value):
                desk.record(decision, LINKS[name][0], link, action)
        elif name == "same_as" and table in ENTITIES:
            into = desk.entity(table, _text(value, name, where), where)
            merge(desk, table, key, into, where)
            desk.record(decision, table, key, "correct", column=name, final_value=into)
        else:
            machine = _shown(desk, table, row, key, name)
            _set(desk, decision, row, key, name, value)
            values = {"machine_value": machine, "final_value": _shown(desk, table, row, key, name)}
            desk.record(decision, table, key, "correct", column=name, **values)
    complete_dates(row, set(decision.values))
    for name in row:  # what followed from it, such as offsets or the days of a date
        if name not in decision.values and (before[name], type(before[name])) != (row[name], type(row[name])):
            values = {"machine_value": written(before[name]), "final_value": written(row[name])}
            desk.record(decision, table, key, "correct", column=name, **values)
    if "review_status" in row:
        row["review_status"] = "corrected"


def complete_dates(row: Row, given: set[str]) -> None:
    """First and last day and precision of a `date` that was given; no date columns where it was emptied."""
    if "date_precision" not in row or not given & {"date", "date_precision"}:
        return
    prefix = row["date"]
    emptied = "date" in given and "date_precision" not in given
    if prefix is None and (emptied or row["date_precision"] is None):
        row.update(dict.fromkeys(DATE_COLUMNS))
    elif isinstance(prefix, str) and "date" in given and PREFIX.fullmatch(prefix):
        precision = next(name for name, size in PREFIX_LENGTH.items() if size == len(prefix))
        try:
            start, end = days_of(date.fromisoformat(f"{prefix}-01-01"[:10]), precision)
        except ValueError:
            return  # no such day: the rules of validation say so
        derived: Row = {"date_start": start, "date_end": end, "date_precision": precision}
        row.update({column: value for column, value in derived.items() if column not in given})
        row["date_basis"] = row["date_basis"] or "explicit"


def merge(desk: Desk, table: str, key: str, into: str, where: str) -> None:
    """One actor or location becomes part of another: its rows are the other's, its name an alias."""
    if key == into:
        raise DataError(f"{where}: {key} cannot be the same as itself")
    column, names = ENTITIES[table]
    desk.tables[table] = [row for row in desk.tables[table] if row[column] != key]
    for row in desk.tables[names]:
        if row[column] == key and row["name_type"] == "canonical":
            row["name_type"] = "alias"
    for name, rows in desk.tables.items():
        if name in desk.contract.tables and name not in ("review", "corrections", "changes", "id_history"):
            for row in rows:
                row.update(
                    {c: into for c in row if c in (*ACTORS, "publisher_id", "location_id") and row[c] == key}
                )
            desk.tables[name] = _distinct(desk, name, rows)


def rename(desk: Desk, table: str, key: str, name: str) -> None:
    """The canonical name of an actor or location; the one before becomes an alias."""
    column, names = ENTITIES[table]
    rows = [row for row in desk.tables[names] if row[column] == key]
    for row in rows:
        if row["name_type"] == "canonical":
            row["name_type"] = "alias"
    known = next((row for row in rows if row["name"] == name), None)
    if known is None:
        known = {column: key, "name": name, "name_type": "canonical", "origin": "document"}
        desk.tables[names].append(known)
    known["name_type"] = "canonical"


def _set(desk: Desk, decision: Decision, row: Row, key: str, name: str, value: Node) -> None:
    table, where = decision.table, decision.where
    if name in FOLLOWING or name in desk.table(table).primary_key:
        raise DataError(f"{where}: {name!r} follows from the rest of the row and cannot be set")
    if table == "allegations" and name == "chain":
        replace_chain(desk, decision, row, value)
    elif table == "sanctions" and name == "targets":
        replace_targets(desk, decision, key, value)
    elif name in ("quote", "source_text", "cue_text"):
        set_words(desk, decision, row, name, _text(value, name, where))
    elif name in ACTORS and name in row and value is not None:
        desk.loosened.add(row[name])
        row[name] = desk.entity("actors", _text(value, name, where), where)
        if table == "statements":
            for link in desk.tables["attributions"]:
                if link["statement_id"] == key:
                    link["actor_id"] = row[name]
    else:
        row[name] = typed(desk, table, name, value, where)
        if table in ENTITIES and name == "name":
            rename(desk, table, key, _text(value, name, where))


def set_words(desk: Desk, decision: Decision, row: Row, name: str, words: str) -> None:
    """Words and their offsets; of several places the one nearest to where they were."""
    stem = {"quote": "", "source_text": "source_", "cue_text": "cue_"}[name]
    if f"{stem}start" not in row:
        raise DataError(f"{decision.where}: {decision.table} has no column {name!r}")
    near = row[f"{stem}start"]
    assert near is None or isinstance(near, int)
    start, end = desk.span(decision.document_id, words, decision.where, decision.occurrence, near)
    row[f"{stem}start"], row[f"{stem}end"] = start, end
    if name in row:
        row[name] = desk.texts[decision.document_id][start:end]


def _shown(desk: Desk, table: str, row: Row, key: str, name: str) -> str | None:
    if table == "allegations" and name == "chain":
        return chain_of(desk, key)
    if table == "sanctions" and name == "targets":
        return targets_of(desk, key)
    return written(row.get(name))


def _text(value: Node, name: str, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"{where}: {name!r} must be text")
    return value.strip()


def _distinct(desk: Desk, name: str, rows: list[Row]) -> list[Row]:
    """Rows without those that a merge made the same: by primary key, or by all but an id of a mention."""
    table = desk.table(name)
    keys = table.unique_keys if name.endswith("_mentions") else (table.primary_key,)
    kept: dict[tuple[object, ...], Row] = {}
    for row in sorted(rows, key=lambda row: row.get("name_type") != "canonical"):
        kept.setdefault(tuple(row[column] for column in keys[0]), row)
    return list(kept.values())
