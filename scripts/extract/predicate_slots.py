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
    orders = load_yaml("frames.yml")["orders"]
    for prep in children(head, "prep", "dative", "agent"):
        if prep.pos_ not in ("ADP", "SCONJ", "VERB", "ADV"):
            continue
        for o in [
            *children(prep, "pobj"),
            *[p for inner in children(prep, "prep") for p in children(inner, "pobj")],
        ]:
            if o == skip:
                continue
            if o.lemma_.lower() not in orders:
                for filler in coordinated(o):
                    slots.setdefault(prep.lower_, []).append(filler)
            else:
                add(
                    slots,
                    "order",
                    children(o, "poss")
                    + [
                        x
                        for of in children(o, "prep")
                        if of.lower_ in ("of", "from", "by")
                        for x in children(of, "pobj")
                    ],
                )
                # A long coordination may be attached to the verb instead of the last name: "by the orders
                # of A and B's agents".
                add(
                    slots,
                    "order",
                    [c for c in children(head, "conj") if c.i > o.i and c.pos_ in ("NOUN", "PROPN")],
                )
            if prep.lower_ in ("in", "at", "inside", "on"):
                add(
                    slots,
                    "site",
                    children(o, "poss") + [c for c in children(o, "compound") if c.pos_ == "PROPN"],
                )


def add(slots: dict[str, list[Token]], slot: str, heads: list[Token]) -> None:
    for head in heads:
        for token in coordinated(head):
            if token not in slots.setdefault(slot, []):
                slots[slot].append(token)
