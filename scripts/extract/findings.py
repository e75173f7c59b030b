"""What one document yields: plain records without spaCy objects, so that they can cross process boundaries.

Records refer to each other by position: `actor` is an index into `Findings.actors`, `place` into
`Findings.places`, `statement`
into `Findings.statements`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.records import Article, DateValue, Extent, Place


@dataclass(frozen=True, slots=True)
class Mention:
    extent: Extent
    text: str
    mention_type: str  # named | nominal | pronominal


@dataclass(frozen=True, slots=True)
class Actor:
    name: str
    actor_type: str
    is_named: bool
    country_code: str | None
    description: str | None
    wikidata_id: str | None
    entry: str | None  # name of its authority entry
    names: tuple[tuple[str, str, str], ...]  # name, name_type, origin
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Located:
    place: Place
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    actor: int
    source: Extent
    cue: str
    cue_extent: Extent
    mode: str  # direct_quote | indirect_speech | mixed
    extent: Extent
    parent: int | None
    stance: str
    force: str


@dataclass(frozen=True, slots=True)
class Allegation:
    statement: int | None
    chain: tuple[int, ...]  # statements, outermost first
    category: str
    stance: str
    mode: str
    stage: str
    extent: Extent
    date: DateValue | None
    quantity_text: str | None
    rule: str
    actors: tuple[tuple[int, str], ...]
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Target:
    actor: int | None
    name: str | None
    description: str | None
    country_code: str | None
    target_count: int | None


@dataclass(frozen=True, slots=True)
class Sanction:
    authority: int
    program: str | None
    date: DateValue | None
    target_count: int | None
    reason: str | None
    extent: Extent
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Affiliation:
    actor: int
    organization: int | None
    relation: str
    role: str | None
    status: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Findings:
    """`uncertain`: sentences that hold a cue but gave no row."""

    article: Article
    publisher: int | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Located, ...] = ()
    statements: tuple[Statement, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    uncertain: tuple[Extent, ...] = field(default=())
