"""What the grammar of a clause says about when it happens: before, around or after the article's date."""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Token

from scripts.annotate.date_lexicon import vocabulary

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "ought"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_DEPTH = 8


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    # "would be held", "was to leave": after the past moment that is told of, before or after publication
    FUTURE_IN_PAST = "future in past"


def tense_of(token: Token) -> str:
    """`past`, `present` or `future`: the clause that `token` stands in; without a verb it is `present`."""
    verb = governing_verb(token)
    tense = verb_tense(verb) if verb is not None else Tense.PRESENT
    return str(Tense.FUTURE if tense is Tense.FUTURE_IN_PAST else tense)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above `token`, auxiliaries and participles in front of a noun passed over.

    Where the parser makes the subject the head of the sentence, the finite verb hangs on that.
    """
    for _ in range(40):
        if is_verb(token):
            return token
        if token.head == token:
            return next(
                (
                    c
                    for c in token.rights
                    if c.tag_ in ("VBD", "VBZ", "VBP") and c.dep_ in ("acl", "relcl", "appos")
                ),
                None,
            )
        token = token.head
    return None


def is_verb(token: Token) -> bool:
    return (
        token.tag_ in _VERB_TAGS
        and token.pos_ in ("VERB", "AUX")
        and token.dep_ not in ("aux", "auxpass", "amod", "prep")
    )


def verb_tense(verb: Token, depth: int = 0) -> Tense:
    """The tense of a verb with its auxiliaries; infinitives and participles have that of the verb above."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    perfect = bool(helpers & {"have", "has", "had", "having", "'ve", "’ve"})
    if helpers & _WILL:
        return Tense.FUTURE
    if "would" in helpers or ("'d" in helpers and verb.tag_ == "VB"):
        return Tense.PAST if perfect else Tense.FUTURE_IN_PAST
    if helpers & _MODALS:
        return Tense.PAST if perfect else Tense.PRESENT
    finite_past = bool(helpers & {"was", "were", "did"})
    if "to" in helpers:
        if finite_past:
            return Tense.FUTURE_IN_PAST
        if helpers & {"is", "are", "'s", "’s", "'re"} and not perfect:
            return Tense.FUTURE
        return Tense.PAST if perfect else _of_infinitive(verb, depth)
    if verb.tag_ == "VBD" or finite_past or perfect:
        return Tense.PAST
    if helpers & {"is", "are", "am", "'s", "’s", "'re", "’re", "does", "do", "be"}:
        return Tense.PRESENT
    if verb.tag_ in ("VBZ", "VBP"):
        return Tense.PRESENT
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "ROOT", "relcl"):
        return (
            Tense.FUTURE_IN_PAST
            if verb.lemma_ in vocabulary("tense", "prospective_participles")
            else Tense.PAST
        )
    if (
        verb.tag_ == "VBG"
        and verb.dep_ == "pcomp"
        and verb.head.lower_ in vocabulary("tense", "anterior_prepositions")
    ):
        return Tense.PAST
    return _of_head(verb, depth)


def _of_infinitive(verb: Token, depth: int) -> Tense:
    head = verb.head
    looks_ahead = head.lemma_.lower() in vocabulary("tense", "prospective") or (
        head.lemma_ == "be" and verb.dep_ == "xcomp"
    )
    if looks_ahead and head != verb:
        governor = head if is_verb(head) else governing_verb(head)
        above = verb_tense(governor, depth + 1) if governor is not None and depth < _DEPTH else Tense.PRESENT
        if head.tag_ == "VBN" and head.dep_ in ("acl", "relcl"):
            above = Tense.PRESENT
        return Tense.FUTURE_IN_PAST if above in (Tense.PAST, Tense.FUTURE_IN_PAST) else Tense.FUTURE
    return _of_head(verb, depth)


def _of_head(verb: Token, depth: int) -> Tense:
    if verb.head == verb or depth >= _DEPTH:
        return Tense.PRESENT
    governor = governing_verb(verb.head)
    return verb_tense(governor, depth + 1) if governor is not None else Tense.PRESENT
