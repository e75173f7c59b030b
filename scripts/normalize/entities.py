"""Actors and places of all documents -> their tables, joined by natural key.

Natural keys: a named actor is its name and kind; an unnamed one belongs to its document; a place is its
name, kind, country and first-level division. Joining is associative: it looks at no document twice and
depends on no order.
"""

from __future__ import annotations

from scripts.extract.findings import Actor, Findings, Located, Mention
from scripts.normalize.cells import clean, exact
from scripts.normalize.ids import Occurrences, opaque, readable
from scripts.records import Row, Tables


def actor_id(actor: Actor, document_id: str) -> str:
    return readable("act", actor.name, actor.actor_type, None if actor.is_named else document_id)


def location_id(located: Located) -> str:
    place = located.place
    return readable("loc", place.name, place.location_type, place.country_code, place.admin1_code)


class Entities:
    """Collects actors and places over documents; `tables` are filled by `finish`."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {"actors": {}, "locations": {}}
        self.names: dict[str, dict[tuple[str, str], Row]] = {"actor_names": {}, "location_names": {}}
        self.mentions: dict[str, list[Row]] = {"actor_mentions": [], "location_mentions": []}

    def add_actors(self, findings: Findings, document_id: str) -> list[str]:
        """Rows of a document's actors; their ids in the order of `findings.actors`."""
        occurrence, ids = Occurrences(), []
        for actor in findings.actors:
            key = actor_id(actor, document_id)
            ids.append(key)
            row: Row = {
                "actor_id": key,
                "name": clean(actor.name),
                "actor_type": actor.actor_type,
                "is_named": actor.is_named,
                "country_code": actor.country_code,
                "description": clean(actor.description),
                "wikidata_id": actor.wikidata_id,
            }
            _join(self.rows["actors"], key, row)
            for form, name_type, origin in actor.names:
                self._name("actor_names", "actor_id", key, form, name_type, origin)
            for mention in actor.mentions:
                self._mention("actor_mentions", "actor_id", key, document_id, findings, mention, occurrence)
        return ids

    def add_locations(self, findings: Findings, document_id: str) -> list[str]:
        occurrence, ids = Occurrences(), []
        for located in findings.places:
            key, place = location_id(located), located.place
            ids.append(key)
            row: Row = {
                "location_id": key,
                "name": clean(place.name),
                "location_type": place.location_type,
                "country_code": place.country_code,
                "admin1_code": place.admin1_code,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "location_precision": place.location_precision,
                "geonames_id": place.geonames_id,
            }
            _join(self.rows["locations"], key, row)
            origin = "document" if place.geonames_id is None else "reference"
            self._name("location_names", "location_id", key, place.name, "canonical", origin)
            for form in located.names:
                self._name("location_names", "location_id", key, form, "alias", "document")
            for mention in located.mentions:
                self._mention(
                    "location_mentions", "location_id", key, document_id, findings, mention, occurrence
                )
        return ids

    def finish(self, tables: Tables) -> None:
        for collected in (self.rows, self.names):
            for name, rows in collected.items():
                tables[name] = list(rows.values())
        tables.update(self.mentions)

    def _name(self, table: str, column: str, key: str, form: str, name_type: str, origin: str) -> None:
        name = clean(form)
        if name is None:
            return
        row: Row = {column: key, "name": name, "name_type": name_type, "origin": origin}
        known = self.names[table].setdefault((key, name), row)
        if known["name_type"] != "canonical":
            known["origin"] = max(str(known["origin"]), origin)

    def _mention(
        self,
        table: str,
        column: str,
        key: str,
        document_id: str,
        findings: Findings,
        mention: Mention,
        occurrence: Occurrences,
    ) -> None:
        """The id tells which time these words mean this actor here: text before them does not change it."""
        text = findings.article.text
        extent = exact(text, mention.extent)
        if extent is None:
            return
        quote = text[extent.start : extent.end]
        prefix = "amn" if table == "actor_mentions" else "lmn"
        self.mentions[table].append(
            {
                "mention_id": opaque(prefix, document_id, key, quote, occurrence(key, quote)),
                "document_id": document_id,
                column: key,
                "start": extent.start,
                "end": extent.end,
                "text": quote,
                "mention_type": mention.mention_type,
            }
        )


def _join(rows: dict[str, Row], key: str, row: Row) -> None:
    """The same actor again: what was null is filled, and of two values the smaller stands, whichever
    document came first.
    """
    known = rows.setdefault(key, row)
    for column, value in row.items():
        if value is not None and (known[column] is None or str(value) < str(known[column])):
            known[column] = value
