"""How far an act went that a noun tells of: its governor and its clause say so."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_withheld import is_withheld
from scripts.annotate.syntax import children, is_negated
from scripts.extract.clauses import stating_verb
from scripts.extract.modality import is_to_cease, ongoing, stage
from scripts.reference import load_yaml


def noun_stage(noun: Token) -> str | None:
    """A noun of action stands in a clause; a clause that is only thought of or denied carries it along."""
    words = load_yaml("modality.yml")
    if is_to_cease(noun):
        return ongoing(noun.head)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and governor.lemma_.lower() in words["risks"]:
        return None  # "prepare for the threat of attacks"
    if noun.dep_ in ("dobj", "pobj") and governor.lemma_.lower() in words["prevent"]:
        return None
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("against", "on")
        and governor.lemma_.lower() in words["bans"]
    ):
        return None
    if noun.dep_ == "dobj" and governor.lemma_.lower() in words["telling"]:
        return None  # "a film that depicts the assassination"
    if noun.dep_ == "dobj" and governor.lemma_.lower() in cues().verbs and is_withheld(governor):
        return None  # "neither confirmed nor denied the killing"
    if any(_is_called_false(t, words) for t in noun.ancestors):
        return "negated"
    if noun.dep_ in ("dobj", "nsubjpass") and governor.lemma_.lower() in words["plan"] + words["plotting"]:
        return "hypothetical"
    if governor.lemma_ == "lead" and governor.head.lemma_.lower() in words["wanted"]:
        return None  # "a reward for hints that lead to the arrest"
    verb = stating_verb(noun)
    if verb.pos_ not in ("VERB", "AUX"):
        return "accomplished"
    found = stage(verb)
    if (
        found in (None, "hypothetical")
        and noun.dep_ == "pobj"
        and governor.lemma_.lower() in words["answering"]
    ):
        return "accomplished"  # "must be held accountable for the killing"
    if noun.dep_ == "attr":
        return found  # "it was no attack on civilians"
    return "accomplished" if found in ("negated", "attempted") else found


def _is_called_false(noun: Token, words: dict[str, list[str]]) -> bool:
    """ "Information about the killing of hundreds is incorrect"."""
    telling = (*cues().nouns, *cues().documents, *words["tidings"])
    told = noun.dep_ == "nsubj" and noun.lemma_.lower() in telling
    judged = {c.lemma_.lower() for c in children(noun.head, "acomp", "attr")} if told else set()
    return bool(judged & set(words["false"])) and not is_negated(noun.head)
