"""Nouns of action: their slots are filled from the noun phrase, and from the light verb that governs it
("carried out attacks", "responsible for the raid").
"""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import cues
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import agents, behind, children, is_passive
from scripts.extract.deed_owners import befell, is_worst_of_a_place
from scripts.extract.frames import frame_lexicon
from scripts.extract.involvement import charge_of, involved
from scripts.extract.predicate_slots import Predicate, add, add_prepositions
from scripts.extract.word_classes import names_people
from scripts.reference import load_yaml


def of_noun(noun: Token) -> Predicate:
    slots: dict[str, list[Token]] = {}
    anchor = noun
    top = _measured(noun)  # "a series of attacks": what the verb governs is the series
    owners = [o for o in children(noun, "poss") if not o._.in_date]  # "today's bombing" is nobody's
    shared = children(top, "poss") if top != noun else []
    light = load_yaml("frames.yml")["light"]
    lived_through = befell(top, light["lived_through"])
    if lived_through or is_worst_of_a_place(noun, owners):
        owners, shared = [], []
    add(slots, "owner", owners + (shared if noun.dep_ == "conj" else []))  # "his arrest and detention"
    add(slots, "subject", owners + shared)
    add(
        slots,
        "compound",
        [
            c
            for c in children(noun, "compound", "nmod", "amod", "npadvmod")
            if c.pos_ in ("NOUN", "PROPN", "ADJ")
        ],
    )
    add(slots, "subject", agents(noun))
    add_prepositions(slots, noun)
    if top != noun:
        add_prepositions(slots, top, skip=noun)
    add(slots, "being", _being(noun))
    add(slots, "is", subjects(noun.head) if noun.dep_ == "attr" else [])
    for clause in [c for n in {noun, top} for c in children(n, "acl", "relcl")]:
        _add_clause(slots, clause, light["behind"])
        add(slots, "event", [noun] if clause.lemma_ in light["laid"] else [])  # "a raid that X blamed on Z"
        happens = clause.dep_ == "relcl" and clause.lemma_ in light["happen"]
        add(slots, "event", [noun] if happens else [])  # "abductions, which occurred twice in May"
    verb, through = top.head, None
    if top.dep_ == "pobj":
        through, verb = verb, verb.head
        if verb.dep_ == "dobj" and f"{verb.head.lemma_.lower()} {through.lower_}" in light["involved"]:
            verb = verb.head  # "implicated the army in the raids", where the tree has an army in raids
        if verb.dep_ == "pobj" and verb.head.lower_ == "against" and verb.head.head.lemma_ in cues().nouns:
            verb = verb.head.head  # "allegations against the army of killings"
    lemma = verb.lemma_.lower()
    if through is not None:
        add(slots, "through", [through] if through.lower_ == "with" else [])
        meeting = noun.lemma_ in light["meetings"] and through.lower_ in light["attended"]
        add(slots, "attending", subjects(verb) if meeting and verb.pos_ == "VERB" else [])
    if lived_through:
        anchor = verb
        _add_sufferer(slots, subjects(verb))
    elif top.dep_ == "dobj" and lemma in light["verbs"]:
        anchor = verb
        if not slots.get("subject"):
            add(slots, "subject", agents(verb) if is_passive(verb) else subjects(verb))
        add_prepositions(slots, verb)
        add(slots, "dative", children(verb, "dative"))
    elif top.dep_ == "dobj" and lemma in light["received"]:
        anchor = verb
        add_prepositions(slots, verb)
        add(slots, "dative", agents(verb) if is_passive(verb) else subjects(verb))
    elif top.dep_ in ("nsubjpass",) and lemma in light["verbs"]:
        anchor = verb
        add(slots, "event", [noun])
        add(slots, "subject", agents(verb))
        add_prepositions(slots, verb)
    elif top.dep_ == "nsubj" and lemma == "be" and (doers := _whose_work(verb)):
        anchor = verb
        add(slots, "event", [noun])
        add(slots, "subject", doers)
    elif top.dep_ == "nsubj" and (lemma in light["happen"] or _takes_place(verb)):
        if lemma != "be" or any(p.lower_ in ("against", "by") for p in children(verb, "prep")):
            anchor = verb
            add(slots, "event", [noun])
            add_prepositions(slots, verb)
    elif top.dep_ == "attr" and lemma == "be" and children(verb, "expl"):
        anchor = verb
        add(slots, "event", [noun])  # "there was an attack"
    elif top.dep_ == "dobj" and lemma in light["laid"]:
        add(slots, "event", [noun])  # "blamed the violence on X"
    elif top.dep_ == "dobj" and lemma == "claim" and not slots.get("subject"):
        anchor = verb  # "the group claimed the bombing"
        add(slots, "involved", subjects(verb))
        add(slots, "subject", subjects(verb))
    elif through is not None and f"{lemma} {through.lower_}" in light["died"]:
        anchor = verb
        _add_sufferer(slots, subjects(verb))
        if through.lower_ == "under":  # "came under attack from gunmen"
            attackers = [o for n in (noun, verb) for o in behind(n, "from")]
            add(slots, "subject", [o for o in attackers if o.ent_type_ not in ("GPE", "LOC")])
    elif top.dep_ == "dobj" and lemma in light["suffered"]:
        anchor = verb
        _add_sufferer(slots, subjects(verb))  # "the town suffered an attack"
    elif through is not None and f"{lemma} {through.lower_}" in light["subjected"]:
        anchor = verb
        active = verb.pos_ == "VERB" and not is_passive(verb)
        sufferers = children(verb, "dobj") if active else subjects(verb.head if verb.pos_ == "ADJ" else verb)
        _add_sufferer(slots, sufferers)
        if not slots.get("subject"):
            add(slots, "subject", subjects(verb) if active else agents(verb))
    elif through is not None and (charge := charge_of(verb)) is not None:
        anchor = charge
        add(slots, "involved", involved(charge))
        add(slots, "subject", [] if slots.get("subject") else involved(charge))
    elif through is not None and f"{lemma} {through.lower_}" in light["involved"]:
        anchor = verb
        doers = involved(verb)
        add(slots, "involved", doers)
        if not slots.get("subject"):
            add(slots, "subject", doers)
    for verb_in_row in children(noun, "conj"):
        if noun.tag_ in ("NN", "VBG") and noun.text.endswith("ing") and verb_in_row.tag_ == "VBG":
            add(slots, "of", children(verb_in_row, "dobj"))  # "of training and arming rebels"
    for of in slots.get("of", []):
        add(
            slots,
            "by",
            [o for by in children(of, "prep", "agent") if by.lower_ == "by" for o in children(by, "pobj")],
        )
    for part in slots.get("on", []):
        if part.lemma_ == "part" and any(d.lower_ == "the" for d in children(part, "det")):
            add(slots, "by", behind(part, "of"))  # "abuse on the part of officers"
    if "by" in slots and "subject" not in slots:
        slots["subject"] = slots["by"]
    return Predicate(noun, anchor, {k: tuple(v) for k, v in slots.items()})


