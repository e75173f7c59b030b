"""Who holds which position where, from titles and appositions: "Treasury Secretary X", "X, the founder of
Y", "then-spokesman".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast, Entity, Mention
from scripts.annotate.lexicon import lexicon
from scripts.annotate.syntax import children


@dataclass(frozen=True)
class Held:
    """Token range of the evidence; `organization` is an entity."""

    actor: int
    organization: int | None
    relation: str
    role: str
    status: str
    content: tuple[int, int]


def affiliations(doc: Doc) -> list[Held]:
    cast: Cast = doc._.cast
    found: list[Held] = []
    for entity in cast.entities:
        for mention in entity.mentions:
            if mention.form == "nominal":
                held = (
                    _titled(doc, cast, entity, mention)
                    if entity.is_named
                    else _member(doc, cast, entity, mention)
                )
                if held is not None and not any(_same(held, other) for other in found):
                    found.append(held)
    return found


def _titled(doc: Doc, cast: Cast, entity: Entity, mention: Mention) -> Held | None:
    """A description of a named actor: its role, and the body that the description names."""
    head = doc[mention.head]
    words = lexicon()
    if not entity.is_person or not (words.is_title(head.text) or words.is_person_noun(head.lemma_)):
        return None
    if mention.end - mention.start == 1 and (
        words.is_honorific(head.text) or head.lemma_ in words.plain_people
    ):
        return None  # "Mr Doe"
    name = min(
        (m for m in entity.mentions if m.form == "named"),
        key=lambda m: abs(m.start - mention.start),
        default=None,
    )
    if name is None or doc[name.head].sent != head.sent:
        return None
    if not (
        head.is_ancestor(doc[name.head]) or doc[name.head].is_ancestor(head) or name.start == mention.end
    ):
        return None  # "the director said": goes back to the name, and gives it no title
    role_end = max(
        mention.end, min(_phrase_end(head), name.start) if name.start > head.i else _phrase_end(head)
    )
    start, end = min(mention.start, name.start), max(role_end, name.end)
    organization = _organization(cast, entity, head, start, end)
    status = _status(doc, mention.start, head)
    role_start = _title_start(doc, mention.start) + (doc[mention.start].dep_ == "det")
    role = " ".join(doc[role_start:role_end].text.split()).rstrip(",")
    return Held(entity.index, organization, _relation(head), role, status, (start, end))


def _status(doc: Doc, start: int, head: Token) -> str:
    former = any(t.lower_ in lexicon().former_cues for t in doc[start : head.i + 1])
    return "former" if former else "current"


def _title_start(doc: Doc, start: int) -> int:
    """ "Deputy Attorney General Doe": titles before the last one belong to it."""
    while start > 0 and doc[start - 1].is_title and lexicon().is_title(doc[start - 1].text):
        start -= 1
    return start


def _member(doc: Doc, cast: Cast, entity: Entity, mention: Mention) -> Held | None:
    """An unnamed actor of a body: "a Taliban commander", "members of the council", "the ministry's
    spokesman".
    """
    head = doc[mention.head]
    organization = _organization(cast, entity, head, mention.start, _phrase_end(head))
    if organization is None:
        return None
    target = cast.entities[organization]
    if target.actor_type == "group" and not target.is_named:
        return None  # "dozens of civilians" are no members of civilians
    kin = head.lemma_.lower() in lexicon().kin_nouns
    relation = (
        "family_of" if kin and target.is_person else "member_of" if target.actor_type != "state" else "other"
    )
    if entity.actor_type not in ("person", "group") or (
        head.tag_ == "NN" and lexicon().is_group_noun(head.lemma_)
    ):
        relation = "part_of"
    if target.is_person and not kin:
        if entity.actor_type != "person":
            return None  # "his government"
        relation = "other"
    role = " ".join(doc[mention.start : mention.end].text.split())
    return Held(
        entity.index,
        organization,
        relation,
        role,
        _status(doc, mention.start, head),
        (mention.start, max(mention.end, mention.head + 1)),
    )


def _organization(cast: Cast, entity: Entity, head: Token, start: int, end: int) -> int | None:
    """The named actor that a possessor, a noun before the head, or "of"/"for"/"in" after it names."""
    near = children(head, "poss", "compound", "nmod")
    near += [
        o
        for p in head.children
        if p.dep_ == "prep" and p.lower_ in ("of", "for", "in", "at", "from", "with", "to")
        for o in children(p, "pobj")
    ]
    for token in near:
        for t in (token, *(c for c in token.children if c.dep_ in ("compound", "nmod", "poss"))):
            found = cast.of(t)
            if found is not None and found.index != entity.index and start <= t.i < end:
                return found.index
    inside = [
        m
        for e in cast.entities
        if e.index != entity.index
        for m in e.mentions
        if start <= m.start and m.end <= end and m.form == "named"
    ]
    bodies = [m for m in inside if not cast.entities[m.entity].is_person]
    return bodies[0].entity if bodies else None


def _relation(head: Token) -> str:
    lemma = head.lemma_.lower()
    words = lexicon()
    if lemma in words.kin_nouns:
        return "family_of"
    if lemma in ("member", "fighter", "soldier", "militant", "operative", "employee"):
        return "member_of"
    return "holds_position" if words.titles.get(lemma, "position") in ("position", "rank") else "other"


def _phrase_end(head: Token) -> int:
    """Where the noun phrase ends, without relative clauses and appositions."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "to", "from"):
            end = child.right_edge.i + 1
        elif child.dep_ in ("punct", "appos", "relcl", "acl", "cc", "conj"):
            break
    return end


def _same(a: Held, b: Held) -> bool:
    return (a.actor, a.organization, a.role, a.relation) == (b.actor, b.organization, b.role, b.relation)
