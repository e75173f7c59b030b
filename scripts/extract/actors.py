"""The cast of a document -> actor records: everybody named, and those unnamed who speak, act or are acted
upon in a row.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.authority import Entry
from scripts.extract.findings import Actor, Mention
from scripts.extract.press_releases import speaks_for_itself
from scripts.records import Extent


class ActorList:
    """Numbers actors in the order of the cast; `use` makes an entity part of the findings."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cast: Cast = doc._.cast
        self.used: list[int] = [e.index for e in self.cast.entities if e.is_named and _is_told(e)]
        self._publisher: Entity | None = None

    def __contains__(self, entity: int) -> bool:
        return entity in self.used

    def is_named(self, entity: int) -> bool:
        return self.cast.entities[entity].is_named

    def use(self, entity: int) -> int:
        if entity not in self.used:
            self.used.append(entity)
        return self.used.index(entity)

    def publisher(self) -> int:
        """Level 0 of every chain: the publisher by name, or an unnamed one where neither sidecar nor text
        tells.
        """
        metadata = self.doc._.article.metadata
        speaking = speaks_for_itself(self.doc) if metadata.publisher is None else None
        if speaking is not None:
            entity = self.cast.entities[speaking]
        elif metadata.publisher is None:
            entity = self.cast.new(
                name=f"publisher of {self.doc._.article.source_file}",
                actor_type="media",
                is_named=False,
                country_code=None,
                entry=None,
                plural=False,
            )
        else:
            entity = self._named(metadata.publisher)
        self._publisher = entity
        return self.use(entity.index)

    def is_publisher(self, entity: int, publisher: int | None) -> bool:
        """The publisher, or an office of it: what it says of itself has no further source."""
        if publisher is None:
            return False
        ours, other = self.cast.entities[self.used[publisher]], self.cast.entities[entity]
        parent = other.entry.parent if other.entry is not None else None
        return ours is other or (parent is not None and ours.entry is not None and parent == ours.entry.name)

    def _named(self, name: str) -> Entity:
        entry = known(name)
        for entity in self.cast.entities:
            if (entry is not None and entity.entry == entry) or name in entity.forms:
                entity.forms.add(name)
                return entity
        entity = self.cast.new(
            name=entry.name if entry else name,
            actor_type=entry.actor_type if entry else "organization",
            is_named=True,
            country_code=entry.country_code if entry else None,
            entry=entry,
            plural=False,
        )
        entity.forms.add(name)
        return entity

    def records(self) -> tuple[Actor, ...]:
        return tuple(self._record(self.cast.entities[index]) for index in self.used)

    def _record(self, entity: Entity) -> Actor:
        mentions = [
            Mention(
                Extent(self.doc[m.start].idx, self.doc[m.end - 1].idx + len(self.doc[m.end - 1].text)),
                self.doc[m.start : m.end].text,
                {"named": "named", "nominal": "nominal"}.get(m.form, "pronominal"),
            )
            for m in sorted(entity.mentions, key=lambda m: m.start)
        ]
        extent = self.doc._.article.metadata.publisher_extent
        if entity is self._publisher and extent is not None and all(m.extent != extent for m in mentions):
            mentions.insert(0, Mention(extent, self.doc._.article.text[extent.start : extent.end], "named"))
        return Actor(
            name=entity.name,
            actor_type=entity.actor_type,
            is_named=entity.is_named,
            country_code=entity.country_code,
            description=entity.description,
            wikidata_id=entity.entry.wikidata_id if entity.entry else None,
            entry=entity.entry.name if entity.entry else None,
            names=_names(entity),
            mentions=tuple(mentions),
        )


def known(name: str) -> Entry | None:
    return next((e for e in authority.actors() if name in e.forms), None)


def _is_told(entity: Entity) -> bool:
    return any(m.form in ("named", "nominal") for m in entity.mentions)


def _names(entity: Entity) -> tuple[tuple[str, str, str], ...]:
    out = {entity.name: (entity.name, "canonical", "reference" if entity.entry else "document")}
    for form in sorted(entity.forms):
        kind = (
            "acronym"
            if form.isupper() and " " not in form and len(form) <= 8
            else "spelling"
            if _is_spelling(form, entity)
            else "alias"
        )
        out.setdefault(form, (form, kind, "document"))
    if entity.entry is not None:
        for form in entity.entry.aliases:
            out.setdefault(form, (form, "alias", "reference"))
        for form in entity.entry.acronyms:
            out.setdefault(form, (form, "acronym", "reference"))
    return tuple(out.values())


def _is_spelling(form: str, entity: Entity) -> bool:
    return entity.is_person and len(form.split()) == len(entity.name.split()) and len(form.split()) > 1
