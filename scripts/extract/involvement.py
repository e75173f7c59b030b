"""Whom words of blame and of taking part make the doer of a deed: "responsible for the raid", "accused of
torture", "played a role in the attack".
"""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import behind, children
from scripts.reference import load_yaml


def involved(governor: Token) -> list[Token]:
    """Whom "responsible for", "involved in", "behind", "implicated in", "accused of" makes the doer."""
    if governor.lemma_.lower() in load_yaml("frames.yml")["light"]["laid_on_object"]:
        return children(governor, "dobj", "nsubjpass") or (
            subjects(governor) if governor.tag_ == "VBN" else []
        )
    if governor.pos_ in ("VERB", "AUX"):
        return subjects(governor)
    if governor.pos_ == "ADJ" and governor.head.pos_ in ("VERB", "AUX"):
        return subjects(governor.head)
    if governor.pos_ in ("ADJ", "VERB") and governor.head.pos_ in ("NOUN", "PROPN"):
        return [governor.head]
    held = governor.head.head if governor.dep_ == "pobj" else governor
    if held != governor and held.dep_ == "dobj":
        held = held.head  # where the tree has a minister of complicity
    if held.lemma_ in load_yaml("frames.yml")["light"]["laid_on_object"]:
        return involved(held)  # "was detained on suspicion of murder", "accused X of complicity in torture"
    if governor.pos_ == "NOUN":
        charged = behind(governor, "against") if governor.lemma_ in cues().nouns else behind(governor, "by")
        whose = children(governor, "poss") or charged
        return whose or (subjects(governor.head) if _has_a_part(governor) else [])
    return []


def charge_of(connection: Token) -> Token | None:
    """The verb of "was charged in connection with the raid"."""
    if connection.lemma_ != "connection" or connection.dep_ != "pobj":
        return None
    verb = connection.head.head
    return verb if verb.lemma_ in load_yaml("frames.yml")["light"]["charged"] else None


def _has_a_part(part: Token) -> bool:
    """ "X played a role", "denied any part": not whoever condemns or reports it."""
    telling = cues().verbs.get(part.head.lemma_)
    judging = part.head.lemma_ in load_yaml("anaphora.yml")["judging"]
    tells = telling is not None and (telling.force == "accusation" or telling.stance == "asserted")
    return part.dep_ == "attr" or (part.dep_ == "dobj" and not judging and not tells)
