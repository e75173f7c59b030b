"""Hedges: what a text tells with the words "allegedly", "accused of", "is said to have" is not told as
done.
"""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import agents, children, is_passive, was_found
from scripts.reference import load_yaml

CHARGED_WITH = ("of", "with", "for", "in")
# Lists of `modality.yml` whose words leave open whether what follows a preposition was done: "jailed for
# spreading false news", "faces trial for murder", "suspicions of", "linked to".
LEAVING_OPEN = {
    "held": ("for",),
    "penalties": ("for", "over"),
    "suspicions": ("of",),
    "linking": ("to", "with"),
}
# "Stand accused of": whoever is accused stands there, too.
STANDING = ("stand", "remain")


def hedged(stage: str, token: Token, anchor: Token) -> str:
    """The stage of an act that its words hedge: never `accomplished`."""
    if stage != "accomplished":
        return stage
    words = load_yaml("modality.yml")
    joined = (
        [token.head] if token.dep_ == "conj" and token.pos_ == "NOUN" else []
    )  # "alleged theft and torture"
    before = {
        c.lower_
        for t in (token, anchor, *joined)
        for c in t.children
        if c.dep_ in ("amod", "advmod", "compound")
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
    words = load_yaml("modality.yml")
    for t in (token, *token.ancestors):
        prep = t.head
        if t.dep_ in ("pcomp", "pobj") and prep.dep_ == "prep":
            lemma = prep.head.lemma_.lower()
            if lemma in words["charges"] and is_passive(prep.head) and prep.lower_ in CHARGED_WITH:
                return not agents(prep.head)
            if lemma in words["charges"] and prep.head.head.lemma_ in STANDING:
                return True
            if _is_against(prep, words["suspicions"]):
                return True
            for governor in (prep.head, *children(prep.head, "dobj")):
                if _leaves_open(governor, prep):
                    return True
        if t.dep_ in ("ROOT", "ccomp") or (t.dep_ == "relcl" and t.head.dep_ != "attr"):
            return False
    return False


def _leaves_open(governor: Token, prep: Token) -> bool:
    words = load_yaml("modality.yml")
    lemma = governor.lemma_.lower()
    return any(lemma in words[kind] and prep.lower_ in preps for kind, preps in LEAVING_OPEN.items())


def _is_against(prep: Token, suspicions: list[str]) -> bool:
    """ "Allegations against the army of torture"."""
    charged = prep.head
    against = charged.head if charged.dep_ == "pobj" else charged
    return prep.lower_ == "of" and against.lower_ == "against" and against.head.lemma_ in suspicions


def _is_only_said(verb: Token) -> bool:
    """ "is alleged to have directed the plot"."""
    said = verb.head
    if was_found(verb):
        return False  # "was found beheaded" says what was seen
    return (
        verb.dep_ == "xcomp" and said.lemma_.lower() in cues().verbs and is_passive(said) and not agents(said)
    )
