"""How far an act went by the words: done, attempted, threatened, only thought of, or denied."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.syntax import children, is_negated, modals
from scripts.reference import load_yaml


def stage(verb: Token) -> str | None:
    """`accomplished`, `attempted`, `threatened`, `hypothetical`, `negated`, or None where nothing is
    claimed at all.
    """
    words = load_yaml("modality.yml")
    found = "accomplished"
    token = verb
    for _ in range(6):
        lemma = token.lemma_.lower()
        if is_negated(token):
            return "negated"
        if any(c.lower_ in words["conditions"] and c.dep_ in ("mark", "advmod") for c in token.children):
            return None
        used = modals(token)
        if used & set(words["modals_open"]):
            return None
        if used & set(words["modals_announced"]):
            found = "hypothetical"
        head = token.head
        governed = token.dep_ in ("xcomp", "pcomp", "acl", "conj") and head != token
        if token.dep_ == "pcomp":
            head = head.head
        if not governed:
            return found
        if token.dep_ == "acl" and token.tag_ != "VB":
            return found
        if token.dep_ != "conj":
            lemma = head.lemma_.lower()
            if lemma in words["attempt"]:
                found = "attempted"
            elif lemma in words["plan"]:
                found = "hypothetical"
            elif lemma in words["threat"]:
                found = "threatened"
            elif lemma in words["prevent"]:
                return None
        elif children(token, "nsubj", "nsubjpass"):
            return found
        if (
            head.pos_ not in ("VERB", "AUX", "ADJ")
            and head.lemma_.lower() not in words["attempt"] + words["plan"] + words["threat"]
        ):
            return found
        token = head
    return found
