"""Chains of sources: whole, from the publisher of the document to the innermost speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scripts.records import Row
from scripts.validate.subject import Subject, Violation


def levels(subject: Subject) -> Iterator[Violation]:
    """The levels of an allegation's chain are 0, 1, 2 ... without a gap; level 0 is always there."""
    chains = _chains(subject)
    for row in subject.rows("allegations"):
        found = [link["level"] for link in chains[row["allegation_id"]]]
        if 0 not in found:
            yield subject.violation("allegations", row, "", "has an attribution at level 0", found)
        elif found != list(range(len(found))):
            yield subject.violation("allegations", row, "", "levels of attribution have no gap", found)


def publishers(subject: Subject) -> Iterator[Violation]:
    """Level 0 is the publisher of the document and has no statement; every other level has one."""
    documents = {row["allegation_id"]: row["document_id"] for row in subject.rows("allegations")}
    publisher = {row["document_id"]: row["publisher_id"] for row in subject.rows("documents")}
    for row in subject.rows("attributions"):
        outermost, statement = row["level"] == 0, row["statement_id"]
        if outermost and row["actor_id"] != publisher.get(
            documents.get(row["allegation_id"]), row["actor_id"]
        ):
            rule = "level 0 is the publisher of the document"
            yield subject.violation("attributions", row, "actor_id", rule, row["actor_id"])
        if outermost != (statement is None):
            rule = "statement_id is null at level 0 and nowhere else"
            yield subject.violation("attributions", row, "statement_id", rule, statement)


def speakers(subject: Subject) -> Iterator[Violation]:
    """A source in a chain is the one whose statement the row names."""
    speaker = {row["statement_id"]: row["actor_id"] for row in subject.rows("statements")}
    for row in subject.rows("attributions"):
        statement = row["statement_id"]
        if statement is not None and speaker.get(statement, row["actor_id"]) != row["actor_id"]:
            rule = f"is the source of {statement}"
            yield subject.violation("attributions", row, "actor_id", rule, row["actor_id"])


def innermost(subject: Subject) -> Iterator[Violation]:
    """The chain ends at the statement that makes the claim; the narrator's own claim has no statement."""
    chains = _chains(subject)
    for row in subject.rows("allegations"):
        statement = row["statement_id"]
        if (row["mode"] == "narrator") != (statement is None):
            rule = "narrator where statement_id is null and nowhere else"
            yield subject.violation("allegations", row, "mode", rule, row["mode"])
        chain = chains[row["allegation_id"]]
        if chain and chain[-1]["statement_id"] != statement:
            rule = "is the statement at the highest level of attribution"
            yield subject.violation("allegations", row, "statement_id", rule, statement)


def parents(subject: Subject) -> Iterator[Violation]:
    """No statement stands, through whatever parents, in itself."""
    parent = {row["statement_id"]: row["parent_statement_id"] for row in subject.rows("statements")}
    clear: set[object] = {None}
    for row in subject.rows("statements"):
        path: dict[object, None] = {}
        here: object = row["statement_id"]
        while here not in clear and here not in path:
            path[here] = None
            here = parent.get(here)
        if here in clear:
            clear.update(path)
        elif here == row["statement_id"]:
            rule = "parents form no circle"
            yield subject.violation(
                "statements", row, "parent_statement_id", rule, row["parent_statement_id"]
            )


def _chains(subject: Subject) -> dict[object, list[Row]]:
    chains: defaultdict[object, list[Row]] = defaultdict(list)
    for row in subject.rows("attributions"):
        if isinstance(row["level"], int):
            chains[row["allegation_id"]].append(row)
    for links in chains.values():
        links.sort(key=_level)
    return chains


def _level(row: Row) -> int:
    return row["level"] if isinstance(row["level"], int) else 0
