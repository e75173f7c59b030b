"""Expressions -> dates, against the article's date and the dates that stand before them in the text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scripts.annotate.date_expressions import (
    Calendar,
    Expression,
    Open,
    Period,
    Shift,
    Stretch,
    Weekday,
    Years,
)
from scripts.annotate.tense import Tense
from scripts.records import DateValue

EXPLICIT, INFERRED, RELATIVE = "explicit", "inferred_year", "relative"
DAYS = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is read against.

    `tense`: `None` where the clause says nothing; `firm`: the tense binds. `year`: what the text has set here
    ("In 2016, ... on March 3"); `antecedent`: what "that day" and "two days later" count from; `definite`:
    "the October 7 attack", which may be any year's.
    """

    published: date | None
    tense: Tense | None = None
    firm: bool = False
    year: int | None = None
    antecedent: DateValue | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    start: date
    end: date
    precision: str
    basis: str


def resolve(expression: Expression, text: str, context: Context) -> DateValue:
    """The date that the words mean; precision `unknown`, without dates, where they do not say."""
    if isinstance(expression, Stretch) and expression.count > 0 and context.tense is not Tense.FUTURE:
        # "the next two years" of a story are not those after its publication.
        expression = Open()
    if isinstance(expression, Open):
        return DateValue(None, None, expression.precision, text, None)
    try:
        found = _resolve(expression, context)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        return DateValue(None, None, "unknown", text, None)
    return DateValue(found.start, found.end, found.precision, text, found.basis)


def _resolve(expression: Expression, context: Context) -> Resolved | None:
    match expression:
        case Calendar():
            return _calendar(expression, context)
        case Weekday():
            return _weekday(expression, context)
        case Period():
            return _period(expression, context)
        case Years():
            return Resolved(date(expression.first, 1, 1), date(expression.last, 12, 31), "range", EXPLICIT)
        case Shift():
            return _shift(expression, context)
        case Stretch():
            return _stretch(expression, context)
        case _:
            return None


# Calendar dates


def _calendar(value: Calendar, context: Context) -> Resolved | None:
    if value.year is not None:
        return of_parts(value, value.year, EXPLICIT)
    if value.relative_year is not None:
        year = _relative_year(value.relative_year, context)
        return of_parts(value, year, RELATIVE) if year is not None else None
    if context.year is not None:
        found = of_parts(value, context.year, INFERRED)
        ahead = context.published is not None and found.start > context.published
        if not (ahead and context.tense is Tense.PAST):
            return found
    if context.published is None:
        return None
    if value.which is not None:
        return _which_month(value, value.which, context.published)
    return _nearest(value, context.published, context)


def of_parts(value: Calendar, year: int, basis: str) -> Resolved:
    """The days of `value` in `year`. Raises `ValueError` for 29 February of a common year."""
    if value.month is None:
        return Resolved(date(year, 1, 1), date(year, 12, 31), "year", basis)
    if value.day is None:
        return Resolved(
            date(year, value.month, 1),
            date(year, value.month, monthrange(year, value.month)[1]),
            "month",
            basis,
        )
    first = date(year, value.month, value.day)
    if value.last_day is not None:
        return Resolved(first, date(year, value.month, value.last_day), "range", basis)
    return Resolved(first, first, "day", basis)


def _relative_year(which: str, context: Context) -> int | None:
    if which in ("that", "after", "before"):
        known = context.antecedent
        shift = {"that": 0, "after": 1, "before": -1}[which]
        return known.date_start.year + shift if known is not None and known.date_start is not None else None
    return context.published.year + {"last": -1, "this": 0, "next": 1}[which] if context.published else None


def _which_month(value: Calendar, which: str, published: date) -> Resolved | None:
    assert value.month is not None
    year = published.year
    if which in ("last", "past"):
        year -= value.month >= published.month
    elif which in ("next", "coming"):
        year += value.month <= published.month
    return of_parts(value, year, RELATIVE)


def _nearest(value: Calendar, published: date, context: Context) -> Resolved | None:
    """The year nearest to publication that the tense allows; the day of the week, if given, must fit."""
    reach = 6 if value.weekday is not None else 1
    found = []
    for year in range(published.year - reach, published.year + (2 if reach == 1 else 3)):
        try:
            candidate = of_parts(value, year, INFERRED)
        except ValueError:
            continue
        if value.weekday is None or candidate.start.isoweekday() == value.weekday:
            found.append(candidate)
    allowed = [(cost, c) for c in found if (cost := _cost(c, published, context)) is not None]
    if not allowed:
        return None
    cost, best = min(allowed, key=lambda pair: pair[0])
    if context.definite and abs((best.start - published).days) > 120:
        return None
    return best


