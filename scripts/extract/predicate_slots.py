"""The slots of a predicate.

A slot is a syntactic function with the meaning that it has in the active voice: `subject` (who acts),
`object`, `dative`, one slot
per preposition ("to", "with", ...), `site` (who owns the place where it happens: "in the guards' bases"),
`order` (at whose
command: "on the orders of X"), `compound` (a noun before a noun of action).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from scripts.annotate.syntax import children, coordinated
from scripts.reference import load_yaml


@dataclass(frozen=True)
class Predicate:
    """`slots`: slot -> head tokens of its fillers. `anchor` is the verb whose clause states the claim."""

    token: Token
    anchor: Token
    slots: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def fillers(self, slot: str) -> tuple[Token, ...]:
        return self.slots.get(slot, ())


def add_prepositions(slots: dict[str, list[Token]], head: Token, skip: Token | None = None) -> None:
    for prep, o in _prepositional(head):
        if o == skip:
            continue
        if o.dep_ == "pcomp":
            add(slots, f"{prep.lower_}_doing", [o])
        elif o.lemma_.lower() in load_yaml("frames.yml")["orders"]:
            _add_order(slots, head, o)
        else:
            slot = load_yaml("frames.yml")["prepositions"].get(prep.lower_, prep.lower_)
            joined = [
                c for c in children(o, "nmod") if c.pos_ == "PROPN" and children(c, "cc")
            ]  # "X and Belgian police"
            for filler in (*joined, *coordinated(o)):
                slots.setdefault(slot, []).append(filler)
        if prep.lower_ in ("in", "at", "inside", "on"):
            named = [c for c in children(o, "compound") if c.pos_ == "PROPN" and o.pos_ != "PROPN"]
            add(slots, "site", children(o, "poss") + named)  # not "in the Central African Republic"


def add_orders(slots: dict[str, list[Token]], head: Token) -> None:
    """Only at whose command: "(by soldiers) on the orders of X"."""
    for _, o in _prepositional(head):
        if o.dep_ == "pobj" and o.lemma_.lower() in load_yaml("frames.yml")["orders"]:
            _add_order(slots, head, o)


def _prepositional(head: Token) -> list[tuple[Token, Token]]:
    """Prepositions below `head` and their objects, nouns or gerunds, also of a preposition below another
    ("out of").
    """
    preps = [
        p for p in children(head, "prep", "dative", "agent") if p.pos_ in ("ADP", "SCONJ", "VERB", "ADV")
    ]
    return [
        (prep, o)
        for prep in preps
        for p in (prep, *children(prep, "prep"))
        for o in children(p, "pobj", "pcomp")
    ]


def _add_order(slots: dict[str, list[Token]], head: Token, order: Token) -> None:
    preps = [p for p in children(order, "prep") if p.lower_ in ("of", "from", "by")]
    add(slots, "order", children(order, "poss") + [o for p in preps for o in children(p, "pobj")])
    # A long coordination may be attached to the verb instead of the last name: "by the orders of A and B's
    # agents".
    later = [c for c in children(head, "conj") if c.i > order.i and c.pos_ in ("NOUN", "PROPN")]
    add(slots, "order", later)


def add(slots: dict[str, list[Token]], slot: str, heads: list[Token]) -> None:
    for head in heads:
        for token in coordinated(head):
            if token not in slots.setdefault(slot, []):
                slots[slot].append(token)
