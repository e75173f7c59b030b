"""One annotated document -> its findings: claims, statements and sanctions get their records, actors and
places their mentions.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from scripts.annotate.cast import Entity
from scripts.annotate.lexicon import lexicon
from scripts.annotate.syntax import trim
from scripts.extract import circumstances
from scripts.extract.actors import ActorList
from scripts.extract.affiliations import affiliations
from scripts.extract.allegations import claims
from scripts.extract.claims import Claim
from scripts.extract.echoes import echoes
from scripts.extract.findings import (
    Affiliation,
    Allegation,
    Findings,
    Located,
    Mention,
    Sanction,
    Statement,
    Target,
)
from scripts.extract.frames import frames_at
from scripts.extract.predicates import predicate
from scripts.extract.sanction_acts import Imposed
from scripts.extract.sanction_parts import counted, described, included
from scripts.extract.sanctions import sanctions
from scripts.extract.statements import Said, Statements
from scripts.records import BlockKind, DateValue, Extent, Place

# "Cyprus-registered" tells where, "Iran-backed" tells who.
BASED = {
    "base",
    "based",
    "register",
    "registered",
    "flag",
    "flagged",
    "headquarter",
    "headquartered",
    "locate",
    "born",
    "bear",
}
LED = {"back", "lead", "make", "sponsor", "support", "fund", "train", "ally", "aligned", "align"}
INSTITUTIONS = (
    frozenset(lexicon().group_nouns)
    | lexicon().government_nouns
    | {"president", "parliament", "capital", "border", "election", "war", "coast"}
)
# characters; a longer "clause" is a page that the parser could not cut, and no cell of a spreadsheet holds it
LONGEST_QUOTE = 8_000


def extract(doc: Doc) -> Findings:
    statements = Statements(doc)
    found = claims(doc, statements)
    found += echoes(doc, statements, found)
    imposed = sanctions(doc)
    cues = {s.report.cue for s in statements.said}
    actors = ActorList(doc)
    places = _Places(doc)
    publisher = actors.publisher()
    said = tuple(_statement(doc, s, actors) for s in statements.said)
    return Findings(
        article=doc._.article,
        publisher=publisher,
        statements=said,
        allegations=tuple(
            _allegation(doc, c, statements, actors, places, cues, publisher)
            for c in sorted(found, key=lambda c: (c.content, c.category))
            if c.content[0] < c.content[1] and len(doc[c.content[0] : c.content[1]].text) <= LONGEST_QUOTE
        ),
        sanctions=tuple(_sanction(doc, s, actors) for s in imposed),
        affiliations=tuple(
            Affiliation(
                actors.use(h.actor),
                None if h.organization is None else actors.use(h.organization),
                h.relation,
                h.role,
                h.status,
                extent(doc, h.content),
            )
            for h in affiliations(doc)
            if h.actor in actors or actors.is_named(h.actor)
        ),
        actors=actors.records(),
        places=places.records(),
        uncertain=_uncertain(doc, found, imposed),
    )


def extent(doc: Doc, content: tuple[int, int]) -> Extent:
    span = doc[content[0] : content[1]]
    return Extent(span.start_char, span.end_char)


def _statement(doc: Doc, said: Said, actors: ActorList) -> Statement:
    report = said.report
    source, cue = doc[report.source], doc[report.cue]
    start = max(
        source.left_edge.i, next((t.i + 1 for t in reversed(list(doc[: source.i])) if t._.block is None), 0)
    )
    words = trim(doc, min(start, source.i), source.i + 1)
    return Statement(
        actor=actors.use(said.entity),
        source=extent(doc, words),
        cue="according to" if cue.lower_ == "according" else cue.lemma_.lower(),
        cue_extent=Extent(cue.idx, cue.idx + len(cue.text)),
        mode="direct_quote" if report.quoted else "mixed" if report.mixed else "indirect_speech",
        extent=extent(doc, report.content),
        parent=said.parent,
        stance=report.stance,
        force=report.force,
    )


def _allegation(
    doc: Doc,
    claim: Claim,
    statements: Statements,
    actors: ActorList,
    places: _Places,
    cues: set[int],
    publisher: int | None,
) -> Allegation:
    token = doc[claim.token]
    chain = tuple(
        n
        for n in statements.chain(claim.statement)
        if not actors.is_publisher(statements.said[n].entity, publisher)
    )
    p = predicate(token)
    fillers = [*p.fillers("object"), *p.fillers("subject")]
    return Allegation(
        statement=chain[-1] if chain else None,
        chain=chain,
        category=claim.category,
        stance=claim.stance,
        mode=claim.mode if chain else "narrator",
        stage=claim.stage,
        extent=extent(doc, claim.content),
        date=next(
            (
                d
                for t in (claim.token, *claim.tokens)
                for d in [circumstances.date_of(doc, doc[t], claim.content, cues)]
                if d
            ),
            None,
        ),
        quantity_text=circumstances.quantity(fillers, doc),
        rule=claim.rule,
        actors=tuple((actors.use(entity), role) for entity, role in claim.roles),
        places=tuple(
            dict.fromkeys(
                (places.use(span), role)
                for span, role in circumstances.places_of(doc, claim.content, (claim.token, *claim.tokens))
            )
        ),
    )


def _sanction(doc: Doc, imposed: Imposed, actors: ActorList) -> Sanction:
    token = doc[imposed.token]
    spans = [
        s
        for s in doc.spans["dates"]
        if imposed.content[0] <= s.start < imposed.content[1] and s._.date.date_start
    ]
    date = min(spans, key=lambda s: abs(s.root.i - imposed.token))._.date if spans else None
    if (
        date is None
        and imposed.is_performative
        and doc._.published is not None
        and imposed.authority is not None
    ):
        # "is being designated", "Treasury Sanctions ...": the words do what they say on the day they are
        # published.
        date = DateValue(doc._.published, doc._.published, "day", token.text, "relative")
    cast = doc._.cast
    targets = []
    for head in imposed.targets:
        entity = cast.of(doc[head])
        named = entity is not None and entity.is_named
        targets.append(
            Target(
                actor=actors.use(entity.index) if entity is not None else None,
                name=doc_name(doc, entity, head) if entity is not None and named else None,
                description=None if named else described(doc[head]),
                country_code=entity.country_code if entity is not None else None,
                target_count=1 if named else counted(doc[head]),
            )
        )
        for part in included(doc[head]):
            among = cast.of(part)
            targets.append(
                Target(
                    actor=actors.use(among.index) if among is not None else None,
                    name=doc_name(doc, among, part.i) if among is not None and among.is_named else None,
                    description=None if among is not None and among.is_named else described(part),
                    country_code=among.country_code if among is not None else None,
                    target_count=counted(part),
                )
            )
    reason = None if imposed.reason is None else doc[imposed.reason[0] : imposed.reason[1]].text
    assert imposed.authority is not None
    return Sanction(
        actors.use(imposed.authority),
        imposed.program,
        date,
        imposed.target_count,
        reason,
        extent(doc, imposed.content),
        tuple(targets),
    )


def doc_name(doc: Doc, entity: Entity, head: int) -> str:
    """The name as written here, or where it was written last when a description stands here."""
    here = next(m for m in entity.mentions if m.head == head)
    named = [m for m in entity.mentions if m.form == "named" and m.start <= here.start]
    mention = here if here.form == "named" or not named else max(named, key=lambda m: m.start)
    return " ".join(doc[mention.start : mention.end].text.split())


def _uncertain(doc: Doc, found: list[Claim], imposed: list[Imposed]) -> tuple[Extent, ...]:
    """Sentences in which a word evokes a frame or a sanction, but no row came of it: for a reviewer to
    look at.
    """
    rows = [(c.content[0], c.content[1]) for c in found] + [s.content for s in imposed]
    out = []
    for sentence in doc.sents:
        if sentence[0]._.block in (None, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.HEADING):
            continue
        if any(a < sentence.end and b > sentence.start for a, b in rows):
            continue
        if any(next(frames_at(t), None) is not None for t in sentence):
            start, end = trim(doc, sentence.start, sentence.end)
            if start < end:
                out.append(extent(doc, (start, end)))
    return tuple(out)


def means_place(span: Span) -> bool:
    """The words locate something: also "the Dubai-based firm" and "Niger's army", but not "Tehran denied"
    or "U.S. forces".
    """
    place, root = span._.place, span.root
    if place.location_type == "facility" and root.dep_ == "nsubj" and root.head.pos_ == "VERB":
        return False  # "the embassy said": a body
    if span._.place_sense == "place":
        return True
    if span._.place_sense == "modifier":
        based = root.dep_ == "npadvmod" and root.head.lemma_.lower() in BASED
        return based or (
            place.location_type in ("city", "province", "region")
            and root.dep_ in ("compound", "npadvmod")
            and root.head.lemma_ not in LED
        )
    institution = root.dep_ == "poss" and (
        root.head.pos_ == "PROPN" or root.head.lemma_.lower() in INSTITUTIONS
    )
    return place.location_type == "country" and institution


class _Places:
    """The places of a document that its words mean as places, and those that a claim uses."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.order: list[Place] = []
        self.spans: dict[Place, list[Span]] = {}
        for span in doc.spans["places"]:
            if means_place(span):
                self.spans.setdefault(span._.place, []).append(span)
        self.order = list(self.spans)

    def use(self, span: Span) -> int:
        if span._.place not in self.spans:
            self.order.append(span._.place)
        if all(s.start != span.start for s in self.spans.setdefault(span._.place, [])):
            self.spans[span._.place].append(span)
        return self.order.index(span._.place)

    def records(self) -> tuple[Located, ...]:
        out = []
        for place in self.order:
            spans = sorted(self.spans[place], key=lambda s: s.start)
            mentions = tuple(
                Mention(Extent(s.start_char, s.end_char), s.text, s._.mention_type or "named") for s in spans
            )
            names = tuple(
                dict.fromkeys(" ".join(s.text.split()) for s in spans if s._.mention_type != "nominal")
            )
            out.append(Located(place, names, mentions))
        return tuple(out)
