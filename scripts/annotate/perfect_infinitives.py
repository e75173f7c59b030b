"""What is behind "to have done": who is thought, and who found, that somebody did it."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children
from scripts.reference import load_yaml


def mend_supposed(participle: Token) -> None:
    """ "A man thought to have crossed the river died": the tree has a thinking that died."""
    supposed = participle.lemma_ in load_yaml("attachment.yml")["supposing"] and participle.dep_ == "nsubj"
    bare = participle.tag_ in ("VBN", "VBD") and not children(participle, "aux", "auxpass")
    infinitive = any(
        c.i == participle.i + 2 or c.nbor(-1).lower_ == "have" for c in children(participle, "xcomp")
    )
    subject = next((s for s in children(participle, "nsubj") if s.i < participle.i), None)
    if not supposed or not bare or not infinitive or subject is None:
        return
    subject.head, subject.dep_ = participle.head, "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def mend_determined(infinitive: Token) -> None:
    """ "Doe was determined to have shelled the town by the court": the court determined it, and the tree has
    a town by the court, and a determined Doe.
    """
    finding = infinitive.head
    done = infinitive.dep_ == "xcomp" and any(c.lower_ == "have" for c in children(infinitive, "aux"))
    if not done or children(infinitive, "auxpass"):
        return
    if finding.dep_ == "acomp" and finding.tag_ == "JJ" and finding.head.lemma_ == "be":
        _make_passive(finding)
    if finding.tag_ != "VBN" or finding.lemma_ not in cues().verbs or not children(finding, "auxpass"):
        return
    for by in [c for c in children(infinitive, "agent", "prep") if c.lower_ == "by" and children(c, "pobj")]:
        by.head, by.dep_ = finding, "agent"


def _make_passive(finding: Token) -> None:
    lemma = next((v for v in (finding.lower_[:-1], finding.lower_[:-2]) if v in cues().verbs), None)
    be = finding.head
    if lemma is None:
        return
    finding.lemma_, finding.tag_, finding.pos_ = lemma, "VBN", "VERB"
    finding.head, finding.dep_ = (finding, "ROOT") if be.dep_ == "ROOT" else (be.head, be.dep_)
    for child in [c for c in be.children if c != finding]:
        child.head = finding
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    be.head, be.dep_ = finding, "auxpass"
