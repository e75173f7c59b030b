"""The actors of one document and where they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from scripts.annotate.speech_cues import cues
from scripts.authority import Entry


@dataclass(frozen=True, slots=True)
class Mention:
    """Token indices, end exclusive; `head` is the token by which the tree knows the mention."""

    entity: int
    start: int
    end: int
    head: int
    form: str  # named | nominal | pronominal


@dataclass
class Entity:
    """An actor of one document. Grows while the document is read from the top down."""

    index: int
    name: str
    actor_type: str
    is_named: bool
    country_code: str | None
    entry: Entry | None
    plural: bool
    lemma: str | None = None
    modifiers: frozenset[str] = frozenset()
    description: str | None = None
    forms: set[str] = field(default_factory=set)
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    bodies: set[int] = field(default_factory=set)  # heads of names of what a person heads or belongs to
    possessor: int | None = None  # whose group or office it is said to be

    @property
    def is_person(self) -> bool:
        return self.actor_type == "person"

    @property
    def is_document(self) -> bool:
        """A report, a letter: it tells, and does nothing else."""
        return not self.is_named and self.lemma in cues().documents


class Cast:
    """All actors of a document; `at` maps the head token of each mention to its entity."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: list[Entity] = []
        self.at: dict[int, int] = {}
        self._recency: dict[int, int] = {}

    def new(
        self,
        *,
        name: str,
        actor_type: str,
        is_named: bool,
        country_code: str | None,
        entry: Entry | None,
        plural: bool,
        lemma: str | None = None,
        modifiers: frozenset[str] = frozenset(),
    ) -> Entity:
        entity = Entity(
            len(self.entities),
            name,
            actor_type,
            is_named,
            country_code,
            entry,
            plural,
            lemma,
            modifiers,
            forms={name},
        )
        self.entities.append(entity)
        return entity

    def state(self, entry: Entry) -> Entity:
        found = next((e for e in self.entities if e.entry == entry), None)
        return found or self.new(
            name=entry.name,
            actor_type="state",
            is_named=True,
            country_code=entry.country_code,
            entry=entry,
            plural=False,
        )

    def mention(self, entity: Entity, start: int, end: int, head: int, form: str) -> None:
        if head in self.at:
            return
        entity.mentions.append(Mention(entity.index, start, end, head, form))
        self.at[head] = entity.index
        self._recency[entity.index] = start
        text = " ".join(self.doc[start:end].text.split())
        if form == "named":
            entity.forms.add(text)
            if entity.actor_type == "person" and len(text.split()) > len(entity.name.split()):
                entity.name = text

    def join(self, entity: Entity, known: Entity) -> None:
        """All mentions of the one are of the other from now on; it stays in the list, without any."""
        for m in entity.mentions:
            self.at[m.head] = known.index
        known.mentions = sorted(
            [*known.mentions, *(replace(m, entity=known.index) for m in entity.mentions)],
            key=lambda m: m.start,
        )
        entity.mentions, entity.forms = [], set()

    def by_recency(self) -> list[Entity]:
        """Least recently mentioned first; without those that were joined to another."""
        found = [e for e in self.entities if e.mentions]
        return sorted(found, key=lambda e: (self._recency.get(e.index, -1), e.index))

    def of(self, token: Token) -> Entity | None:
        return self.entities[self.at[token.i]] if token.i in self.at else None

    def mentions_before(self, position: int) -> list[Mention]:
        """Named and nominal mentions that begin before a token, nearest first."""
        found = [
            m for e in self.entities for m in e.mentions if m.start < position and m.form != "pronominal"
        ]
        return sorted(found, key=lambda m: -m.start)
