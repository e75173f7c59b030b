"""Tables -> what they say of one document, in the shape that gold is compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.records import Row, Tables

ACCUSED = frozenset({"accused", "participant"})
OBJECTS = frozenset({"target", "beneficiary"})


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place as one document has it; `row` is its row in `actors` or `locations`."""

    id: str
    row: Row
    forms: frozenset[str]

    @property
    def name(self) -> str:
        return str(self.row["name"])


@dataclass(frozen=True, slots=True)
class Claim:
    """An allegation with the ids of those who are linked to it; `chain` leaves the publisher out."""

    row: Row
    chain: tuple[str, ...]
    accused: frozenset[str]
    objects: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A sanction; `targets` are names as published."""

    row: Row
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is compared of one document. `names` gives the name of every actor by id."""

    actors: tuple[Entity, ...]
    places: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    measures: tuple[Measure, ...]
    names: Mapping[str, str]


class Answers:
    """The tables, indexed once for all documents."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._documents = {str(row["source_file"]): str(row["document_id"]) for row in tables["documents"]}
        self._names = {str(row["actor_id"]): str(row["name"]) for row in tables["actors"]}
        self._links = {
            name: _grouped(tables[name], key)
            for name, key in (
                ("actor_names", "actor_id"),
                ("attributions", "allegation_id"),
                ("allegation_actors", "allegation_id"),
                ("allegation_locations", "allegation_id"),
                ("sanction_targets", "sanction_id"),
            )
        }

    def of(self, source_file: str) -> Answer:
        """What the tables say of one file; empty for one that they do not have."""
        document = self._documents.get(source_file)
        return Answer(
            actors=tuple(self._actors(document)),
            places=tuple(self._places(document)),
            claims=tuple(map(self._claim, self._rows("allegations", document))),
            measures=tuple(map(self._measure, self._rows("sanctions", document))),
            names=self._names,
        )

    def _rows(self, table: str, document: str | None) -> list[Row]:
        return [row for row in self._tables[table] if row["document_id"] == document]

    def _actors(self, document: str | None) -> Iterable[Entity]:
        # A pronoun mentions an actor but is no form by which one recognises it.
        mentions = [m for m in self._rows("actor_mentions", document) if m["mention_type"] != "pronominal"]
        for entity in _entities(mentions, self._tables["actors"], "actor_id"):
            names = {str(row["name"]) for row in self._links["actor_names"][entity.id]}
            yield Entity(entity.id, entity.row, entity.forms | names)

    def _places(self, document: str | None) -> Iterable[Entity]:
        mentions = self._rows("location_mentions", document)
        return _entities(mentions, self._tables["locations"], "location_id")

    def _claim(self, row: Row) -> Claim:
        key = str(row["allegation_id"])
        sources = {int(str(a["level"])): str(a["actor_id"]) for a in self._links["attributions"][key]}
        actors = [(str(a["actor_id"]), a["role"]) for a in self._links["allegation_actors"][key]]
        places = self._links["allegation_locations"][key]
        return Claim(
            row=row,
            chain=tuple(sources[level] for level in sorted(sources) if level > 0),
            accused=frozenset(actor for actor, role in actors if role in ACCUSED),
            objects=frozenset(actor for actor, role in actors if role in OBJECTS),
            places=frozenset(str(place["location_id"]) for place in places),
        )

    def _measure(self, row: Row) -> Measure:
        targets = self._links["sanction_targets"][str(row["sanction_id"])]
        named = (str(t["name"] or self._names.get(str(t["actor_id"]), "")) for t in targets)
        return Measure(row, frozenset(name for name in named if name))


def iso(value: object) -> str:
    """A date as ISO 8601 text, empty for null."""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _entities(mentions: Iterable[Row], rows: Iterable[Row], key: str) -> list[Entity]:
    row_of = {str(row[key]): row for row in rows}
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        forms[str(mention[key])].add(str(mention["text"]))
    return [
        Entity(entity, row_of[entity], frozenset({*forms[entity], str(row_of[entity]["name"])}))
        for entity in sorted(forms)
    ]


def _grouped(rows: Iterable[Row], key: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[str(row[key])].append(row)
    return groups
