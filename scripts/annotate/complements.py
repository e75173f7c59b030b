"""Complements that the parser hangs on a verb instead of its object, or on the object instead of the verb."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children
from scripts.reference import load_yaml


def mend_denied(verb: Token) -> None:
    """ "Denied any role in the bombing": the role is in the bombing, not the denying."""
    cue = cues().verbs.get(verb.lemma_)
    if cue is None or cue.stance != "denied" or not cue.object:
        return
    for denied in children(verb, "dobj")[-1:]:
        for prep in children(verb, "prep"):
            told = [o for o in children(prep, "pobj") if o.lemma_.lower() not in cues().documents]
            if prep.i == denied.right_edge.i + 1 and told and denied.lemma_ in cues().parts:
                prep.head = denied


def mend_part(part: Token) -> None:
    """ "Accused X of complicity in torture": complicity is in torture, wherever the tree hangs it."""
    after = part.nbor(1) if part.i + 1 < len(part.doc) else part
    if part.lemma_ in cues().parts and part.dep_ == "pobj" and after.lower_ == "in" and after.dep_ == "prep":
        after.head = part


def mend_supplied(verb: Token) -> None:
    """ "Supplied the rebels with rifles": not rebels who have rifles."""
    if verb.pos_ != "VERB" or verb.lemma_ not in load_yaml("attachment.yml")["given_with"]:
        return
    for receiver in children(verb, "dobj"):
        for prep in children(receiver, "prep"):
            if prep.lower_ == "with":
                prep.head = verb


def mend_aim(infinitive: Token) -> None:
    """ "Threatened on Tuesday to impose ...": what is threatened, not why."""
    words = load_yaml("modality.yml")
    governs = {*words["attempt"], *words["plan"], *words["threat"], *words["prevent"]}
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.children)
    if infinitive.dep_ != "advcl" or infinitive.tag_ != "VB" or not to or infinitive.i < infinitive.head.i:
        return
    if infinitive.head.lemma_.lower() in governs and not children(infinitive.head, "xcomp", "dobj", "ccomp"):
        infinitive.dep_ = "xcomp"


def mend_plot(verb: Token) -> None:
    """ "Foiled a plot to kill the president": whoever foils it does not kill."""
    words = load_yaml("attachment.yml")
    if verb.lemma_ not in words["uncovering"]:
        return
    plots = [o for o in children(verb, "dobj") if o.lemma_ in words["plots"]]
    for aim in children(verb, "advcl", "xcomp"):
        if plots and aim.tag_ == "VB" and aim.left_edge.i == plots[0].right_edge.i + 1:
            aim.head, aim.dep_ = plots[0], "acl"


def mend_prevented(verb: Token) -> None:
    """ "Keep gangs camped along the river from launching raids": it is the stopping that is "from"."""
    if verb.lemma_ not in load_yaml("attachment.yml")["preventing"]:
        return
    for kept in children(verb, "dobj"):
        below = [t for t in verb.subtree if t.lower_ == "from" and t.i > kept.i and children(t, "pcomp")]
        for prep in below[:1]:
            prep.head = verb


def mend_receiver(verb: Token) -> None:
    """ "Fed the rebels the coordinates": of two objects the first receives the second."""
    objects = children(verb, "dobj")
    if len(objects) == 2 and verb.lemma_ in load_yaml("attachment.yml")["given"]:
        objects[0].dep_ = "dative"
