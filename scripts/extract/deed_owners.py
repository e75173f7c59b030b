"""Whose a deed is that somebody owns: "Oslo saw its worst raid" tells who suffered it, and not who did it."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.syntax import behind, children


def befell(noun: Token, lived_through: list[str]) -> bool:
    """ "Oslo saw its worst attack": it was not Oslo that attacked."""
    own = any(o.tag_ == "PRP$" for o in children(noun, "poss"))
    nth = any(c.lower_ in ("first", "second", "third") for c in children(noun, "amod"))
    return own and (nth or _is_worst(noun)) and noun.dep_ == "dobj" and noun.head.lemma_ in lived_through


def is_worst_of_a_place(noun: Token, owners: list[Token]) -> bool:
    """ "Some of Norway's bloodiest raids" are those that Norway saw; not "Norway's worst raid on Peru"."""
    places = {t.i for span in noun.doc.spans.get("places", []) for t in span}
    return _is_worst(noun) and not behind(noun, "on", "against") and any(o.i in places for o in owners)


def _is_worst(noun: Token) -> bool:
    """By a superlative; the tagger knows "worst", but not always "bloodiest"."""
    return any(c.tag_ == "JJS" or c.lower_.endswith("iest") for c in children(noun, "amod"))
