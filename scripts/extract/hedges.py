"""Hedges: what a text tells with the words "allegedly", "accused of", "is said to have" is not told as
done.
"""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import agents, is_passive
from scripts.reference import load_yaml


def hedged(stage: str, token: Token, anchor: Token) -> str:
    """The stage of an act that its words hedge: never `accomplished`."""
    if stage != "accomplished":
        return stage
    words = load_yaml("modality.yml")
    before = {
        c.lower_ for t in (token, anchor) for c in t.children if c.dep_ in ("amod", "advmod", "compound")
    }
    if before & set(words["tried"]):
        return "attempted"
    if token.lemma_.lower() in words["charges"] and is_passive(token) and not agents(token):
        return "hypothetical"  # "the raids have been blamed on X"
    if before & set(words["hedges"]) or _is_only_accused(token) or _is_only_said(anchor):
        return "hypothetical"
    return stage


def _is_only_accused(token: Token) -> bool:
    """ "a commander accused of murdering civilians": by whom is not said; "linked to the bombing"."""
    for t in (token, *token.ancestors):
        prep = t.head
        if t.dep_ in ("pcomp", "pobj") and prep.dep_ == "prep":
            charged = prep.head.lemma_.lower() in load_yaml("modality.yml")["charges"]
            if charged and is_passive(prep.head) and prep.lower_ in ("of", "with", "for", "in"):
                return not agents(prep.head)
            if prep.head.lemma_.lower() in load_yaml("modality.yml")["held"] and prep.lower_ == "for":
                return True  # "jailed for spreading false news"
            if prep.head.lemma_.lower() in load_yaml("modality.yml")["suspicions"] and prep.lower_ == "of":
                return True
            if prep.head.lemma_.lower() in load_yaml("modality.yml")["linking"] and prep.lower_ in (
                "to",
                "with",
            ):
                return True
        if t.dep_ in ("ROOT", "ccomp") or (t.dep_ == "relcl" and t.head.dep_ != "attr"):
            return False
    return False


def _is_only_said(verb: Token) -> bool:
    """ "is alleged to have directed the plot"."""
    said = verb.head
    return (
        verb.dep_ == "xcomp" and said.lemma_.lower() in cues().verbs and is_passive(said) and not agents(said)
    )
