"""Predicates and their slots: one shape for verbs (active, passive, participles) and nouns of action."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.subjects import antecedent, subjects
from scripts.annotate.syntax import agents, behind, children, coordinated, is_passive
from scripts.extract.predicate_nouns import of_noun
from scripts.extract.predicate_slots import Predicate, add, add_orders, add_prepositions
from scripts.reference import load_yaml


def predicate(token: Token) -> Predicate:
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else of_noun(token)


def _of_verb(verb: Token) -> Predicate:
    slots: dict[str, list[Token]] = {}
    if is_passive(verb):
        # "were given training": the subject received it; "were taken hostage": nobody received anything
        taken = load_yaml("anaphora.yml")["taken"]
        given = [o for o in children(verb, "dobj") if o.lower_ not in taken]
        receivers = subjects(verb) if verb.dep_ != "amod" else [verb.head]
        add(slots, "dative" if given else "object", receivers)
        add(slots, "object", given)
        add(slots, "subject", agents(verb))
        for agent in agents(verb):
            add_orders(slots, agent)  # "by soldiers on the orders of X"
        add(slots, "subject", _hyphenated(verb))
        add(slots, "retained", children(verb, "dobj", "oprd"))
        slots["passive"] = children(verb, "auxpass")
    else:
        add(slots, "subject", [s for s in subjects(verb) if s.i != verb.i])
        objects = (
            [antecedent(verb, o) for o in children(verb, "dobj", "oprd")]
            or _relative(verb)
            or _shared_object(verb)
        )
        add(slots, "object", [n for o in objects for n in (_shot_dead(o) if o.lower_ == "dead" else [o])])
        for clause in children(verb, "ccomp"):  # "shot three men dead"
            add(
                slots, "object", children(clause, "nsubj") if clause.lower_ in ("dead", "unconscious") else []
            )
        add(slots, "dative", children(verb, "dative"))
    for particle in children(verb, "prt"):
        slots.setdefault("particle", []).append(particle)
    add_prepositions(slots, verb)
    for target in children(verb, "dobj"):
        add_prepositions(slots, target)
        _add_receivers(slots, target)
    add(slots, "other", [other for s in slots.get("subject", ()) for other in coordinated(s)[1:]])
    add(slots, "participle", [verb] if verb.dep_ == "acl" else [])
    add(slots, "attributive", [verb] if verb.dep_ == "amod" else [])
    add(slots, "manner", children(verb, "advmod"))
    add(slots, "complement", children(verb, "oprd", "acomp", "ccomp"))
    for complement in children(verb, "xcomp"):
        slots.setdefault("infinitive", []).append(complement)
    for complement in children(verb, "ccomp"):
        if complement.tag_ == "VB" and not children(complement, "mark"):  # "allowed the militia to operate"
            slots.setdefault("infinitive", []).append(complement)
            add(slots, "object", children(complement, "nsubj"))
    return Predicate(verb, verb, {k: tuple(v) for k, v in slots.items()})


def _add_receivers(slots: dict[str, list[Token]], target: Token) -> None:
    """ "65 wagons of shells to X", "arms worth two million to X": whom it is for, where the tree hangs him
    on what measures the thing.
    """
    for measured in behind(target, "of") + [c for c in children(target, "amod") if c.i > target.i]:
        for prep in children(measured, "prep"):
            if prep.lower_ in ("to", "for"):
                add(slots, prep.lower_, children(prep, "pobj"))


def _relative(verb: Token) -> list[Token]:
    """ "A group the company had paid": the noun, where no pronoun stands for it."""
    own = children(verb, "nsubj")
    pronoun = any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for t in verb.doc[verb.left_edge.i : verb.i])
    bare = verb.dep_ == "relcl" and own and not pronoun and own[0].i > verb.head.i
    open_end = not children(verb, "dobj", "xcomp", "ccomp", "acomp", "attr")
    stranded = any(not children(p, "pobj", "pcomp") for p in children(verb, "prep"))
    return [verb.head] if bare and open_end and not stranded else []


def _shot_dead(dead: Token) -> list[Token]:
    """ "shot dead at least 17 people": the tree makes "dead" the object and hangs the people on it."""
    return [t for t in dead.subtree if t.pos_ in ("NOUN", "PROPN") and t.i > dead.i][:1] or [dead]


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
