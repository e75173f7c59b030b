"""Reporting verbs that report nothing: what is not said, or not confirmed."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children, is_negated, modals


def is_withheld(verb: Token) -> bool:
    """Nothing is said: "did not say that", "would neither confirm nor deny", "declined to confirm"."""
    if is_negated(verb) or _calls_names(verb):
        return True
    cue = cues().verbs.get(verb.lemma_)
    if cue is not None and cue.force == "belief" and modals(verb) & {"must", "should", "ought"}:
        return True  # "the president must know that ..."
    head = verb.head
    pair = (verb, head) if verb.dep_ == "conj" else (verb,)  # "would neither confirm nor deny"
    if any(c.lower_ in ("neither", "nor") and c.dep_ in ("preconj", "cc") for t in pair for c in t.children):
        return True
    return verb.dep_ in ("xcomp", "acl") and (head.lemma_.lower() in cues().refusals)


def _calls_names(verb: Token) -> bool:
    """ "Whom the government dismisses as bandits": that tells what it thinks of them, and denies nothing."""
    names = [n for p in children(verb, "prep") if p.lower_ == "as" for n in children(p, "pobj")]
    cue = cues().verbs.get(verb.lemma_)
    return cue is not None and cue.stance == "denied" and any(_is_people(n) for n in names)


def _is_people(noun: Token) -> bool:
    words = lexicon()
    lemma = noun.lemma_.lower()
    return words.is_person_noun(lemma) or words.is_group_noun(lemma) or words.is_group_noun(noun.lower_)
