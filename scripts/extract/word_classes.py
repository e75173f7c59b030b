"""The classes of words that frames ask for (`data/reference/frames.yml`), and the parts of what fills a
slot.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from scripts.annotate.cast import Entity
from scripts.annotate.lexicon import lexicon
from scripts.annotate.syntax import behind, children, coordinated
from scripts.reference import load_yaml

ARMED = {"armed_group", "government_body"}


def describing(token: Token) -> list[Token]:
    """Words that say what something is: "missile parts", "500 grams of plastic explosive"."""
    found = children(token, "compound", "pobj", "nmod", "amod", "quantmod")
    for contents in behind(token, "of"):
        found += [contents, *children(contents, "appos", "amod", "compound")]
    return found


def names_people(noun: Token) -> bool:
    """By its ending: "arrestee", "settlers"."""
    words = load_yaml("anaphora.yml")
    lemma = noun.lemma_.lower()
    endings = words["people_endings"]["plural" if noun.tag_ == "NNS" else "singular"]
    return lemma.endswith(tuple(endings)) and lemma not in words["not_people"]


def is_animate(token: Token) -> bool:
    """Somebody, though we cannot say who: a pronoun for persons, "most", "dozens", or a name that is no
    place.
    """
    if token.lower_ == "it" and token.dep_ in ("dobj", "pobj"):
        return False  # "executed it flawlessly"
    parts = behind(token, "of")
    if parts and not any(
        names_people(o)
        or lexicon().is_person_noun(o.lemma_)
        or lexicon().is_group_noun(o.lemma_)
        or o.pos_ in ("PRON", "PROPN")
        for o in parts
    ):
        return False  # "most of the valley"
    if token.lower_ in load_yaml("anaphora.yml")["somebody"] or (
        token.pos_ == "NUM" and token.dep_ in ("dobj", "nsubjpass", "nsubj")
    ):
        return True
    return (
        token.pos_ == "PROPN"
        and token.tag_ in ("NNP", "NNPS")
        and token.ent_type_ in ("PERSON", "ORG", "NORP")
    )


def _owners(token: Token) -> list[Token]:
    """ "X's bases", "the bases of X", "X bases"."""
    found = children(token, "poss") + behind(token, "of")
    return found or [c for c in children(token, "compound", "nmod") if c.pos_ == "PROPN"]


def part_of(token: Token, part: str) -> list[Token]:
    if part == "owner":
        return _owners(token)
    if part == "modifier":
        return children(token, "amod", "compound", "nmod", "det")
    if part == "object":
        return children(token, "dobj")
    return [
        o
        for p in children(token, "prep")
        if p.lower_ == part
        for head in children(p, "pobj")
        for o in coordinated(head)
    ]


def fits(entity: Entity, name: str) -> bool:
    if name == "person":
        return entity.is_person
    if name == "named_person":
        return entity.is_person and entity.is_named
    if name == "state":
        return entity.actor_type == "state"
    if name == "unarmed_side":  # whose arrest or killing is one that it suffers
        return entity.actor_type not in ARMED | {"state"}
    if name in ("media", "group", "armed_group", "government_body"):
        return entity.actor_type == name
    return name == "actor" or entity.actor_type in ARMED


@cache
def classes() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(str(w).lower() for w in words)
        for name, words in load_yaml("frames.yml")["classes"].items()
    }
