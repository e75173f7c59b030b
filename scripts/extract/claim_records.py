"""Statements and claims, told in tokens -> their records, told in characters of the file."""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.annotate.syntax import extent, trim
from scripts.extract import circumstances
from scripts.extract.actors import ActorList
from scripts.extract.claims import Claim
from scripts.extract.findings import Allegation, Statement
from scripts.extract.places import PlaceList
from scripts.extract.predicates import predicate
from scripts.extract.speech_acts import SpeechAct
from scripts.extract.statements import Said, Statements
from scripts.records import Extent


def statement_record(doc: Doc, act: SpeechAct, said: Said, actors: ActorList) -> Statement:
    report = said.report
    source, cue = doc[report.source], doc[report.cue]
    first = source.left_edge.i
    gap = next((i for i in range(source.i - 1, first - 1, -1) if doc[i]._.block is None), first - 1)
    start = gap + 1
    words = trim(doc, min(start, source.i), source.i + 1)
    return Statement(
        actor=actors.use(said.entity),
        source=extent(doc, words),
        cue="according to" if cue.lower_ == "according" else cue.lemma_.lower(),
        cue_extent=Extent(cue.idx, cue.idx + len(cue.text)),
        mode="direct_quote" if act.quoted else "mixed" if act.mixed else "indirect_speech",
        extent=extent(doc, act.content),
        parent=act.parent,
        stance=report.stance,
        force=report.force,
    )


def allegation_record(
    doc: Doc,
    claim: Claim,
    statements: Statements,
    actors: ActorList,
    places: PlaceList,
    cues: set[int],
    publisher: int | None,
    act_of: list[int | None],
) -> Allegation:
    token = doc[claim.token]
    chain = tuple(
        act
        for n in statements.chain(claim.statement)
        if (act := act_of[n]) is not None and not actors.is_publisher(statements.said[n].entity, publisher)
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
