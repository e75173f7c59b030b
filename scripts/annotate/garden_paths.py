"""Participles that the tree takes for the verb of the sentence, and their noun for who acts."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.syntax import children
from scripts.reference import load_yaml


def mend_garden_path(participle: Token) -> None:
    """ "The soldiers, taken hostage on Monday, were released", "A man arrested at the port is being tried":
    the tree makes them the takers.
    """
    joined = children(participle, "conj", "ccomp", "advcl")
    above = [participle.head] if participle.dep_ == "ccomp" and participle.head.i > participle.i else []
    later = next((c for c in (*joined, *above) if _goes_on(c)), None)
    subject = next((s for s in children(participle, "nsubj") if s.i < participle.i), None)
    bare = participle.tag_ in ("VBN", "VBD") and not children(participle, "aux", "auxpass")
    if not bare or participle.dep_ not in ("ROOT", "ccomp") or later is None or subject is None:
        return
    apart = participle.nbor(-1).text == "," and participle.tag_ == "VBN"
    undergone = participle.lower_ in load_yaml("attachment.yml")["undergone"]
    if not apart and (not undergone or children(participle, "dobj", "ccomp", "xcomp")):
        return
    if later not in above:
        later.head, later.dep_ = later if participle.dep_ == "ROOT" else participle.head, participle.dep_
    for day in children(later, "nsubj", "nsubjpass"):  # "until 22 April were brought": no subject
        day.dep_ = "npadvmod"
    subject.head, subject.dep_ = later, "nsubjpass" if children(later, "auxpass") else "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def _goes_on(later: Token) -> bool:
    """Whether it is the finite verb of a clause that has no subject of its own but a date."""
    own = [s for s in children(later, "nsubj", "nsubjpass", "expl") if s.ent_type_ != "DATE"]
    finite = any(c.tag_ in ("VBZ", "VBD", "VBP", "MD") for c in children(later, "aux", "auxpass"))
    opened = [m for m in children(later, "mark", "advmod") if m.i < later.i and m.tag_ in ("IN", "WRB")]
    return finite and not own and all(m.nbor(1).ent_type_ == "DATE" for m in opened)


def mend_told(saying: Token) -> None:
    """ "Two men spied on bases, the department said": the tree makes them men that were spied."""
    speakers = [s for s in children(saying, "nsubj") if s.i < saying.i]
    if len(speakers) != 2 or speakers[1].left_edge.i == 0 or speakers[1].left_edge.nbor(-1).text != ",":
        return
    doer = speakers[0]
    told = [c for c in children(doer, "acl") if c.tag_ in ("VBN", "VBD") and c.i == doer.i + 1]
    if not told or children(told[0], "agent"):
        return
    told[0].head, told[0].dep_, told[0].tag_ = saying, "ccomp", "VBD"
    doer.head = told[0]
