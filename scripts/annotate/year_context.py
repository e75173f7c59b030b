"""Whether a bare number is a year: "in 2014", "the 2016 election", "(2011-2013)", but not "2014 rifles"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from scripts.annotate.date_lexicon import vocabulary


def before(span: Span) -> Token | None:
    """The token in front of `span`, `None` at a gap."""
    token = span.doc[span.start - 1] if span.start else None
    return None if token is None or token.is_space else token


def after(span: Span) -> Token | None:
    """The token behind `span`, `None` at a gap."""
    token = span.doc[span.end] if span.end < len(span.doc) else None
    return None if token is None or token.is_space else token


def names(token: Token) -> bool:
    """Part of a proper name."""
    return token.pos_ == "PROPN" and token.text[0].isupper()


def determines(token: Token) -> bool:
    """In front of a noun phrase: an article, a possessive, an adjective."""
    return token.tag_ in ("DT", "PRP$", "POS") or token.pos_ == "ADJ"


def is_year(span: Span) -> bool:
    """Behind a preposition of time, alone in brackets, or in front of a thing that has a date."""
    front, behind, year = before(span), after(span), span[-1]
    if front is None or counts_behind(span):
        return False
    word = front.lower_
    if word in vocabulary("guards", "not_a_year_after"):
        return False
    if word in ("(", "["):
        return behind is not None and behind.text in (")", "]")
    if behind is not None and behind.lower_ in ("to", "-", "–") and _number_behind(behind):
        return False
    if is_as_late_as(front):
        return True
    if word == "of":
        return _as_of(front) or _is_year_of(front.head, year)
    if word in vocabulary("guards", "year_prepositions"):
        loose = word in ("by", "than", "around", "after", "before")
        return not (loose and _is_round(year) and behind is not None and not behind.is_punct)
    return _modifies(front, year, behind)


def is_as_late_as(token: Token) -> bool:
    """The second "as" of "as early as 2013", "as recently as May"."""
    return token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ in ("early", "late", "recently")


def counts_behind(span: Span) -> bool:
    """ "2014 people", "1900 GMT": the number counts what follows."""
    year, behind, front = span[-1], after(span), before(span)
    if behind is None:
        return False
    if behind.lower_ in vocabulary("guards", "not_a_year_before"):
        return True
    noun = year.head
    bound = front is not None and front.lower_ in ("in", "since")
    if bound and noun.dep_ in ("nsubj", "nsubjpass") and not _is_round(year):
        # "In 2014 rebels took the town": the noun is the subject, so the preposition has only the year.
        return False
    counted = (
        year.dep_ in ("nummod", "quantmod", "compound") and noun.i > year.i and noun.tag_ in ("NNS", "NNPS")
    )
    return (
        counted and not behind.is_punct and noun.lemma_.lower() not in vocabulary("guards", "dated_plurals")
    )


def _as_of(of: Token) -> bool:
    return of.i > 0 and of.nbor(-1).lower_ == "as"


def _is_year_of(noun: Token, year: Token) -> bool:
    """ "the coup of 1991", but not "a total of 2014"."""
    quantity = noun.lemma_.lower() in vocabulary("guards", "quantity_nouns")
    return not quantity and noun.pos_ in ("NOUN", "PROPN") and not _is_round(year)


def _modifies(front: Token, year: Token, behind: Token | None) -> bool:
    """ "the 2016 election", "a 2018 report", "the country's 2015 nuclear deal"."""
    if (
        behind is None
        or not determines(front)
        or front.lower_ in ("some", "any", "no", "all", "these", "those")
    ):
        return False
    noun = year.head if year.head.i > year.i else behind
    if noun.tag_ in ("NN", "NNP") and noun.i - year.i <= 4:
        return noun.lower_ not in vocabulary("guards", "not_a_year_before")
    dated = noun.lemma_.lower() in vocabulary("guards", "dated_plurals")
    return dated and not _is_round(year) and front.pos_ != "ADJ"


def _is_round(year: Token) -> bool:
    return year.text.isdigit() and int(year.text) % 100 == 0


def _number_behind(joint: Token) -> bool:
    return joint.i + 1 < len(joint.doc) and joint.nbor(1).like_num
