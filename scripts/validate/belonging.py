"""No orphans: whoever has a row is spoken of, and has a name."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.validate.subject import Subject, Violation


def mentioned(subject: Subject) -> Iterator[Violation]:
    """An actor is mentioned in a document or publishes one; a location is mentioned in one."""
    actors = {row["actor_id"] for row in subject.rows("actor_mentions")}
    actors |= {row["publisher_id"] for row in subject.rows("documents")}
    locations = {row["location_id"] for row in subject.rows("location_mentions")}
    for table, column, known in (("actors", "actor_id", actors), ("locations", "location_id", locations)):
        for row in subject.rows(table):
            if row[column] not in known:
                yield subject.violation(table, row, column, "is mentioned in a document", row[column])


def canonical_names(subject: Subject) -> Iterator[Violation]:
    """An actor's or location's name is the one canonical name among its names."""
    pairs = (("actors", "actor_names", "actor_id"), ("locations", "location_names", "location_id"))
    for table, names_table, column in pairs:
        canonical: dict[object, list[object]] = {}
        for row in subject.rows(names_table):
            if row["name_type"] == "canonical":
                canonical.setdefault(row[column], []).append(row["name"])
        for row in subject.rows(table):
            names = canonical.get(row[column], [])
            if names != [row["name"]]:
                rule = f"name is the one canonical name in {names_table}"
                yield subject.violation(table, row, "name", rule, names or None)
