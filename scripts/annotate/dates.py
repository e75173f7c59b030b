"""Component `dates`: finds dates and resolves them against the article's own, `doc._.published`.

Words -> expressions (`date_grammar`) -> those that are dates here (`date_context`) -> values
(`date_resolution`). What the text leaves open stays open: `vague` ("in recent years") and `unknown` ("that
day" without a day) have no dates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from scripts.annotate.date_context import is_date, is_definite, months_as_names, reread
from scripts.annotate.date_discourse import Told, antecedent, governing_year
from scripts.annotate.date_expressions import Calendar, Expression, Period
from scripts.annotate.date_grammar import matches
from scripts.annotate.date_lexicon import read_words, vocabulary
from scripts.annotate.date_resolution import Context, resolve
from scripts.annotate.tense import Tense, governing_verb, is_verb, tense_of, verb_tense

__all__ = ["Dates", "preposition_of", "tense_of"]

if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
if not Span.has_extension("date"):
    Span.set_extension("date", default=None)

_JOINTS = frozenset({"and", "or", ",", "to", "until", "through", "nor", "but"})
_NOMINAL = frozenset({"prep", "poss", "compound", "nmod", "amod", "npadvmod", "nummod"})


@dataclass(frozen=True, slots=True)
class Found:
    """A date before it is resolved."""

    expression: Expression
    span: Span


@Language.factory("dates")
class Dates:
    """Writes `doc.spans["dates"]`, in order, without overlaps; each span has `span._.date: DateValue`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        told = Told()
        for found in _with_shared_years(_find(doc)):
            found.span._.date = resolve(found.expression, found.span.text, _context(found, told))
            told.add(found.span)
        doc.spans["dates"] = told.spans
        return doc


def preposition_of(span: Span) -> str | None:
    """The preposition in front of a date, in lower case: "since", "before", "as of" say what it bounds."""
    start, doc = span.start, span.doc
    word = doc[start - 1].lower_ if start else ""
    if word == "the" and start > 1:
        start, word = start - 1, doc[start - 2].lower_
    if word == "of" and start > 1 and doc[start - 2].lower_ == "as":
        return "as of"
    return word if word in vocabulary("guards", "time_prepositions") - {"and", "or"} else None


def _find(doc: Doc) -> list[Found]:
    words = read_words(doc)
    persons = months_as_names(doc, words.of_kind("month"))
    found: list[Found] = []
    for match in matches(words):
        span = doc[words.tokens[match.start] : words.tokens[match.end - 1] + 1]
        for expression, part in _parts(match.expression, span):
            if is_date(expression, part, _is_chained(found, expression, part), persons):
                found.append(Found(reread(expression, part), part))
    return found


def _parts(expression: Expression, span: Span) -> list[tuple[Expression, Span]]:
    """ "moved from May 3 to June 5" is two dates; anything else is what it is."""
    if isinstance(expression, Period):
        verb, joint = governing_verb(span.root), next((t.i for t in span if t.lower_ == "to"), None)
        if verb is not None and verb.lemma_ in vocabulary("guards", "shifting_verbs") and joint is not None:
            doc = span.doc
            return [(expression.first, doc[span.start : joint]), (expression.last, doc[joint + 1 : span.end])]
    return [(expression, span)]


def _is_chained(found: list[Found], expression: Expression, span: Span) -> bool:
    """ "in 2014, 2015 and 2016", "on Monday and Tuesday": the date in front vouches for this one."""
    gap = _gap(found[-1].span, span) if found else []
    if not gap or not _same_kind(found[-1].expression, expression):
        return False
    conjoined = gap[-1].lower_ in ("and", "or")
    if not isinstance(expression, Calendar) or expression.month is not None:
        return conjoined
    year = span[-1]
    counts = year.dep_ in ("nummod", "nsubj", "quantmod") and year.head.i > year.i
    return not counts and (conjoined or (gap[-1].text == "," and year.dep_ in ("conj", "appos", "pobj")))


def _with_shared_years(found: list[Found]) -> list[Found]:
    """ "on March 3 and April 5, 2019": the year behind the last date of a list is that of all."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        value, behind = out[i].expression, out[i + 1].expression
        if not (isinstance(value, Calendar) and isinstance(behind, Calendar)) or behind.year is None:
            continue
        is_open = value.month is not None and not (value.year or value.relative_year or value.which)
        if is_open and _same_kind(value, behind) and _gap(out[i].span, out[i + 1].span):
            later = (value.month or 0, value.day or 0) > (behind.month or 0, behind.day or 0)
            out[i] = Found(replace(value, year=behind.year - later), out[i].span)
    return out


def _gap(first: Span, second: Span) -> list[Token]:
    """The "," and "and" between two neighbours of a list; nothing, where other words stand there."""
    if second.start - first.end > 2:
        return []
    between = list(first.doc[first.end : second.start])
    return between if all(t.lower_ in _JOINTS for t in between) else []


def _same_kind(first: Expression, second: Expression) -> bool:
    if isinstance(first, Calendar) and isinstance(second, Calendar):
        return _shape(first) == _shape(second)
    return type(first) is type(second)


def _shape(value: Calendar) -> tuple[bool, bool, bool]:
    return value.month is None, value.day is None, value.portion and value.month is not None


def _context(found: Found, told: Told) -> Context:
    span, expression = found.span, found.expression
    tense, firm = _tense(span)
    return Context(
        published=span.doc._.published,
        tense=tense,
        firm=firm,
        year=governing_year(expression, span, told),
        antecedent=antecedent(expression, span, told),
        definite=is_definite(expression, span),
    )


def _tense(span: Span) -> tuple[Tense | None, bool]:
    """The tense that bears on a date, and whether it binds.

    It does not beside a thing on the calendar ("cancelled Friday's meeting"), or where it belongs to a noun.
    """
    if preposition_of(span) == "since":
        return Tense.PAST, True
    noun, verb = _noun_between(span.root), governing_verb(span.root)
    tense = verb_tense(verb) if verb is not None else None
    if _looks_ahead(span.root):
        return Tense.FUTURE_IN_PAST, False
    if tense is Tense.PRESENT and noun is None and verb is not None and _is_timetable(verb):
        return Tense.FUTURE, True
    if tense is None or tense is Tense.PRESENT:
        return (tense if noun is None else None), False
    if noun is None:
        return tense, tense is not Tense.FUTURE_IN_PAST
    if noun.lemma_.lower() in vocabulary("tense", "scheduled_nouns"):
        return tense, False
    return (tense, True) if tense is Tense.PAST else (None, False)


def _looks_ahead(token: Token) -> bool:
    """ "a vote due on May 12", "postponed until September": the date lies ahead of what is told."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    if head.pos_ == "ADJ":
        return head.lower_ in vocabulary("tense", "prospective_participles")
    until = token.head.lower_ in ("until", "to", "for") and token.dep_ == "pobj"
    return until and head.lemma_ in vocabulary("guards", "shifting_verbs")


def _is_timetable(verb: Token) -> bool:
    """ "her trial begins on Monday": the present tense of a plan."""
    simple = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return simple and verb.lemma_ in vocabulary("tense", "timetable_verbs")


def _noun_between(token: Token) -> Token | None:
    """The noun that a date belongs to, if one stands between the date and the verb."""
    for _ in range(12):
        head = token.head
        if head == token or is_verb(head):
            return None
        if head.pos_ in ("NOUN", "PROPN") and token.dep_ in _NOMINAL:
            return head
        token = head
    return None
