"""What the text said before a date: the year that it sets, the day that "that day" means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Span

from scripts.annotate.date_context import is_definite
from scripts.annotate.date_expressions import Calendar, Expression, Period, Shift
from scripts.records import DateValue

_REACH = 20
_LEADS = frozenset({"in", "on", "during", "at", "back in", "early in", "late in", "early on"})
_FINE_ENOUGH = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}


@dataclass
class Told:
    """The dates of a document so far, in order, resolved.

    `years`: of each month and day that were given with one; `inferred`: of those without; `frames`: where the
    dates start that open a sentence.
    """

    spans: list[Span] = field(default_factory=list)
    years: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    inferred: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    frames: set[int] = field(default_factory=set)

    def add(self, span: Span) -> None:
        self.spans.append(span)
        if _is_frame(span):
            self.frames.add(span.start)
        value = _date(span)
        if value.date_start is not None and value.date_precision == "day":
            known = self.years if value.date_basis == "explicit" else self.inferred
            known.setdefault((value.date_start.month, value.date_start.day), set()).add(value.date_start.year)

    def last(self) -> list[Span]:
        """The nearest first; a few are enough, for nobody counts back further."""
        return self.spans[: -_REACH - 1 : -1]


def governing_year(expression: Expression, span: Span, told: Told) -> int | None:
    """The year of a date without one: given with the same day before, or set by how the sentence opens.

    "On June 4, 2015, ... The June 4 measure ..."; "In 2016, ... On March 3 ...".
    """
    if isinstance(expression, Period) and isinstance(expression.last, Calendar):
        expression = expression.last
    if not isinstance(expression, Calendar) or not expression.month:
        return None
    if expression.year or expression.relative_year or expression.which:
        return None
    if expression.day is not None:
        years = told.years.get((expression.month, expression.day), set())
        if not years and is_definite(expression, span):
            years = told.inferred.get((expression.month, expression.day), set())
        if len(years) == 1:
            return next(iter(years))
    frame = _frame(span, told)
    if frame is None or frame.date_start is None:
        return None
    start = frame.date_start
    later = (expression.month, expression.day or 31) >= (start.month, start.day)
    return start.year if frame.date_precision == "year" or later else None


def antecedent(expression: Expression, span: Span, told: Told) -> DateValue | None:
    """The one date, in this sentence or the one before, that "two days later" can count from."""
    if isinstance(expression, Shift) and expression.antecedent:
        unit = expression.unit
    elif isinstance(expression, Calendar) and expression.relative_year in ("that", "after", "before"):
        unit = "year"
    else:
        return None
    for extent in (span.sent, _sentence_before(span.sent)):
        dates = [_date(s) for s in told.last() if extent is not None and extent.start <= s.start < extent.end]
        known = [value for value in dates if value.date_precision in _FINE_ENOUGH[unit]]
        if known:
            return known[0] if len({_unit_of(value, unit) for value in known}) == 1 else None
    return None


def _frame(span: Span, told: Told) -> DateValue | None:
    """The explicit date that opens this sentence or the one before it, in the same paragraph."""
    last = told.last()
    if not any(earlier.start in told.frames for earlier in last):
        return None
    sentence = span.sent
    previous = _sentence_before(sentence)
    reach = sentence.start if previous is None else previous.start
    for earlier in last:
        if earlier.start < reach:
            return None
        if earlier.start in told.frames:
            return _date(earlier)
        if earlier.start < sentence.start and _date(earlier).date_start is not None:
            # What was last said of time is the frame, or there is none.
            return None
    return None


def _is_frame(span: Span) -> bool:
    """ "In 2016, ..." sets the time of what follows; "The 2016 vote", "Since 2016" and datelines do not."""
    day = _explicit(span, ("day", "month", "year"))
    if day is None or day == span.doc._.published:
        return False
    for i in range(span.start - 1, max(span.start - 3, -1), -1):
        if span.doc[i].is_sent_start:
            return span.doc[i : span.start].text.lower() in _LEADS
    return False


def _sentence_before(sentence: Span) -> Span | None:
    """The sentence in front, if no gap lies between."""
    if sentence.start == 0 or sentence.doc[sentence.start - 1].is_space:
        return None
    previous: Span = sentence.doc[sentence.start - 1].sent
    return previous


def _explicit(span: Span, precisions: tuple[str, ...]) -> date | None:
    value = _date(span)
    return value.date_start if value.date_basis == "explicit" and value.date_precision in precisions else None


def _unit_of(value: DateValue, unit: str) -> str:
    return str(value.date_start)[: {"year": 4, "month": 7}.get(unit, 10)]


def _date(span: Span) -> DateValue:
    value: DateValue = span._.date
    return value
