"""What a name of a place stands for in its sentence: the place, the state that acts, or a mere modifier."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from scripts.annotate.place_lexicon import PlaceLexicon

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

# Words for states, which may act, unlike places in general.
COUNTRIES = ("nations", "countries", "states")


@dataclass(frozen=True, slots=True)
class Sense:
    """`kind`: place | actor | modifier; `locative`: the words themselves say that a place is meant; `agent`:
    it does something, as a state or a person would."""

    kind: str
    locative: bool = False
    agent: bool = False


PLACE, LOCATIVE, MODIFIER = Sense("place"), Sense("place", locative=True), Sense("modifier")
ACTOR, DOUBTFUL = Sense("actor", agent=True), Sense("place", agent=True)


def sense_of(
    span: Span, lexicon: PlaceLexicon, acts: str | None, names: frozenset[int] = frozenset()
) -> Sense:
    """`acts`: `country` or `capital`, whose names stand for the state, or None; `names`: tokens of names."""
    sense = _by_role(_outer(span), lexicon, acts, names, 0)
    return DOUBTFUL if sense is ACTOR and acts is None else sense


def is_type_noun(token: Token) -> bool:
    return token.lower_ in _TYPE_NOUNS


def _outer(span: Span) -> Token:
    """The token that carries the name's role: "Herat" in "Herat province" counts as the province does."""
    root: Token = span.root
    while root.dep_ in ("compound", "nmod", "amod") and is_type_noun(root.head) and root.head.i == span.end:
        root = root.head
    return root


def _by_role(
    token: Token, lexicon: PlaceLexicon, acts: str | None, names: frozenset[int], depth: int
) -> Sense:
    dep, head = token.dep_, token.head
    if depth > 8 or head is token:
        return PLACE
    if dep in ("compound", "amod", "nmod", "npadvmod", "nummod", "det") and head.i > token.i:
        return LOCATIVE if head.lower_ in lexicon.facilities and acts is None else MODIFIER
    if dep == "pobj" and _enumerates(head, lexicon):
        if head.head.lower_ not in COUNTRIES:
            return LOCATIVE  # "with destinations including Spain"
        return _by_role(head.head, lexicon, acts, names, depth + 1)  # "in nations including Spain"
    if dep in ("pobj", "dobj", "pcomp") and head.pos_ in ("ADP", "SCONJ"):
        return _by_preposition(head, lexicon)
    if dep == "poss":
        person = head.pos_ == "PROPN" and head.i not in names and not is_type_noun(head)
        return ACTOR if person or head.lemma_.lower() in lexicon["conduct_nouns"] else PLACE
    if dep in ("conj", "appos"):
        return (
            _by_role(head, lexicon, acts, names, depth + 1)
            if head.pos_ in ("PROPN", "NOUN", "ADJ")
            else PLACE
        )
    if dep == "nsubj":
        return PLACE if head.lemma_ in lexicon["undergo_verbs"] else ACTOR
    if dep == "nsubjpass":
        return ACTOR if head.lemma_ in lexicon["state_verbs"] else PLACE
    if dep in ("dobj", "pobj"):
        hits_a_town = head.lemma_ == "attack" and acts != "country"
        return LOCATIVE if head.lemma_ in lexicon["place_verbs"] or hits_a_town else ACTOR
    return ACTOR if dep in ("dative", "iobj", "agent") else PLACE


def _enumerates(preposition: Token, lexicon: PlaceLexicon) -> bool:
    """ "Nations including X", "cities like X", "countries such as X"."""
    governor = preposition.head
    return preposition.lower_ in ("including", "like", "as") and (
        governor.lower_ in lexicon["places_in_general"] or is_type_noun(governor)
    )


def _by_preposition(preposition: Token, lexicon: PlaceLexicon) -> Sense:
    word, governor = preposition.lower_, preposition.head.lemma_.lower()
    if governor in lexicon["border_words"]:
        return LOCATIVE
    if preposition.dep_ == "agent":
        return ACTOR
    if word in ("to", "from") and (
        governor in lexicon["transfer_nouns"] or governor in lexicon["transfer_verbs"]
    ):
        return ACTOR
    if word == "of":
        return MODIFIER if governor in lexicon["role_heads"] else LOCATIVE
    if word in lexicon["locative_after"]:
        return LOCATIVE if governor in lexicon["locative_after_governors"] else ACTOR
    if word in lexicon["locative_prepositions"]:
        return LOCATIVE
    return ACTOR if word in lexicon["actor_prepositions"] else PLACE
