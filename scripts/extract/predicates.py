"""Predicates and their slots: one shape for verbs (active, passive, participles) and nouns of action.

A slot is a syntactic function with the meaning that it has in the active voice: `subject` (who acts),
`object`, `dative`, one slot
per preposition ("to", "with", ...), `site` (who owns the place where it happens: "in the guards' bases"),
`order` (at whose
command: "on the orders of X"), `compound` (a noun before a noun of action).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from scripts.annotate.syntax import agents, antecedent, children, coordinated, is_passive, subjects
from scripts.reference import load_yaml


@dataclass(frozen=True)
class Predicate:
    """`slots`: slot -> head tokens of its fillers. `anchor` is the verb whose clause states the claim."""

    token: Token
    anchor: Token
    slots: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def fillers(self, slot: str) -> tuple[Token, ...]:
        return self.slots.get(slot, ())


def predicate(token: Token) -> Predicate:
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else _of_noun(token)


def _of_verb(verb: Token) -> Predicate:
    slots: dict[str, list[Token]] = {}
    if is_passive(verb):
        _add(slots, "object", subjects(verb) if verb.dep_ != "amod" else [verb.head])
        _add(slots, "subject", agents(verb))
        _add(slots, "subject", _hyphenated(verb))
        _add(slots, "retained", children(verb, "dobj", "oprd"))
    else:
        _add(slots, "subject", [s for s in subjects(verb) if s.i != verb.i])
        objects = [antecedent(verb, o) for o in children(verb, "dobj", "oprd")] or _shared_object(verb)
        _add(slots, "object", [n for o in objects for n in (_shot_dead(o) if o.lower_ == "dead" else [o])])
        _add(slots, "dative", children(verb, "dative"))
    for particle in children(verb, "prt"):
        slots.setdefault("particle", []).append(particle)
    _add_prepositions(slots, verb)
    for target in children(verb, "dobj"):
        _add_prepositions(slots, target)
    _add(slots, "complement", children(verb, "oprd", "acomp", "ccomp"))
    for complement in children(verb, "xcomp"):
        slots.setdefault("infinitive", []).append(complement)
    return Predicate(verb, verb, {k: tuple(v) for k, v in slots.items()})


def _of_noun(noun: Token) -> Predicate:
    slots: dict[str, list[Token]] = {}
    anchor = noun
    top = _measured(noun)  # "a series of attacks": what the verb governs is the series
    _add(slots, "subject", children(noun, "poss") + (children(top, "poss") if top != noun else []))
    _add(
        slots,
        "compound",
        [
            c
            for c in children(noun, "compound", "nmod", "amod", "npadvmod")
            if c.pos_ in ("NOUN", "PROPN", "ADJ")
        ],
    )
    _add(slots, "subject", agents(noun))
    _add_prepositions(slots, noun)
    if top != noun:
        _add_prepositions(slots, top, skip=noun)
    light = load_yaml("frames.yml")["light"]
    verb, through = top.head, None
    if top.dep_ == "pobj":
        through, verb = verb, verb.head
    lemma = verb.lemma_.lower()
    if top.dep_ == "dobj" and lemma in light["verbs"]:
        anchor = verb
        if not slots.get("subject"):
            _add(slots, "subject", agents(verb) if is_passive(verb) else subjects(verb))
        _add_prepositions(slots, verb)
        _add(slots, "dative", children(verb, "dative"))
    elif top.dep_ in ("nsubjpass",) and lemma in light["verbs"]:
        anchor = verb
        _add(slots, "subject", agents(verb))
        _add_prepositions(slots, verb)
    elif top.dep_ == "nsubj" and lemma in light["happen"]:
        anchor = verb
        _add_prepositions(slots, verb)
    elif through is not None and f"{_governor(verb)} {through.lower_}" in light["involved"]:
        anchor = verb
        if not slots.get("subject"):
            _add(slots, "subject", _involved(verb))
    for verb_in_row in children(noun, "conj"):
        if noun.tag_ in ("NN", "VBG") and noun.text.endswith("ing") and verb_in_row.tag_ == "VBG":
            _add(slots, "of", children(verb_in_row, "dobj"))  # "of training and arming rebels"
    for of in slots.get("of", []):
        _add(
            slots,
            "by",
            [o for by in children(of, "prep", "agent") if by.lower_ == "by" for o in children(by, "pobj")],
        )
    if "by" in slots and "subject" not in slots:
        slots["subject"] = slots["by"]
    return Predicate(noun, anchor, {k: tuple(v) for k, v in slots.items()})


def _shot_dead(dead: Token) -> list[Token]:
    """ "shot dead at least 17 people": the tree makes "dead" the object and hangs the people on it."""
    return [t for t in dead.subtree if t.pos_ in ("NOUN", "PROPN") and t.i > dead.i][:1] or [dead]


def _governor(verb: Token) -> str:
    return verb.lemma_.lower()


def _involved(governor: Token) -> list[Token]:
    """Whom "responsible for", "involved in", "behind", "implicated in", "accused of" makes the doer."""
    if governor.lemma_.lower() in (
        "blame",
        "accuse",
        "suspect",
        "charge",
        "convict",
        "implicate",
        "condemn",
        "criticize",
        "fault",
    ):
        return children(governor, "dobj", "nsubjpass") or (
            subjects(governor) if governor.tag_ == "VBN" else []
        )
    if governor.pos_ in ("VERB", "AUX"):
        return subjects(governor)
    if governor.pos_ == "ADJ" and governor.head.pos_ in ("VERB", "AUX"):
        return subjects(governor.head)
    if governor.pos_ in ("ADJ", "VERB") and governor.head.pos_ in ("NOUN", "PROPN"):
        return [governor.head]
    if governor.pos_ == "NOUN":
        return children(governor, "poss") or (
            subjects(governor.head) if governor.dep_ in ("dobj", "attr") else []
        )
    return []


def _measured(noun: Token) -> Token:
    """ "a series of attacks", "a wave of arrests": the measure noun above a noun of action."""
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lemma_ in load_yaml("frames.yml")["light"]["measures"]
    ):
        return noun.head.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _measured(noun.head) if noun.head.dep_ == "pobj" else noun.head
    return noun


def _hyphenated(participle: Token) -> list[Token]:
    """ "Iranian-backed rebels", "an IRGC-made militia"."""
    return [
        c
        for c in participle.children
        if c.dep_ in ("npadvmod", "compound", "nmod", "amod", "nsubj")
        and c.i < participle.i
        and participle.dep_ == "amod"
    ]


def _shared_object(verb: Token) -> list[Token]:
    """ "trains and arms the rebels": the object stands after the last verb of the coordination."""
    later = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, "nsubj", "nsubjpass")]
    for other in later:
        found = children(other, "dobj") or _shared_object(other)
        if found and not any(c.i < other.i for c in found):
            return found
    return []


def _add_prepositions(slots: dict[str, list[Token]], head: Token, skip: Token | None = None) -> None:
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
                _add(
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
                _add(
                    slots,
                    "order",
                    [c for c in children(head, "conj") if c.i > o.i and c.pos_ in ("NOUN", "PROPN")],
                )
            if prep.lower_ in ("in", "at", "inside", "on"):
                _add(
                    slots,
                    "site",
                    children(o, "poss") + [c for c in children(o, "compound") if c.pos_ == "PROPN"],
                )


def _add(slots: dict[str, list[Token]], slot: str, heads: list[Token]) -> None:
    for head in heads:
        for token in coordinated(head):
            if token not in slots.setdefault(slot, []):
                slots[slot].append(token)
