"""Actors and places of all documents -> their tables, joined by natural key.

Natural keys: a named actor is its name and kind; an unnamed one belongs to its document; a place is its
name, kind, country and
first-level division. Joining is associative: it looks at no document twice and depends on no order.
"""

from __future__ import annotations

from scripts.extract.findings import Actor, Findings, Located
from scripts.normalize.cells import clean, exact
from scripts.normalize.ids import opaque, readable
from scripts.records import Row, Tables


def actor_id(actor: Actor, document_id: str) -> str:
    return readable("act", actor.name, actor.actor_type, None if actor.is_named else document_id)


def location_id(located: Located) -> str:
    place = located.place
    return readable("loc", place.name, place.location_type, place.country_code, place.admin1_code)


def add_actors(tables: Tables, findings: Findings, document_id: str) -> list[str]:
    """Rows of a document's actors; their ids in the order of `findings.actors`."""
    ids = []
    for actor in findings.actors:
        key = actor_id(actor, document_id)
        ids.append(key)
        name = clean(actor.name)
        assert name is not None, actor
        _join(
            tables["actors"],
            "actor_id",
            {
                "actor_id": key,
                "name": name,
                "actor_type": actor.actor_type,
                "is_named": actor.is_named,
                "country_code": actor.country_code,
                "description": clean(actor.description),
                "wikidata_id": actor.wikidata_id,
            },
        )
        for form, name_type, origin in actor.names:
            _add_name(tables["actor_names"], "actor_id", key, form, name_type, origin)
        for mention in actor.mentions:
            _add_mention(tables["actor_mentions"], "amn", "actor_id", key, document_id, findings, mention)
    return ids


def add_locations(tables: Tables, findings: Findings, document_id: str) -> list[str]:
    ids = []
    for located in findings.places:
        key, place = location_id(located), located.place
        ids.append(key)
        _join(
            tables["locations"],
            "location_id",
            {
                "location_id": key,
                "name": clean(place.name),
                "location_type": place.location_type,
                "country_code": place.country_code,
                "admin1_code": place.admin1_code,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "location_precision": place.location_precision,
                "geonames_id": place.geonames_id,
            },
        )
        _add_name(
            tables["location_names"],
            "location_id",
            key,
            place.name,
            "canonical",
            "reference" if place.geonames_id else "document",
        )
        for form in located.names:
            _add_name(tables["location_names"], "location_id", key, form, "alias", "document")
        for mention in located.mentions:
            _add_mention(
                tables["location_mentions"], "lmn", "location_id", key, document_id, findings, mention
            )
    return ids


def _join(rows: list[Row], key: str, row: Row) -> None:
    """The same actor again: what was null is filled, and of two values the smaller stands, whichever
    document came first.
    """
    known = next((r for r in rows if r[key] == row[key]), None)
    if known is None:
        rows.append(row)
        return
    for column, value in row.items():
        if value is not None and (known[column] is None or str(value) < str(known[column])):
            known[column] = value


def _add_name(rows: list[Row], key: str, entity: str, form: str, name_type: str, origin: str) -> None:
    name = clean(form)
    if name is None:
        return
    known = next((r for r in rows if r[key] == entity and r["name"] == name), None)
    if known is None:
        rows.append({key: entity, "name": name, "name_type": name_type, "origin": origin})
    elif known["name_type"] != "canonical":
        known["origin"] = max(str(known["origin"]), origin)


def _add_mention(
    rows: list[Row], prefix: str, key: str, entity: str, document_id: str, findings: Findings, mention: object
) -> None:
    text = findings.article.text
    extent = exact(text, mention.extent)  # type: ignore[attr-defined]
    if extent is None:
        return
    rows.append(
        {
            "mention_id": opaque(prefix, document_id, entity, str(extent.start), str(extent.end)),
            "document_id": document_id,
            key: entity,
            "start": extent.start,
            "end": extent.end,
            "text": text[extent.start : extent.end],
            "mention_type": mention.mention_type,  # type: ignore[attr-defined]
        }
    )
