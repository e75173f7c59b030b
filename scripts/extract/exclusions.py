"""What looks like a claim of conduct and is none: descriptions, fiction, sport, acts of nobody."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.nominals import PARTITIVES
from scripts.annotate.syntax import DEFINITE, agents, children, is_passive
from scripts.extract.arguments import Arguments
from scripts.extract.claims import Claim
from scripts.extract.predicate_slots import Predicate
from scripts.reference import load_yaml

# What the narrator tells of nobody known is conduct where it is done to these.
DONE_TO = (
    *("actor", "victim", "somebody", "people", "building", "territory", "weapon", "drug", "account"),
    *("online", "data", "money", "nuclear", "ballistic", "centrifuge_word", "passport_word"),
)

HIT = ("actor", "victim", "people", "building", "territory", "place")


def is_description(token: Token) -> bool:
    """ "the persecuted women", "detained officers": goes back to what was told, unless it says by whom."""
    worn = token.lemma_ in load_yaml("frames.yml")["light"]["worn"] and token.dep_ in ("acl", "amod")
    if worn and token.tag_ == "VBN" and not agents(token):
        return not any(c.i < token.i for c in token.children)  # "men armed with rifles"
    if _goes_back(token):
        return True
    by = [c for c in token.children if c.i < token.i and c.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")]
    words = lexicon()
    plain = [
        c
        for c in by
        if c.pos_ == "NOUN"
        and c.text.islower()
        and not (words.is_group_noun(c.lemma_) or words.is_person_noun(c.lemma_))
    ]
    return token.dep_ == "amod" and token.tag_ in ("VBN", "VBG") and len(plain) == len(by)  # "shoulder-fired"


def _goes_back(verb: Token) -> bool:
    """ "The gunmen shot near the mill", "the man who was shot": says of whom one speaks."""
    clause = verb.dep_ in ("acl", "relcl") and is_passive(verb) and not agents(verb)
    if clause and verb.head.lower_ in ("those", "others"):
        return True
    return (
        clause and any(c.lower_ in DEFINITE for c in children(verb.head, "det")) and verb.i < verb.head.i + 6
    )


def is_tally(verb: Token) -> bool:
    """ "Nine people were killed and dozens wounded": one act with two figures."""
    counted = [s for s in children(verb, "nsubj", "nsubjpass") if s.pos_ == "NUM" or s.lemma_ in PARTITIVES]
    return verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.lemma_ == "kill" and bool(counted)


def is_generic(p: Predicate) -> bool:
    """ "any state that attacks us": nobody does it."""
    words = load_yaml("modality.yml")
    doers = p.fillers("subject")
    if any(t.lower_ in words["generic_subjects"] for t in doers):
        return True  # "anyone who helped them"
    return any(c.lower_ in words["generic"] for t in doers for c in children(t, "det"))


def is_forced(verb: Token) -> bool:
    """ "Forced the crew to leave": what one is made to do is laid on whoever makes one do it."""
    forced = verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB"
    return forced and verb.head.lemma_ in load_yaml("modality.yml")["forcing"]


def is_told(p: Predicate, arguments: Arguments) -> bool:
    """Conduct of nobody known: done to somebody ("Many have been tortured"), done with arms ("jets hit the
    harbour"), or an event that took place, with what it hit ("a strike on a ship"); "the strike" goes back to
    one that was told, and "when the strike took place" says no more than when something else did.
    """
    known = any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in p.token.children)
    if p.fillers("event"):
        return not (known and p.anchor.dep_ == "advcl")
    if p.token.pos_ == "NOUN":
        if known and any(c._.in_date for c in p.token.children):  # "the May 3 attacks on Orlan"
            return any(arguments.has_class(p, slot, HIT) for slot in ("on", "in", "at", "against"))
        return not known and any(arguments.has_class(p, slot, HIT) for slot in ("on", "of", "against"))
    if p.token.pos_ != "VERB":
        return False
    if arguments.has_class(p, "subject", ("weapon",)):
        hit = (*HIT, "materiel_word")
        return any(arguments.has_class(p, slot, hit) for slot in ("object", "on", "at", "into", "against"))
    return is_passive(p.token) and not p.fillers("subject") and arguments.has_class(p, "object", DONE_TO)


def tells_who(verb: Token) -> bool:
    """ "those who were not killed": tells of whom one speaks, and denies nothing."""
    return verb.dep_ == "relcl" and any(s.tag_ in ("WP", "WDT") for s in children(verb, "nsubj", "nsubjpass"))


def is_fiction(p: Predicate, arguments: Arguments) -> bool:
    """A novel's king is killed, a team is beaten: nothing of it is conduct."""
    if arguments.has_class(p, "in", ("fiction",)):
        return True
    return is_sport(p.token)


def is_sport(token: Token) -> bool:
    """In a sentence with one word that only sport has, or two that it shares."""
    nouns = [t for t in token.sent if t.pos_ in ("NOUN", "PROPN")]
    words = load_yaml("frames.yml")["classes"]
    shared = {t.lemma_.lower() for t in nouns} & set(words["sport_shared"])
    return len(shared) > 1 or any({t.lemma_.lower(), t.lower_} & set(words["sport"]) for t in nouns)


def is_sanctioning(p: Predicate, arguments: Arguments) -> bool:
    """ "the Treasury is targeting a network", "they also target X": not with arms, in a text on sanctions."""
    officials = arguments.has_class(p, "object", ("official_word",))
    hit = arguments.has_class(p, "object", ("victim", "territory")) and not officials
    civil = arguments.has_class(p, "subject", ("state", "government_body"))
    return not hit and (civil or any(t.pos_ == "PRON" for t in p.fillers("subject")))


def describes_victim(claim: Claim, found: list[Claim], doc: Doc) -> bool:
    """ "Killed others who aided foreign forces": says who was killed, and blames nobody."""
    if claim.category != "general_support" or doc[claim.token].dep_ != "relcl":
        return False
    hurt = [c for c in found if c.category in ("attack", "targeted_killing", "repression")]
    return any(
        c.content[0] <= claim.token < c.content[1] and claim.of("accused") & c.of("target") for c in hurt
    )
