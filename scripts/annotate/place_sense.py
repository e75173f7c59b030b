"""What a name of a place stands for in its sentence: the place, the state that acts, or a mere modifier."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from scripts.annotate.place_lexicon import PlaceLexicon


@dataclass(frozen=True, slots=True)
class Sense:
    """`kind`: place | actor | modifier; `locative`: the words themselves say that a place is meant."""

    kind: str
    locative: bool = False


PLACE, LOCATIVE, ACTOR, MODIFIER = Sense("place"), Sense("place", True), Sense("actor"), Sense("modifier")


def sense_of(span: Span, lexicon: PlaceLexicon, *, acts: bool) -> Sense:
    """`acts`: the name is one that news uses for a state (a country or a capital)."""
    sense = _by_role(_outer(span), lexicon, acts, 0)
    return PLACE if sense is ACTOR and not acts else sense


def _outer(span: Span) -> Token:
    """The token that carries the name's role: "Herat" in "Herat province" counts as the province does."""
    root: Token = span.root
    while (
        root.dep_ in ("compound", "nmod", "amod")
        and root.head.lower_ in _TYPE_NOUNS
        and root.head.i == span.end
    ):
        root = root.head
    return root


_TYPE_NOUNS = frozenset(
    {
        "province",
        "city",
        "state",
        "governorate",
        "oblast",
        "region",
        "county",
        "district",
        "town",
        "village",
        "area",
    }
)


def _by_role(token: Token, lexicon: PlaceLexicon, acts: bool, depth: int) -> Sense:
    dep, head = token.dep_, token.head
    if depth > 8 or head is token:
        return PLACE
    if dep in ("compound", "amod", "nmod", "npadvmod", "nummod", "det") and head.i > token.i:
        return MODIFIER
    if dep == "pobj" or (dep == "dobj" and head.pos_ == "ADP") or (dep == "pcomp" and head.pos_ == "ADP"):
        return _by_preposition(token, head, lexicon)
    if dep == "poss":
        return ACTOR if head.pos_ == "PROPN" or head.lemma_.lower() in lexicon["conduct_nouns"] else PLACE
    if dep in ("conj", "appos"):
        return _by_role(head, lexicon, acts, depth + 1) if head.pos_ in ("PROPN", "NOUN", "ADJ") else PLACE
    if dep == "nsubj":
        return PLACE if head.lemma_ in lexicon["undergo_verbs"] else ACTOR
    if dep == "nsubjpass":
        return ACTOR if head.lemma_ in lexicon["state_verbs"] else PLACE
    if dep == "dobj":
        return LOCATIVE if head.lemma_ in lexicon["place_verbs"] else ACTOR
    if dep in ("dative", "iobj", "agent"):
        return ACTOR
    return PLACE


def _by_preposition(token: Token, preposition: Token, lexicon: PlaceLexicon) -> Sense:
    word, governor = preposition.lower_, preposition.head
    if preposition.dep_ == "agent" or word in (
        "with",
        "by",
        "against",
        "versus",
        "than",
        "like",
        "unlike",
        "despite",
        "alongside",
    ):
        return ACTOR
    if (
        word in ("to", "from")
        and governor.lemma_.lower() in lexicon["transfer_nouns"] | lexicon["transfer_verbs"]
    ):
        return ACTOR
    if word == "of":
        return MODIFIER if governor.lemma_.lower() in lexicon["role_heads"] else LOCATIVE
    if word == "between":
        return (
            LOCATIVE
            if governor.lemma_.lower() in lexicon["border_words"] | {"road", "highway", "route"}
            else ACTOR
        )
    if word == "for":
        return (
            LOCATIVE
            if governor.lemma_ in ("leave", "depart", "head", "bind", "flee", "sail", "bound")
            else ACTOR
        )
    if word == "on":
        return (
            LOCATIVE
            if governor.lemma_.lower()
            in ("attack", "strike", "raid", "march", "assault", "airstrike", "advance")
            else ACTOR
        )
    if word in lexicon["locative_prepositions"]:
        return LOCATIVE
    return ACTOR if word in lexicon["actor_prepositions"] else PLACE
