"""`reject`: a row goes, and with it what hangs on it."""

from __future__ import annotations

from scripts.records import DataError, Row
from scripts.review.desk import ENTITIES, Desk

HANGING = {
    "allegations": ("allegation_id", ("allegation_actors", "allegation_locations", "attributions")),
    "sanctions": ("sanction_id", ("sanction_targets",)),
    "actors": ("actor_id", ("actor_names", "actor_mentions")),
    "locations": ("location_id", ("location_names", "location_mentions")),
}
"""Rows that say nothing by themselves once the row that they hang on is gone."""

USES = {
    "actor": (
        ("attributions", "actor_id"),
        ("allegation_actors", "actor_id"),
        ("statements", "actor_id"),
        ("sanctions", "authority_id"),
        ("sanction_targets", "actor_id"),
        ("affiliations", "actor_id"),
        ("affiliations", "organization_id"),
        ("documents", "publisher_id"),
    ),
    "location": (("allegation_locations", "location_id"),),
}
"""Rows that speak of an actor or location, besides mentions and names."""


def reject(desk: Desk, table: str, key: str, where: str) -> None:
    """Takes a row away; raises `DataError` when other rows rest on it, which must be decided on first."""
    column = desk.table(table).primary_key[0]
    gone = desk.find(table, key)
    if gone is None:
        return  # it went with another row of this review
    if table == "statements":
        _reparent(desk, gone)
    if resting := _resting(desk, table, key):
        raise DataError(f"{where}: {', '.join(resting)} still rests on {key}; reject or correct it as well")
    _remove(desk, table, column, key)


def _remove(desk: Desk, table: str, column: str, key: object) -> None:
    _, hanging = HANGING.get(table, (column, ()))
    for name in (table, *hanging):
        gone = [row for row in desk.tables[name] if row[column] == key]
        if name not in ("actors", "actor_names", "actor_mentions"):
            desk.loosened.update(row[c] for t, c in USES["actor"] if t == name for row in gone)
        desk.tables[name] = [row for row in desk.tables[name] if row[column] != key]


def drop_orphans(desk: Desk) -> None:
    """Actors that only rows spoke of which went are gone with them, mentions included."""
    used = used_actors(desk)
    for actor in desk.loosened - used - {None}:
        _remove(desk, "actors", "actor_id", actor)


def used_actors(desk: Desk) -> set[object]:
    return {row[column] for table, column in USES["actor"] for row in desk.tables[table]}


def _reparent(desk: Desk, gone: Row) -> None:
    """What stood in a statement that was none stands in the one around it."""
    for row in desk.tables["statements"]:
        if row["parent_statement_id"] == gone["statement_id"]:
            row["parent_statement_id"] = gone["parent_statement_id"]


def _resting(desk: Desk, table: str, key: str) -> list[str]:
    """Ids of rows that would refer to nothing."""
    if table == "statements":
        found = {
            str(row["allegation_id"]) for row in desk.tables["attributions"] if row["statement_id"] == key
        }
        return sorted(found)
    if table not in ENTITIES:
        return []
    return sorted(
        {
            str(row[desk.table(name).primary_key[0]])
            for name, column in USES[table.removesuffix("s")]
            for row in desk.tables[name]
            if row[column] == key
        }
    )
