"""Component `dates`: finds the dates of a Doc and resolves them against the article's date, `doc._.published`.

Words -> expressions (`date_grammar`) -> those that are dates here (`date_context`) -> values (`date_resolution`). What the
text leaves open stays open: `vague` ("in recent years") and `unknown` ("that day" without a day) carry no dates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from scripts.annotate.date_context import is_date, is_now
from scripts.annotate.date_grammar import Calendar, Expression, Open, Period, Shift, Stretch, matches
from scripts.annotate.date_lexicon import read_words, vocabulary
from scripts.annotate.date_resolution import Context, resolve
from scripts.annotate.tense import Tense, governing_verb, is_verb, tense_of, verb_tense
from scripts.records import DateValue

__all__ = ["Dates", "preposition_of", "tense_of"]

if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
if not Span.has_extension("date"):
    Span.set_extension("date", default=None)

_JOINTS = frozenset({"and", "or", ",", "to", "until", "through", "nor", "but"})


@dataclass(frozen=True, slots=True)
class Found:
    expression: Expression
    span: Span


@Language.factory("dates")
class Dates:
    """Writes `doc.spans["dates"]`, in order, without overlaps; each span has `span._.date: DateValue`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        found = _with_shared_years(_find(doc))
        spans: list[Span] = []
        for item in found:
            item.span._.date = resolve(item.expression, item.span.text, _context(item, spans))
            spans.append(item.span)
        doc.spans["dates"] = spans
        return doc


def preposition_of(span: Span) -> str | None:
    """The preposition in front of a date ("since", "before", "until", "as of"), in lower case: it says what the date bounds."""
    start, doc = span.start, span.doc
    before = doc[start - 1].lower_ if start else ""
    if before == "the" and start > 1:
        start, before = start - 1, doc[start - 2].lower_
    if before == "of" and start > 1 and doc[start - 2].lower_ == "as":
        return "as of"
    return before if before in vocabulary("guards", "time_prepositions") - {"and", "or"} else None


def _find(doc: Doc) -> list[Found]:
    words = read_words(doc)
    found: list[Found] = []
    for match in matches(words):
        span = doc[words.tokens[match.start] : words.tokens[match.end - 1] + 1]
        parts = _parts(match.expression, span)
        for expression, part in parts:
            if is_date(expression, part, _is_chained(found, expression, part)):
                found.append(Found(*_reread(expression, part)))
    return found


def _reread(expression: Expression, span: Span) -> tuple[Expression, Span]:
    if expression == Shift("day", 0) and is_now(span):
        return Open(), span
    if isinstance(expression, Stretch) and expression.count > 0 and _tense(span, expression)[0] is not Tense.FUTURE:
        return Open(), span
    return expression, span


def _parts(expression: Expression, span: Span) -> list[tuple[Expression, Span]]:
    """"moved from May 3 to June 5" is two dates; anything else is what it is."""
    if not isinstance(expression, Period) or span[0].lower_ == "between":
        return [(expression, span)]
    verb = governing_verb(span.root)
    if verb is None or verb.lemma_ not in vocabulary("guards", "shifting_verbs"):
        return [(expression, span)]
    joint = next((t.i for t in span if t.lower_ == "to"), None)
    if joint is None:
        return [(expression, span)]
    doc = span.doc
    return [(expression.first, doc[span.start : joint]), (expression.last, doc[joint + 1 : span.end])]


def _is_chained(found: list[Found], expression: Expression, span: Span) -> bool:
    """"in 2014, 2015 and 2016", "on Monday and Tuesday": the date in front vouches for this one."""
    if not found or not 0 < span.start - found[-1].span.end <= 2 or type(found[-1].expression) is not type(expression):
        return False
    between = span.doc[found[-1].span.end : span.start]
    if not all(t.lower_ in _JOINTS for t in between):
        return False
    if isinstance(expression, Calendar) and isinstance(before := found[-1].expression, Calendar):
        if (before.month is None, before.day is None) != (expression.month is None, expression.day is None):
            return False
        if expression.month is None:
            listed = between[-1].lower_ in ("and", "or") or between.text == "," and span[-1].dep_ in ("conj", "appos", "pobj")
            counts = span[-1].dep_ in ("nummod", "nsubj", "quantmod") and span[-1].head.i > span[-1].i
            return listed and not counts
    return between[-1].lower_ in ("and", "or")


