"""`add`: a row that the machine missed, with an id as the machine would give it, grounded by its quote."""

from __future__ import annotations

import re

from scripts.normalize.ids import Occurrences, opaque, readable
from scripts.records import DataError, Row
from scripts.review.correcting import complete_dates, set_words
from scripts.review.decisions import Decision, known_keys, text
from scripts.review.desk import ENTITIES, Desk
from scripts.review.links import replace_chain, replace_links, replace_targets, typed

RULE = "review"
REFERENCES = {"actor": "actor_id", "organization": "organization_id", "authority": "authority_id"}
EXTRAS = {
    "actors": (),
    "locations": (),
    "statements": ("actor", "source_text", "cue_text"),
    "allegations": ("actors", "locations", "chain"),
    "sanctions": ("authority", "targets"),
    "affiliations": ("actor", "organization"),
}
DEFAULTS: dict[str, Row] = {
    "actors": {"is_named": True},
    "locations": {"location_precision": "vague"},
    "statements": {},
    "allegations": {"stance": "asserted", "stage": "accomplished", "rule": RULE, "review_status": "accepted"},
    "sanctions": {"review_status": "accepted"},
    "affiliations": {"status": "current"},
}
NOT_TO_GIVE = {
    "document_id",
    "quote",
    "start",
    "end",
    "review_status",
    "rule",
    "statement_id",
    *REFERENCES.values(),
}


def add(desk: Desk, decision: Decision) -> str:
    """The id of the new row. Raises `DataError` when its words do not stand in the text, when it refers to
    what is not there, or when the machine finds the row itself by now.
    """
    table, where = decision.table, decision.where
    columns = desk.table(table).columns
    free = [c for c in columns if c not in (*NOT_TO_GIVE, columns[0]) and not c.endswith(("_start", "_end"))]
    known_keys(decision.values, dict.fromkeys([*free, "date_start", "date_end", *EXTRAS[table]]), where)
    row: Row = dict.fromkeys(columns) | DEFAULTS[table]
    for name, value in decision.values.items():
        if name not in EXTRAS[table]:
            row[name] = typed(desk, table, name, value, where)
        elif name in REFERENCES:
            reference = text(decision.values, name, where)
            row[REFERENCES[name]] = desk.entity("actors", reference, where) if reference else None
    complete_dates(row, set(decision.values))
    key = _entity(desk, decision, row) if table in ENTITIES else _quoted(desk, decision, row)
    desk.record(decision, table, key, "add")
    return key


def _quoted(desk: Desk, decision: Decision, row: Row) -> str:
    table, where, document = decision.table, decision.where, decision.document_id
    start, end = desk.span(document, decision.quote, where, decision.occurrence)
    row |= {"document_id": document, "start": start, "end": end, "quote": desk.texts[document][start:end]}
    column = desk.table(table).primary_key[0]
    if table == "statements":
        for name in ("source_text", "cue_text"):
            words = text(decision.values, name, where)
            if words is None:
                raise DataError(f"{where}: {name!r} is missing; give the words as they stand in the text")
            row[name.replace("text", "start")] = start  # the nearest place to the content is meant
            set_words(desk, decision, row, name, words)
        row["mode"] = row["mode"] or "indirect_speech"
    if table == "allegations":
        row[column] = f"alg-{decision.where}"  # until the chain, which is part of the id, is known
        replace_chain(desk, decision, row, decision.values.get("chain"))
    provisional, row[column] = row[column], _id(desk, table, row, where)
    for link in desk.tables["attributions"] if table == "allegations" else ():
        if link["allegation_id"] == provisional:
            link["allegation_id"] = row[column]
    desk.tables[table].append(row)
    if table == "allegations":
        for kind in ("actors", "locations"):
            replace_links(desk, decision, str(row[column]), kind, decision.values.get(kind))
    if table == "sanctions":
        replace_targets(desk, decision, str(row[column]), decision.values.get("targets"))
    return str(row[column])


def _id(desk: Desk, table: str, row: Row, where: str) -> str:
    """As `scripts.normalize.claims` makes it, counted among the rows that say the same elsewhere."""
    prefix, traits = {
        "allegations": ("alg", ("category", "stance", "*source", "quote")),
        "statements": ("stm", ("actor_id", "cue", "quote")),
        "sanctions": ("snc", ("authority_id", "quote")),
        "affiliations": ("aff", ("actor_id", "organization_id", "relation", "role")),
    }[table]
    key = [_trait(desk, row, trait) for trait in traits]
    alike = [
        other
        for other in desk.tables[table]
        if other["document_id"] == row["document_id"] and [_trait(desk, other, t) for t in traits] == key
    ]
    for other in alike:
        if other["start"] == row["start"]:
            there = other[desk.table(table).primary_key[0]]
            raise DataError(
                f"{where}: the machine finds this row itself, {there}; accept or correct that one"
            )
    return opaque(prefix, str(row["document_id"]), *key, str(len(alike) + 1))


def _trait(desk: Desk, row: Row, trait: str) -> str | None:
    if trait != "*source":
        return None if row[trait] is None else str(row[trait])
    statement = row["statement_id"]
    return next(
        (str(s["actor_id"]) for s in desk.tables["statements"] if s["statement_id"] == statement), None
    )


def _entity(desk: Desk, decision: Decision, row: Row) -> str:
    """An actor or location, its name and its mentions: every place where the words stand, or that counted."""
    table, where, document = decision.table, decision.where, decision.document_id
    column, names = ENTITIES[table]
    row["name"] = name = str(row["name"] or " ".join(decision.quote.split()))
    if table == "actors":
        key = readable("act", name, str(row["actor_type"]), None if row["is_named"] else document)
        prefix, kind = "amn", "named" if row["is_named"] else "nominal"
    else:
        traits = (row["location_type"], row["country_code"], row["admin1_code"])
        key = readable("loc", name, *(None if trait is None else str(trait) for trait in traits))
        prefix, kind = "lmn", "named"
    if desk.find(table, key) is not None:
        raise DataError(f"{where}: {key} is there already; correct it, or refer to it by its id")
    row[column] = key
    desk.tables[table].append(row)
    desk.tables[names].append({column: key, "name": name, "name_type": "canonical", "origin": "document"})
    occurrence = Occurrences()
    for start, end in _places(desk, decision):
        quote = desk.texts[document][start:end]
        mention_id = opaque(prefix, document, key, quote, occurrence(key, quote))
        mention: Row = {"mention_id": mention_id, column: key, "text": quote}
        mention |= {"document_id": document, "start": start, "end": end, "mention_type": kind}
        desk.tables[names.replace("names", "mentions")].append(mention)
    return key


def _places(desk: Desk, decision: Decision) -> list[tuple[int, int]]:
    first = desk.span(decision.document_id, decision.quote, decision.where, decision.occurrence or 1)
    if decision.occurrence is not None:
        return [first]
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, decision.quote.split())) + r"(?!\w)"
    return [match.span() for match in re.finditer(pattern, desk.texts[decision.document_id])] or [first]