def _add_sufferer(slots: dict[str, list[Token]], sufferers: list[Token]) -> None:
    for slot in ("of", "on"):
        add(slots, slot, sufferers)


def _whose_work(be: Token) -> list[Token]:
    """ "The massacre was the handiwork of X", "... was X's doing"."""
    works = [a for a in children(be, "attr") if a.lemma_ in load_yaml("frames.yml")["light"]["work"]]
    return [o for a in works for o in (*children(a, "poss"), *behind(a, "of"))]


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(o.lower_ == "place" for o in children(verb, "dobj"))


def _being(noun: Token) -> list[Token]:
    """Who is said to be it: "X is a supplier of arms", "X, an arms broker", "the arms dealer X"."""
    if noun.dep_ == "attr":
        return subjects(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head  # "identified X as a trafficker", "worked as an arms dealer"
        return children(verb, "dobj") or subjects(verb)
    if noun.dep_ in ("appos", "compound", "nmod") and noun.head.pos_ == "PROPN":
        return [noun.head]
    return [a for a in children(noun, "appos") if a.pos_ == "PROPN"]


def _add_clause(slots: dict[str, list[Token]], clause: Token, light: list[str]) -> None:
    """ "an attack carried out by X on Y", "the ambush that X mounted": who acts stands in the clause
    behind the noun.
    """
    if clause.lemma_.lower() not in light:
        return
    passive = clause.tag_ == "VBN" and is_passive(clause)
    if clause.dep_ == "acl" and not passive:
        return
    actors = (
        agents(clause) if passive else [s for s in children(clause, "nsubj") if s.tag_ not in ("WDT", "WP")]
    )
    if actors:
        add(slots, "subject", actors)
        add_prepositions(slots, clause)


def _is_deed(noun: Token) -> bool:
    """What one may be accused of: nobody, and no name."""
    words, lemma = lexicon(), noun.lemma_.lower()
    return not (words.is_person_noun(lemma) or words.is_group_noun(lemma) or names_people(noun))


def _measured(noun: Token) -> Token:
    """ "a series of attacks", "a wave of arrests": the measure noun above a noun of action; "drug trafficking
    activities": what it is told in.
    """
    carried = noun.dep_ == "compound" and noun.head.i == noun.i + 1
    if carried and noun.head.lemma_ in load_yaml("frames.yml")["light"]["carriers"]:
        return noun.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lemma_ in load_yaml("frames.yml")["light"]["measures"]
    ):
        return noun.head.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.lemma_ in frame_lexicon().nouns:
        if noun.head.dep_ != "pobj":
            return noun.head
        return noun if noun.head.head.lower_ == "between" else _measured(noun.head)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.dep_ == "pobj" and _is_deed(noun.head):
        return noun.head  # "accused of corruption and torture"
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.dep_ in ("dobj", "nsubjpass"):
        return noun.head  # "committed war crimes and mass murder"
    return noun
