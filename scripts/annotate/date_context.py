"""Whether what stands around an expression makes it a date: "in March", but not "the March of the widows".

Each guard answers for one kind of expression; what is unsure is no date.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from scripts.annotate.date_expressions import Calendar, Expression, Open, Period, Shift, Weekday, Years
from scripts.annotate.date_lexicon import vocabulary
from scripts.annotate.tense import Tense, governing_verb, verb_tense
from scripts.annotate.year_context import (
    after,
    before,
    counts_behind,
    determines,
    is_as_late_as,
    is_year,
    names,
)

_OPENERS = frozenset({"(", "[", ":", ";", ",", "—", "–", "--", "-", "“", '"'})
_GLUE_BEFORE = frozenset({"(", "[", "—", "–", "--", "“", '"', "‘", "'", ",", ";", ":"})
_GLUE_BEHIND = frozenset({"-", "/", "_", "%", "@", "+", "–"})
_ADVERBIAL = frozenset({"npadvmod", "pobj", "appos", "tmod", "nmod", "compound", "poss", "conj", "dep"})
_MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod"})
# Verbs that a date may be the subject of: "May 18 marks the anniversary".
_OF_DATES = frozenset({"be", "mark", "see", "bring", "pass", "come", "set"})


def is_date(expression: Expression, span: Span, chained: bool, persons: frozenset[str]) -> bool:
    """Whether `expression` is a date in `span`.

    `chained`: in front of it stand a date and "and"; `persons`: the months that are surnames here.
    """
    if _is_glued(span) or _is_named_after(expression, span):
        return False
    match expression:
        case Calendar(month=int(), year=int()):
            return True
        case Calendar(month=int(), relative_year=str()):
            return True
        case Calendar(month=int(), day=int(), weekday=weekday):
            return chained or weekday is not None or _is_day(span)
        case Calendar(month=int()):
            return chained or _is_month(expression, span, persons)
        case Calendar():
            return expression.portion or chained or is_year(span)
        case Period(first=Calendar(month=None, year=int())):
            return (span[0].lower_ == "between" and not counts_behind(span)) or is_year(span)
        case Years() if span.text[0].isdigit() and span.text[-1].isdigit():
            return is_year(span)
        case Weekday():
            return chained or _is_weekday(span)
        case Shift(antecedent=True):
            word = before(span)
            return word is None or word.lower_ not in ("not", "one")
        case _:
            return True


def reread(expression: Expression, span: Span) -> Expression:
    """What stays open after a look around: "today" for nowadays, "that Saturday", "the following March"."""
    if expression == Shift("day", 0) and _is_now(span):
        return Open("vague")
    bare = isinstance(expression, Weekday) or (isinstance(expression, Calendar) and not expression.year)
    front = before(span)
    pointing = front is not None and (
        (front.lower_ == "that" and front.tag_ == "DT")
        or front.lower_ in ("same", "previous", "preceding", "following")
    )
    return Open("unknown") if bare and pointing else expression


def is_definite(expression: Expression, span: Span) -> bool:
    """ "the October 7 attack": an event that goes by its day, which need not be the last one of that name."""
    front, behind = before(span), after(span)
    if not isinstance(expression, Calendar) or expression.day is None or behind is None:
        return False
    determined = span[0].lower_ == "the" or (front is not None and front.tag_ in ("DT", "PRP$", "POS"))
    return determined and behind.pos_ == "NOUN"


def _is_now(today: Span) -> bool:
    """Whether "today" may mean nowadays: "today the group holds the north", "today's militias"."""
    if today[-1].lower_ != "today":
        return False
    behind, owned = after(today), today.root.head
    if behind is not None and behind.tag_ == "POS" and owned.tag_ in ("NNP", "NNPS", "NNS"):
        return True
    verb = governing_verb(today.root)
    return verb is None or verb_tense(verb) not in (Tense.PAST, Tense.FUTURE)


def _is_glued(span: Span) -> bool:
    """ "2018-style", "F-2018", "$2018", "#May": part of a longer word."""
    front, behind = before(span), after(span)
    if front is not None and not front.whitespace_ and front.text not in _GLUE_BEFORE:
        return True
    return (
        behind is not None
        and not span[-1].whitespace_
        and not behind.whitespace_
        and behind.text in _GLUE_BEHIND
    )


def _is_named_after(expression: Expression, span: Span) -> bool:
    """ "the October 7 Martyrs Brigade", "Organization 17 November", "the September 11 attacks"."""
    if not isinstance(expression, Calendar | Weekday) or (
        isinstance(expression, Calendar) and expression.year
    ):
        return False
    front, behind = before(span), after(span)
    if behind is not None and _in_name(behind):
        return True
    if not isinstance(expression, Calendar) or not expression.day:
        return False
    if f"{expression.month}-{expression.day}" in vocabulary("guards", "famous_days"):
        near = {t.lower_ for t in span.doc[span.end : span.end + 3]}
        if near & vocabulary("guards", "famous_day_nouns"):
            return True
    if front is None:
        return False
    return (names(front) and bool(front.whitespace_)) or front.lower_ in vocabulary("guards", "name_nouns")


def _in_name(token: Token) -> bool:
    """Within three capitalised words from `token` on stands a noun that names are made with."""
    for t in token.doc[token.i : token.i + 3]:
        if not t.text[0].isupper():
            return False
        if t.lower_ in vocabulary("guards", "name_nouns"):
            return True
    return False


def _is_day(span: Span) -> bool:
    front, behind = before(span), after(span)
    if behind is not None and names(behind) and span.root.dep_ == "compound":
        return front is not None and front.lower_ in ("on", "since", "by", "until")
    if front is None:
        return not _acts(span)
    word = front.lower_
    if word == "of":
        return front.head.lemma_.lower() in vocabulary("guards", "dated_of_nouns")
    if word in ("and", "or"):
        return False
    if word in _OPENERS or word in ("for", "by", "than", "as"):
        return not _acts(span)
    if word in vocabulary("guards", "time_prepositions"):
        return True
    if determines(front):
        return behind is not None and behind.pos_ == "NOUN"
    return front.pos_ in ("VERB", "AUX", "NOUN", "ADV", "ADP", "SCONJ", "PART", "PRON") and not _acts(span)


def _acts(span: Span) -> bool:
    """ "November 17 claimed responsibility": a date does not act."""
    return span.root.dep_ in ("nsubj", "agent", "dobj", "iobj") and span.root.head.lemma_ not in _OF_DATES


def _is_month(month: Calendar, span: Span, persons: frozenset[str]) -> bool:
    front, behind, name = before(span), after(span), span[-1]
    if behind is not None and names(behind) and behind.dep_ != "ROOT" and name.head == behind:
        return front is not None and front.lower_ in ("in", "since") and name.dep_ != "compound"
    if month.which or month.portion:
        return True
    personal = name.lower_ in vocabulary("guards", "month_names_of_persons")
    if name.lower_ in persons:
        return False
    possessive = behind is not None and behind.tag_ == "POS"
    if front is None or possessive:
        return possessive and not personal
    word = front.lower_
    if is_as_late_as(front):
        return True
    if word in ("in", "since", "until", "till", "during", "throughout", "early", "late"):
        return name.tag_ != "VB"
    if word in ("by", "from", "before", "after", "between", "through", "for"):
        return name.dep_ in _ADVERBIAL and (not personal or (word in ("by", "from") and name.lower_ != "may"))
    modifies = behind is not None and behind.pos_ == "NOUN" and name.dep_ in _MODIFIER
    return modifies and determines(front) and word != "no"


def months_as_names(doc: Doc, months: Iterable[int]) -> frozenset[str]:
    """Which of the tokens `months` somewhere follow a given name or a title: "Theresa May", "Mrs. May"."""
    personal = vocabulary("guards", "month_names_of_persons")
    return frozenset(doc[i].lower_ for i in months if doc[i].lower_ in personal and _is_surname(doc[i]))


def _is_surname(token: Token) -> bool:
    if token.i == 0 or (token.i + 1 < len(token.doc) and token.nbor(1).like_num):
        return False
    first = token.nbor(-1)
    return names(first) and first.dep_ == "compound" and first.head == token


def _is_weekday(span: Span) -> bool:
    front, behind = before(span), after(span)
    name = next(t for t in span if t.text[0].isupper() or t.i == span.end - 1)
    if behind is not None:
        if behind.lower_ in vocabulary("guards", "not_a_weekday_before"):
            return False
        bound = front is not None and front.lower_ in vocabulary("guards", "time_prepositions")
        opens = front is not None and front.lower_ == "on" and front.is_sent_start  # "On Friday Doe left"
        if names(behind) and not (opens or (bound and name.dep_ == "pobj")):
            return False
    if front is None:
        return True
    if front.lower_ in vocabulary("guards", "not_a_weekday_after"):
        return False
    return not names(front) or name.dep_ in ("npadvmod", "pobj", "appos")
