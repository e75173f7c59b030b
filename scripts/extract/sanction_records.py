"""Sanctions, told in tokens -> their records, with one target per name or description."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Entity
from scripts.annotate.syntax import extent
from scripts.extract.actors import ActorList
from scripts.extract.findings import Sanction, Target
from scripts.extract.sanction_acts import Imposed
from scripts.extract.sanction_parts import counted, described, included
from scripts.records import DateValue


def sanction_record(doc: Doc, imposed: Imposed, actors: ActorList) -> Sanction:
    token = doc[imposed.token]
    spans = [
        s
        for s in doc.spans["dates"]
        if imposed.content[0] <= s.start < imposed.content[1]
        and s._.date.date_start
        and not _tells_of_another(s.root, token)
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
    targets = []
    for head in imposed.targets:
        targets.append(_target(doc, head, actors, alone=1))
        targets += [_target(doc, part.i, actors, alone=counted(part)) for part in included(doc[head])]
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


def _tells_of_another(date: Token, act: Token) -> bool:
    """ "Listed Doe, who set fire to a depot in March": the day of what is told beside the act."""
    for above in date.ancestors:
        if above == act:
            return False
        if above.dep_ in ("relcl", "acl") and above.pos_ == "VERB":
            return not above.is_ancestor(act)
    return False


def _target(doc: Doc, head: int, actors: ActorList, *, alone: int | None) -> Target:
    """`alone`: how many a name counts."""
    entity = doc._.cast.of(doc[head])
    named = entity is not None and entity.is_named
    return Target(
        actor=actors.use(entity.index) if entity is not None else None,
        name=doc_name(doc, entity, head) if named else None,
        description=None if named else described(doc[head]),
        country_code=entity.country_code if entity is not None else None,
        target_count=alone if named else counted(doc[head]),
    )


def doc_name(doc: Doc, entity: Entity, head: int) -> str:
    """The name as written here, or where it was written last when a description stands here."""
    here = next(m for m in entity.mentions if m.head == head)
    named = [m for m in entity.mentions if m.form == "named" and m.start <= here.start]
    mention = here if here.form == "named" or not named else max(named, key=lambda m: m.start)
    return " ".join(doc[mention.start : mention.end].text.split())
