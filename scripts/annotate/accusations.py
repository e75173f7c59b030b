"""What somebody is accused of, which the parser hangs on the accused or on a name beside it.

"Accused fighters from the Orlan Brigade of killing farmers": nobody has a brigade of killing farmers.
"Urged X to leave Y, accusing Z of ...": it is the urging one who accuses.
"""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import behind, children

FINITE = ("VBD", "VBZ", "VBP", "VBN")


def is_accusing(verb: Token) -> bool:
    cue = cues().verbs.get(verb.lemma_)
    return verb.pos_ == "VERB" and cue is not None and cue.force == "accusation"


def mend_charge(verb: Token) -> None:
    """Hangs "of doing" on the accusing verb, with the prepositions beside it."""
    for clause in children(verb, "ccomp"):
        _mend_object(verb, clause)
    about = cues().verbs[verb.lemma_].about
    clauses = children(verb, "dobj", "ccomp")
    below = [t for c in clauses for t in c.subtree if t.dep_ == "prep" and t.lower_ in about and t.i > verb.i]
    doing = [p for p in below if children(p, "pcomp")]
    own = [p for p in children(verb, "prep") if p.lower_ in about]
    direct = [p for p in below if p.head.dep_ == "dobj" and "of" not in about][-1:]  # "implicated X in raids"
    charges = [p for p in below if _is_before(p, own[0], verb)] if own and not direct else doing[:1] or direct
    for charge in charges:
        charge.head = verb


def mend_accused_by(verb: Token) -> None:
    """ "Was accused of the massacre by villagers": it is the villagers who accuse."""
    if not children(verb, "nsubjpass") or children(verb, "agent"):
        return
    charges = behind(verb, *cues().verbs[verb.lemma_].about)
    by = [p for o in charges for p in children(o, "prep") if p.lower_ == "by"][-1:]
    for accuser in by:
        accuser.head, accuser.dep_ = verb, "agent"


def _mend_object(verb: Token, clause: Token) -> None:
    """ "Accused fighters thought to be X's of ...": whom a participle describes, not who thought."""
    subject = next((s for s in children(clause, "nsubj") if s.i > verb.i), None)
    if subject is None or clause.tag_ not in ("VBD", "VBN") or children(clause, "mark", "aux"):
        return
    subject.head, subject.dep_ = verb, "dobj"
    clause.head, clause.dep_, clause.tag_ = subject, "acl", "VBN"


def _is_before(charge: Token, following: Token, verb: Token) -> bool:
    """ "Accuse the military of killings, of razing villages": a comma and the like preposition follow."""
    end = charge.right_edge.i + 1
    doc = verb.doc
    direct = charge.head.dep_ == "dobj" and charge.head.head == verb
    return direct and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1] == following


def mend_accuser(accusing: Token) -> None:
    """Hangs ", accusing Z of ..." on the verb of its sentence."""
    after_comma = accusing.i > 0 and accusing.nbor(-1).text == ","
    if accusing.tag_ != "VBG" or accusing.dep_ != "acl" or not after_comma:
        return
    above = next((t for t in accusing.ancestors if t.pos_ == "VERB" and t.tag_ in FINITE), None)
    if above is not None:
        accusing.head, accusing.dep_ = above, "advcl"


def mend_hearsay(said: Token) -> None:
    """ "Doe, said to have headed a gang, was arrested": nobody speaks there, and Doe is who was arrested."""
    subject = next((s for s in children(said, "nsubj") if s.i < said.i), None)
    clause = next((c for c in children(said, "ccomp") if c.i > said.i), None)
    if subject is None or clause is None or said.nbor(-1).text != "," or not children(said, "xcomp"):
        return
    if said.dep_ != "ROOT" or children(clause, "nsubj", "nsubjpass", "mark"):
        return
    clause.head, clause.dep_ = clause, "ROOT"
    subject.head, subject.dep_ = clause, "nsubjpass" if children(clause, "auxpass") else "nsubj"
    said.head, said.dep_, said.tag_ = subject, "acl", "VBN"


def mend_answer(saying: Token) -> None:
    """ "Doe denied the charges saying she was abroad": it is Doe who says so."""
    noun = saying.head
    denying = cues().verbs.get(noun.head.lemma_)
    told = noun.lemma_ in cues().nouns and noun.lemma_ not in cues().documents and noun.dep_ == "dobj"
    if saying.tag_ != "VBG" or saying.dep_ != "acl" or saying.lemma_ not in cues().verbs:
        return
    if told and denying is not None and denying.stance == "denied":
        saying.head, saying.dep_ = noun.head, "advcl"