def _with_shared_years(found: list[Found]) -> list[Found]:
    """"on March 3 and April 5, 2019": the year behind the last date of a list is that of all."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        value, behind = out[i].expression, out[i + 1].expression
        if not (isinstance(value, Calendar) and isinstance(behind, Calendar)) or behind.year is None or value.month is None:
            continue
        gap = out[i].span.doc[out[i].span.end : out[i + 1].span.start]
        open_year = value.year is None and value.relative_year is None and value.which is None
        same_kind = (value.day is None) == (behind.day is None) and behind.month is not None and value.portion == behind.portion
        if open_year and same_kind and 0 < len(gap) <= 2 and all(t.lower_ in _JOINTS for t in gap):
            later = (value.month, value.day or 0) > (behind.month or 0, behind.day or 0)
            out[i] = Found(replace(value, year=behind.year - later), out[i].span)
    return out


def _context(item: Found, before: list[Span]) -> Context:
    span, expression = item.span, item.expression
    published: date | None = span.doc._.published
    tense, firm = _tense(span, expression)
    year = _governing_year(expression, span, before, published)
    antecedent = _antecedent(expression, span, before)
    return Context(published, tense, firm, year, antecedent, _is_definite(expression, span))


# Tense


def _tense(span: Span, expression: Expression) -> tuple[Tense | None, bool]:
    """The tense that bears on a date and whether it binds: not beside a thing on the calendar ("cancelled Friday's meeting")."""
    if preposition_of(span) == "since":
        return Tense.PAST, True
    anchor = _anchor(span)
    noun = _noun_between(anchor)
    verb = governing_verb(anchor)
    tense = verb_tense(verb) if verb is not None else None
    if tense is None or tense is Tense.PRESENT:
        return (Tense.PRESENT if noun is None and tense else None), False
    if noun is None:
        return tense, tense is not Tense.FUTURE_IN_PAST
    if noun.lemma_.lower() in vocabulary("tense", "scheduled_nouns"):
        return tense, False
    return (tense, True) if tense is Tense.PAST else (None, False)


def _anchor(span: Span) -> Token:
    return span.root


def _noun_between(token: Token) -> Token | None:
    """The noun that a date belongs to, if it stands between the date and the verb."""
    for _ in range(12):
        head = token.head
        if head == token or is_verb(head):
            return None
        if head.pos_ in ("NOUN", "PROPN") and token.dep_ in ("prep", "poss", "compound", "nmod", "amod", "npadvmod", "nummod"):
            return head
        token = head
    return None


def _is_definite(expression: Expression, span: Span) -> bool:
    """"the October 7 attack": an event that goes by its day, which need not be the last one of that name."""
    if not isinstance(expression, Calendar) or expression.day is None or not span.start:
        return False
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    return span.doc[span.start - 1].tag_ in ("DT", "PRP$", "POS") and behind is not None and behind.tag_ in ("NN", "NNS")


# What the text said before


def _governing_year(expression: Expression, span: Span, before: list[Span], published: date | None) -> int | None:
    """The year that stands for a date without one: given with the same day before, or set by how the sentence opens."""
    if isinstance(expression, Period):
        expression = expression.last if isinstance(expression.last, Calendar) else expression
    if not isinstance(expression, Calendar) or expression.year or expression.relative_year or expression.which or not expression.month:
        return None
    if expression.day is not None:
        years = {d.date_start.year for s in before if (d := _dated(s)).date_start and d.date_precision == "day"
                 and d.date_basis == "explicit" and (d.date_start.month, d.date_start.day) == (expression.month, expression.day)}  # fmt: skip
        if len(years) == 1:
            return years.pop()
    frame = _frame(span, before)
    if frame is None:
        return None
    start = _dated(frame).date_start
    assert start is not None
    if _dated(frame).date_precision == "year":
        return start.year
    return start.year if (expression.month, expression.day or 31) >= (start.month, start.day) else None


def _frame(span: Span, before: list[Span]) -> Span | None:
    """The explicit date that opens this sentence ("In 2016, ...") or the one before it, in the same paragraph."""
    sentence = span.sent
    for earlier in reversed(before):
        value = _dated(earlier)
        same = earlier.start >= sentence.start
        if not same and (_sentence_before(sentence) is None or earlier.start < _sentence_before(sentence).start):  # type: ignore[union-attr]
            return None
        if value.date_start is None or value.date_precision not in ("day", "month", "year"):
            continue
        opening = earlier.sent.start >= earlier.start - 2
        if value.date_basis == "explicit" and opening:
            return earlier
        if not same:
            return None
    return None


def _sentence_before(sentence: Span) -> Span | None:
    """The sentence in front, if no gap lies between."""
    if sentence.start == 0 or sentence.doc[sentence.start - 1].is_space:
        return None
    return sentence.doc[sentence.start - 1].sent


def _antecedent(expression: Expression, span: Span, before: list[Span]) -> DateValue | None:
    """The one date in this sentence or the one before that "that day" or "two days later" can count from."""
    relative = isinstance(expression, Calendar) and expression.relative_year in ("that", "after", "before")
    if not (relative or isinstance(expression, Shift) and expression.antecedent):
        return None
    unit = expression.unit if isinstance(expression, Shift) else "year"
    fine = {"day": ("day",), "week": ("day",), "month": ("day", "month")}.get(unit, ("day", "month", "year"))
    sentence = span.sent
    previous = _sentence_before(sentence)
    for extent in (sentence, previous):
        if extent is None:
            continue
        known = [_dated(s) for s in before if extent.start <= s.start < extent.end and _dated(s).date_precision in fine]
        if known:
            return known[-1] if len({_unit_of(v, unit) for v in known}) == 1 else None
    return None


def _unit_of(value: DateValue, unit: str) -> tuple[int, ...]:
    assert value.date_start is not None
    parts = (value.date_start.year, value.date_start.month, value.date_start.day)
    return parts[: {"year": 1, "month": 2}.get(unit, 3)]


def _dated(span: Span) -> DateValue:
    value: DateValue = span._.date
    return value