def _cost(candidate: Resolved, published: date, context: Context) -> float | None:
    """How far from publication; farther if against a loose tense; `None` if against a firm one."""
    ahead = (candidate.start - published).days
    behind = (published - candidate.end).days
    distance = max(ahead, behind, 0)
    match context.tense:
        case Tense.PAST if ahead > 0:
            return None if context.firm else distance * 3.0
        case Tense.FUTURE if behind > 0:
            return None if context.firm else distance * 3.0
        case Tense.FUTURE_IN_PAST if behind > 0:
            return distance * 1.5
        case None if ahead > 0:
            return distance * 1.5
        case _:
            return float(distance)


# Days of the week


def _weekday(value: Weekday, context: Context) -> Resolved | None:
    published = context.published
    if published is None:
        return None
    if value.week is not None:
        return _day(_monday(published) + timedelta(days=7 * value.week + value.number - 1))
    back = (published.isoweekday() - value.number) % 7
    if value.which == "last":
        return _day(published - timedelta(days=back or 7))
    if value.which == "next":
        return _day(published + timedelta(days=7 - back))
    days = [published - timedelta(days=back), published + timedelta(days=(7 - back) % 7)]
    found = [Resolved(d, d, "day", RELATIVE) for d in days]
    allowed = [(cost, c) for c in found if (cost := _cost(c, published, context)) is not None]
    return min(allowed, key=lambda pair: pair[0])[1] if allowed else None


def _day(day: date) -> Resolved:
    return Resolved(day, day, "day", RELATIVE)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


# Ranges


def _period(value: Period, context: Context) -> Resolved | None:
    first, last = value.first, value.last
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, context)
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return None
    if first.year is not None and last.year is None and last.relative_year is None:
        last = replace(last, year=first.year + (_place(last) < _place(first)))
    end = _calendar(last, context)
    if end is None:
        return None
    if first.year is None and first.relative_year is None and last.month is not None:
        first = replace(first, year=end.start.year - (_place(first) > _place(last)))
    start = _calendar(first, context)
    if start is None or start.start > end.end:
        return None
    return Resolved(start.start, end.end, "range", end.basis)


def _weekdays(first: Weekday, last: Weekday, context: Context) -> Resolved | None:
    end = _weekday(last, context)
    if end is None:
        return None
    return Resolved(end.start - timedelta(days=(last.number - first.number) % 7), end.end, "range", RELATIVE)


def _place(value: Calendar) -> tuple[int, int]:
    return value.month or 0, value.day or 0


# Relative to a day


def _shift(value: Shift, context: Context) -> Resolved | None:
    if not value.antecedent:
        return shifted(value, context.published, RELATIVE) if context.published else None
    known = context.antecedent
    if known is None or known.date_start is None:
        return None
    fine = {"day": ("day",), "week": ("day",), "month": ("day", "month"), "year": ("day", "month", "year")}[
        value.unit
    ]
    return shifted(value, known.date_start, RELATIVE) if known.date_precision in fine else None


def shifted(value: Shift, anchor: date, basis: str) -> Resolved | None:
    """The day, week, month or year `count` units from the one that `anchor` lies in."""
    if value.unit == "day":
        day = anchor + timedelta(days=value.count)
        return Resolved(day, day, "day", basis)
    if value.unit == "week":
        monday = _monday(anchor + timedelta(days=7 * value.count))
        return Resolved(monday, monday + timedelta(days=6), "range", basis)
    if value.unit == "weekend":
        saturday = _monday(anchor + timedelta(days=7 * value.count)) + timedelta(days=5)
        return Resolved(saturday, saturday + timedelta(days=1), "range", basis)
    if value.unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + value.count, 12)
        return of_parts(Calendar(month=month + 1), year, basis)
    if value.unit == "year":
        return of_parts(Calendar(), anchor.year + value.count, basis)
    return None


def _stretch(value: Stretch, context: Context) -> Resolved | None:
    published = context.published
    if published is None:
        return None
    if value.count > 0:
        return Resolved(published, _moved(published, value.unit, value.count), "range", RELATIVE)
    return Resolved(_moved(published, value.unit, value.count), published, "range", RELATIVE)


def _moved(day: date, unit: str, count: int) -> date:
    if unit == "hour":
        return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * count)
    months = count * (12 if unit == "year" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
