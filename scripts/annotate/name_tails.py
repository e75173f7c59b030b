"""Tails of organizations' names: what stands behind the head that says what they are ("Ministry of Foreign
Affairs", "Movement for the Liberation of Norland").
"""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.annotate.lexicon import lexicon
from scripts.annotate.name_runs import in_run, joins
from scripts.annotate.state_words import is_state_word

# Prepositions that join an organization's name to what it is for: "Commission on Human Rights".
TAIL = ("of", "for", "on", "against", "to")


def tail_end(doc: Doc, head: int) -> int:
    """Where a name ends whose head stands at `head`: behind its tails "of (the) Name (and Name)", the
    second of which the tree hangs on the first.
    """
    end = _one_tail(doc, head + 1)
    if end == head + 1:
        return end
    while end < len(doc) and head <= doc[end].head.i < end:
        longer = _one_tail(doc, end)
        if longer == end:
            break
        end = longer
    return _with_country(doc, end)


def _one_tail(doc: Doc, stop: int) -> int:
    """The end of the tail that begins at `stop`; `stop` itself where none does."""
    if stop + 1 >= len(doc) or doc[stop].lower_ not in TAIL or doc[stop]._.block is None:
        return stop
    at = stop + 1
    if doc[at].lower_ == "the" and at + 1 < len(doc):
        at += 1
    if not in_run(doc[at]):
        return stop
    while at < len(doc) and not _begins_person(doc, at) and _goes_on(doc, at):
        at += 1
    return at


def _goes_on(doc: Doc, at: int) -> bool:
    """Is this word of a tail, or does it join one more theme to it?"""
    word = doc[at]
    if in_run(word) or joins(word):
        return True
    if word.lower_ in ("and", "&"):
        return _is_theme(doc, at + 1)
    return word.text == "," and not is_state_word(doc[at - 1].text) and _closes_list(doc, at + 1)


def _begins_person(doc: Doc, at: int) -> bool:
    return doc[at].ent_type_ == "PERSON" and doc[at - 1].ent_type_ != "PERSON"


def _run_end(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and in_run(doc[end]):
        end += 1
    return end


def _is_theme(doc: Doc, start: int) -> bool:
    """ "(Ministry of Justice) and Human Rights", not "(Ministry of Norland) and Orlan Police
    Department"; a plural head is a theme, too: "(Department of Health) and Human Services".
    """
    end = _run_end(doc, start)
    return end > start and not any(
        lexicon().organization_type(t.text) and not t.text.endswith("s") for t in doc[start:end]
    )


def _closes_list(doc: Doc, start: int) -> bool:
    """ "(Ministry of Relief), Disaster Preparedness and Refugees": one more theme, and the last behind
    "and".
    """
    end = _run_end(doc, start)
    last = end + 1
    if end == start or last >= len(doc) or doc[end].lower_ != "and":
        return False
    words = [*doc[start:end], *doc[last : _run_end(doc, last)]]
    others = any(
        t.ent_type_ in ("PERSON", "GPE") or t.ent_iob_ == "B" or is_state_word(t.text) for t in words
    )
    return not others and _is_theme(doc, start) and _is_theme(doc, last)


def _with_country(doc: Doc, end: int) -> int:
    """ "(Ministry of Defence) of Norland": which one it is."""
    of = end + 1 < len(doc) and doc[end].lower_ == "of" and is_state_word(doc[end + 1].text)
    return end + 2 if of and doc[end + 1]._.block is not None else end
