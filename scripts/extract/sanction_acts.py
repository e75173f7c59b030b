"""A sanctioning verb with its targets and authorities -> one act per authority."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.syntax import children, coordinated, is_negated, modals, subtree_range, trim
from scripts.extract.clauses import stating_verb
from scripts.extract.modality import stage
from scripts.extract.sanction_lexicon import sanction_words
from scripts.extract.sanction_parts import count, counted, is_listing, program, reason


@dataclass(frozen=True)
class Imposed:
    """Token indices; `authority` is None where the text does not say who imposed it."""

    token: int
    content: tuple[int, int]
    authority: int | None
    targets: tuple[int, ...]  # head tokens
    target_count: int | None
    program: str | None
    reason: tuple[int, int] | None
    is_performative: bool  # the text itself announces it: "is being designated", a headline in the present
    goes_on: bool = False  # tells whom the measure before it hits: "Also sanctioned is X"


def acts(
    verb: Token, noun: Token, targets: list[Token], by: list[Token], cast: Cast, around: Token | None = None
) -> list[Imposed]:
    doc = verb.doc
    heads = [t for head in targets for whole in coordinated(head) for t in _by_name(whole, cast)]
    by = [t for t in by if t.lower_ != "we"]  # the body whose text this is
    heads = [t for t in heads if not t._.in_date and not _goes_back(t, cast)]  # "introduced on Monday"
    heads = [t for t in heads if cast.of(t) is not None or t.like_num] or heads[:1]
    heads = _up_to_others(heads)
    authorities = [
        e
        for head in by
        for t in (*coordinated(head), *_along_with(head), *_likewise(verb))
        for e in [_authority(cast, t)]
        if e is not None
    ]
    if by and not authorities:
        return []
    unaimed = not heads and (
        noun == verb or not authorities
    )  # "imposed a round of measures" needs nobody else
    if unaimed or (
        verb.lemma_ == "designate"
        and any(p.lower_ == "as" and p.i > verb.i and not is_listing(p) for p in children(verb, "prep"))
    ):
        return []
    content = _content(verb) if around is None else trim(doc, *subtree_range(around))
    text = doc[content[0] : content[1]].text
    performative = (
        verb.tag_ in ("VBG", "VBZ", "VBP")
        or any(c.lower_ == "being" for c in verb.children)
        or any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)  # "is listed for"
        or "today" in text.lower().split()
    )
    rows: list[int | None] = [e.index for e in authorities] or [None]
    return [
        Imposed(
            verb.i,
            content,
            who,
            tuple(h.i for h in heads),
            count(heads, cast),
            program(text),
            reason(verb, noun),
            performative,
        )
        for who in rows
    ]


def _along_with(head: Token) -> list[Token]:
    """ "Norway, along with Chile and Peru, ..."."""
    along = [p for p in children(head, "prep") if p.lower_ in ("along", "together")]
    return [
        t for p in along for w in children(p, "prep") for o in children(w, "pobj") for t in coordinated(o)
    ]


def _likewise(verb: Token) -> list[Token]:
    """ "..., as did the European Union"."""
    did = [c for c in children(verb, "advcl") if c.lemma_ == "do" and c.i > verb.i]
    return [
        s for c in did if any(m.lower_ == "as" for m in c.lefts) for s in children(c, "nsubj") if s.i > c.i
    ]


def _goes_back(head: Token, cast: Cast) -> bool:
    """ "Property of the sanctioned persons is blocked", "among those sanctioned": of whom it was told."""
    entity = cast.of(head)
    if entity is not None and entity.is_named:
        return False
    told = {c.lemma_.lower() for c in children(head, "amod", "acl")}
    if told & {"natural", "legal"}:
        return True  # "natural persons are subject to a travel ban": whom was said
    return head.lower_ in ("those", "these") or bool(
        told & {"sanction", "designate", "list", "block", "place", "add"}
    )


def _up_to_others(heads: list[Token]) -> list[Token]:
    """ "Eight men and three firms active in the union, its members and partners": the men and the firms,
    whom a number counts.
    """
    if not heads or counted(heads[0]) is None:
        return heads
    other = next((n for n, h in enumerate(heads) if children(h, "poss") and counted(h) is None), len(heads))
    return heads[:other]


def _by_name(head: Token, cast: Cast) -> list[Token]:
    """ "the entities X and Y", "Uganda's intelligence chief, General Z": the names, where they are all
    there.
    """
    if head.pos_ != "NOUN":
        return [head]
    named = [
        t
        for a in children(head, "appos")
        for t in coordinated(a)
        for e in [cast.of(t)]
        if e is not None and e.is_named
    ]
    told = counted(head)
    return named if named and told in (None, len(named)) else [head]


def _content(verb: Token) -> tuple[int, int]:
    if verb.dep_ in ("relcl", "acl"):
        start, end = subtree_range(verb)
        if not any(t.pos_ in ("VERB", "AUX") and t.lemma_ != "amend" for t in verb.doc[end : verb.sent.end]):
            end = verb.sent.end  # a date at the end of the sentence, which the tree hangs higher
        head = verb.head.head if verb.head.dep_ == "appos" else verb.head
        return trim(verb.doc, min(start, head.left_edge.i), max(end, verb.head.i + 1))
    top = stating_verb(verb)
    start, end = subtree_range(top)
    for other in children(top, "conj"):
        if children(other, "nsubj", "nsubjpass") and other.left_edge.i > verb.i:
            end = min(end, other.left_edge.i)
    return trim(verb.doc, start, end)


def is_imposed(verb: Token) -> bool:
    told = stage(verb)
    announced = told == "hypothetical" and _is_announced(verb)
    if told != "accomplished" and not announced and not _is_decided(verb):
        return False
    stop = set(sanction_words()["not_imposed"])
    return not any(
        t.lemma_.lower() in stop
        for t in verb.ancestors
        if t.pos_ in ("VERB", "NOUN")
        and t.i < verb.i
        and t.sent == verb.sent
        and verb.dep_ in ("xcomp", "pcomp", "acl", "ccomp")
        and not _is_decided(verb)
    )


def _is_announced(verb: Token) -> bool:
    """ "Will impose sanctions on ten officials": said to come, and under no condition."""
    conditions = [
        c for a in children(verb, "advcl") for c in children(a, "mark") if c.lower_ in ("if", "unless")
    ]
    return bool(modals(verb) & {"will", "shall"}) and not conditions


def _is_decided(verb: Token) -> bool:
    """ "Decided to blacklist X", "its decision to put X on a list"."""
    infinitive = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "acl")
    if not infinitive or verb.head.lemma_.lower() not in sanction_words()["decided"] or is_negated(verb):
        return False
    return verb.head.pos_ == "NOUN" or stage(verb.head) == "accomplished"


def _authority(cast: Cast, token: Token) -> Entity | None:
    entity = cast.of(token)
    if entity is None:
        code = authority.demonyms().get(token.text) or next(
            (e.country_code for e in authority.states().values() if token.text in e.forms), None
        )
        if code is None:
            return None
        entity = cast.state(authority.states()[code])
        cast.mention(entity, token.i, token.i + 1, token.i, "named")
    if entity.is_named and (entity.actor_type in sanction_words()["authority_types"] or entity.is_person):
        return entity
    if token.lemma_.lower() in sanction_words()["sides"]:  # "ECOWAS leaders", "EU foreign ministers"
        for word in children(token, "compound", "nmod", "poss", "amod"):
            side = _authority(cast, word) if word.pos_ in ("PROPN", "ADJ") else None
            if side is not None and not side.is_person:
                return side
    return entity if entity.actor_type in sanction_words()["authority_types"] or entity.is_person else None
