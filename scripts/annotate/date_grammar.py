"""The grammar of dates in English news: words -> expressions, what the words say before anything is resolved.

A hand-written descent over `Words`; each rule takes a position and gives the expression with the position behind it, or
`None`. Rules look ahead a few words only, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from scripts.annotate.date_lexicon import FIRST_YEAR, LAST_YEAR, Word, Words, section, vocabulary


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a calendar date. `relative_year`: the year is "last", "this", "next" or "that" one; `which`: "last January"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    relative_year: str | None = None
    which: str | None = None
    portion: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1; `which`: last, this, next; `week`: of the last (-1), this (0), next (1) week."""

    number: int
    which: str | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included."""

    first: Calendar | Weekday
    last: Calendar | Weekday


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years, both included: a decade, "2018-19"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Shift:
    """`count` units from the day of publication, or from the date before it (`antecedent`): "two days ago", "that day"."""

    unit: str
    count: int
    antecedent: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """`count` units up to (negative) or from (positive) the day of publication: "the past two years"."""

    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Open:
    """Words that leave the date open (`vague`), or that have several readings (`unknown`)."""

    precision: str = "vague"


Expression: TypeAlias = Calendar | Weekday | Period | Years | Shift | Stretch | Open
Parsed: TypeAlias = tuple[Expression, int] | None
CalendarParsed: TypeAlias = tuple[Calendar, int] | None


@dataclass(frozen=True, slots=True)
class Match:
    """An expression and its words, `start` to `end` (exclusive)."""

    expression: Expression
    start: int
    end: int


_STARTS = frozenset(
    "month abbreviation weekday weekday_abbreviation number ordinal decade season part count unit".split()
)
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_WORD_STARTS = frozenset(
    ["the", "last", "this", "next", "that", "earlier", "later", "recent", "past", "coming", "previous", "between", "for", "beginning",
     "start", "middle", "end", "year", "these", "same", "within", "over", "her", "his", "its", "their", "our"]
)  # fmt: skip
_TO = frozenset({"to", "until", "till", "through"})
_PORTIONS_WITH_ORDER = frozenset({"week", "weeks", "day", "days", "half", "quarter", "month", "months"})


def matches(words: Words) -> Iterator[Match]:
    """The longest expression at each place, left to right, without overlaps; each begins and ends with a token."""
    days, vague_words = section("words")["deictic_days"], vocabulary("words", "vague_adverbs") | vocabulary("words", "vague_counts")
    starters = _WORD_STARTS | vague_words | days.keys()
    i, n = 0, len(words.words)
    while i < n:
        word = words.words[i]
        if (word.kind in _STARTS or word.text.lower() in starters) and words.opens[i]:
            best = max(
                (found for rule in _RULES if (found := rule(words, i)) and words.closes[found[1] - 1]),
                key=lambda found: found[1],
                default=None,
            )
            if best:
                yield Match(best[0], i, best[1])
                i = best[1]
                continue
        i += 1


# Calendar dates


def calendar(words: Words, i: int) -> CalendarParsed:
    """A day, month or year of the calendar, as exact as the words give it."""
    weekday, at = _weekday_before(words, i)
    for rule in (_numeric, _day_month, _month_day):
        if found := rule(words, at):
            value, end = found
            return (replace(value, weekday=weekday), end)
    if weekday is not None:
        return None
    return _portion(words, i) or _month(words, i) or _season(words, i) or _year(words, i)


def _weekday_before(words: Words, i: int) -> tuple[int | None, int]:
    if words[i].kind not in ("weekday", "weekday_abbreviation"):
        return None, i
    at = i + 1
    while words[at].text in (",", ".", "the", "("):
        at += 1
    return words[i].value, at


def _numeric(words: Words, i: int) -> CalendarParsed:
    a, mark, b, mark2, c = (words[i + k] for k in range(5))
    if not (a.kind == b.kind == c.kind == "number" and mark.text == mark2.text and mark.text in ("-", "/", ".")):
        return None
    if mark.text == "-" and _is_year(a) and len(b.text) == 2 and len(c.text) == 2:
        return _valid(Calendar(a.value, b.value, c.value), i + 5)
    if _is_year(c) and a.value > 12 and len(a.text) == 2 and mark.text != "-":
        return _valid(Calendar(c.value, b.value, a.value), i + 5)
    if _is_year(c) and b.value > 12 and len(b.text) == 2 and mark.text == "/":
        return _valid(Calendar(c.value, a.value, b.value), i + 5)
    return None


def _ambiguous_numeric(words: Words, i: int) -> Parsed:
    """03/04/2018 is a day in March or in April."""
    a, mark, b, mark2, c = (words[i + k] for k in range(5))
    numbers = a.kind == b.kind == c.kind == "number" and mark.text == mark2.text == "/"
    if numbers and _is_year(c) and 1 <= a.value <= 12 and 1 <= b.value <= 12:
        return (_valid(Calendar(c.value, a.value, b.value), i + 5) if a.value == b.value else None) or (Open("unknown"), i + 5)
    return None


def _day_month(words: Words, i: int) -> CalendarParsed:
    at = i + 1 if words[i].text.lower() == "the" else i
    if not _is_day(words[at]):
        return None
    day, last, at = words[at].value, None, at + 1
    if (words[at].kind == "dash" or words[at].text in ("to", "and")) and _is_day(words[at + 1]):
        last, at = words[at + 1].value, at + 2
    if words[at].text == "of":
        at += 1
    if words[at].kind not in ("month", "abbreviation") or (last is not None and last <= day):
        return None
    return _with_year(words, Calendar(month=words[at].value, day=day, last_day=last), at + 1)


def _month_day(words: Words, i: int) -> CalendarParsed:
    if words[i].kind not in ("month", "abbreviation"):
        return None
    at = i + 2 if words[i + 1].text == "the" else i + 1
    if not _is_day(words[at]) or not words.opens[at]:
        return None
    day, last, end = words[at].value, None, at + 1
    if (words[end].kind == "dash" or words[end].text in ("to", "and", "through")) and _is_day(words[end + 1]):
        # "May 3 to 5 June", "May 3 and 5 people": the second number is no day of May.
        following = words[end + 2]
        if words[end + 1].value > day and following.kind not in ("month", "abbreviation", "unit") and words.closes[end + 1]:
            listed = words[end].text == "and" and not (following.text in (",", ".", ")", ";", ":") or _is_year(following))
            if not listed:
                last, end = words[end + 1].value, end + 2
    return _with_year(words, Calendar(month=words[i].value, day=day, last_day=last), end)


def _month(words: Words, i: int) -> CalendarParsed:
    """"September 2018", "early March", "last January", "May this year"."""
    at, portion, which = i, False, None
    if words[at].text.lower() in _SHIFTS and words[at + 1].kind in ("month", "part"):
        which, at = words[at].text.lower(), at + 1
    if words[at].kind == "part" or words[at].text.lower() in ("end", "beginning", "start") and words[at + 1].kind == "dash":
        portion, at = True, at + 1
        if words[at].kind == "dash":
            at += 1
        elif words[at].text == "to" and words[at + 1].kind == "part":
            at += 2
    if words[at].kind == "month" or (words[at].kind == "abbreviation" and _is_year(words[_skip_comma(words, at + 1)])):
        return _with_year(words, Calendar(month=words[at].value, which=which, portion=portion), at + 1)
    return None


def _portion(words: Words, i: int) -> CalendarParsed:
    """"the end of 2018", "the first week of May", "the summer of 2014": as exact as what they are a part of."""
    at = i + 1 if words[i].text.lower() == "the" else i
    while words[at].text.lower() in vocabulary("words", "portion_orders") and words[at].text:
        at += 1
        if words[at].text == "two" or words[at].kind == "number":
            at += 1
    name = words[at].text.lower()
    if name not in vocabulary("words", "portions") or words[at + 1].text != "of":
        return None
    found = _month(words, at + 2) or _season(words, at + 2) or _bare_year(words, at + 2)
    return (replace(found[0], portion=True), found[1]) if found else None


def _season(words: Words, i: int) -> CalendarParsed:
    """The season is south or north of the equator and runs over the new year: its year is what is sure."""
    at = i + 1 if words[i].text.lower() == "the" else i
    if words[at].kind == "part":
        at += 1
    if words[at].kind != "season":
        return None
    at = at + 2 if words[at + 1].text in ("of", ",") else at + 1
    found = _bare_year(words, at)
    return (replace(found[0], portion=True), found[1]) if found else None


def _year(words: Words, i: int) -> CalendarParsed:
    """"2014", "mid-2014", "late 2017", "the year 2015"."""
    at = i
    if words[at].text.lower() == "the" and words[at + 1].text == "year":
        at += 1
    if words[at].text.lower() == "year" and _is_year(words[at + 1]):
        at += 1
    portion = words[at].kind == "part" or (words[at].text.lower() in ("end", "year") and words[at + 1].kind == "dash")
    if portion:
        at += 2 if words[at + 1].kind == "dash" else 1
    found = _bare_year(words, at)
    return (replace(found[0], portion=portion), found[1]) if found else None


def _bare_year(words: Words, i: int) -> CalendarParsed:
    return (Calendar(year=words[i].value), i + 1) if _is_year(words[i]) else None


def _with_year(words: Words, value: Calendar, i: int) -> CalendarParsed:
    """`value`, with the year behind it if there is one: "2018", ", 2018", "of last year", "this year"."""
    at = _skip_comma(words, i)
    if _is_year(words[at]) and words.opens[at] and words.closes[at] and not (at > i and _counts(words, at)):
        found = _valid(replace(value, year=words[at].value), at + 1)
        return found or None
    at = i + 1 if words[i].text == "of" else i
    if _is_year(words[at]) and at > i:
        return _valid(replace(value, year=words[at].value), at + 1)
    which = words[at].text.lower()
    if which == "the" and words[at + 1].text in ("same", "following", "previous", "next"):
        which, at = {"same": "that", "following": "after", "next": "after", "previous": "before"}[words[at + 1].text], at + 1
    if words[at + 1].text == "year" and which in ("last", "this", "next", "that", "after", "before"):
        return _valid(replace(value, relative_year=which), at + 2)
    return _valid(value, i)


def _skip_comma(words: Words, i: int) -> int:
    return i + 1 if words[i].text == "," else i


def _counts(words: Words, i: int) -> bool:
    """"On May 3, 2000 people fled": a round number behind a comma, and no comma behind it."""
    behind = words[i + 1]
    return words[i].value % 50 == 0 and behind.kind in ("word", "unit", "count") and behind.text.isalpha() and not behind.capital \
        and behind.text not in ("and", "or", "in", "at", "when", "that", "the", "as", "by", "for", "with", "to", "was", "is")  # fmt: skip


def _valid(value: Calendar, end: int) -> CalendarParsed:
    if value.month is not None and not 1 <= value.month <= 12:
        return None
    for day in (value.day, value.last_day):
        if day is not None and value.month is not None:
            try:
                date(value.year or 2000, value.month, day)
            except ValueError:
                return None
    return value, end


def _is_year(word: Word) -> bool:
    return word.kind == "number" and len(word.text) == 4 and FIRST_YEAR <= word.value < LAST_YEAR


def _is_day(word: Word) -> bool:
    return (word.kind == "number" and 1 <= word.value <= 31 and len(word.text) <= 2) or (
        word.kind == "ordinal" and 1 <= word.value <= 31
    )


# Ranges


def period(words: Words, i: int) -> Parsed:
    """"between 2014 and 2016", "March to June 2019", "Monday to Wednesday", "2011-2013", "May 30-June 2, 2020"."""
    between = words[i].text.lower() == "between"
    at = i + 1 if between else i
    first = _end_of_period(words, at)
    if first is None:
        return None
    value, at = first
    joint = words[at]
    written = joint.text in _TO and words[i - 1].text.lower() == "from" or joint.text in ("through", "until")
    if not (between and joint.text == "and" or written or joint.kind == "dash"):
        return None
    last = _end_of_period(words, at + 1)
    if last is None or type(last[0]) is not type(value):
        return None
    if isinstance(value, Calendar) and isinstance(last[0], Calendar):
        same_kind = (value.day is None) == (last[0].day is None) and (value.month is None) == (last[0].month is None)
        if not same_kind and not (value.year and last[0].year):
            return None
    return Period(value, last[0]), last[1]


def _end_of_period(words: Words, i: int) -> tuple[Calendar | Weekday, int] | None:
    if found := calendar(words, i):
        return found
    return (Weekday(words[i].value), i + 1) if words[i].kind == "weekday" else None


def short_years(words: Words, i: int) -> Parsed:
    """"2018-19", "2018/19", "the winter of 2015-16"."""
    at = i + 1 if words[i].text.lower() == "the" else i
    if words[at].kind == "season":
        at += 2 if words[at + 1].text == "of" else 1
    elif at > i:
        return None
    a, mark, b = words[at], words[at + 1], words[at + 2]
    if _is_year(a) and (mark.kind == "dash" or mark.text == "/") and b.kind == "number":
        last = a.value // 100 * 100 + b.value if len(b.text) == 2 else b.value
        if last == a.value + 1 and len(b.text) in (2, 4) and last < LAST_YEAR:
            return Years(a.value, last), at + 3
    return None


def decade(words: Words, i: int) -> Parsed:
    """"the 1990s", "late 1990s"."""
    at = i + 1 if words[i].text.lower() == "the" else i
    if words[at].kind == "part":
        at += 2 if words[at + 1].kind == "dash" else 1
    if words[at].kind != "decade":
        return None
    return Years(words[at].value, words[at].value + 9), at + 1


# Days of the week and words relative to the day of publication


def weekday(words: Words, i: int) -> Parsed:
    """"Wednesday", "last Friday", "Tuesday night", "Monday of last week"."""
    which, at = None, i
    if words[i].text.lower() in ("last", "this", "next"):
        which, at = words[i].text.lower(), i + 1
        if which == "this" and words[at].text in ("past", "coming"):
            which, at = {"past": "last", "coming": "next"}[words[at].text], at + 1
    if words[at].kind != "weekday" or words[at].text.endswith("."):
        return None
    number, at = words[at].value, at + 1
    if words[at].text in vocabulary("words", "day_parts"):
        at += 1
    behind = at + 1 if words[at].text == "of" else at
    if which is None and words[behind].text in ("last", "this", "next") and words[behind + 1].text == "week":
        return Weekday(number, week=_SHIFTS[words[behind].text]), behind + 2
    return Weekday(number, which), at


def deictic(words: Words, i: int) -> Parsed:
    """"today", "yesterday morning", "the day before yesterday", "last night", "this morning"."""
    days: dict[str, int] = section("words")["deictic_days"]
    text = words[i].text.lower()
    at = i + 1 if text == "the" else i
    if words[at].text == "day" and words[at + 1].text in ("before", "after"):
        behind = {"before": "yesterday", "after": "tomorrow"}[words[at + 1].text]
        return (Shift("day", days[behind] * 2), at + 3) if words[at + 2].text == behind else None
    if text in days:
        return Shift("day", days[text]), i + (2 if words[i + 1].text in vocabulary("words", "day_parts") else 1)
    if text == "last" and words[i + 1].text == "night":
        return Shift("day", -1), i + 2
    if text == "this" and words[i + 1].text in ("morning", "afternoon", "evening"):
        return Shift("day", 0), i + 2
    return None


def unit(words: Words, i: int) -> Parsed:
    """"last month", "earlier this year", "the end of last year"."""
    at = i
    if words[at].text.lower() in ("earlier", "later") or words[at].kind == "part":
        at += 1
    elif (start := _portion_before(words, at)) is not None:
        at = start
    which = words[at].text.lower()
    if which not in ("last", "this", "next") or words[at + 1].kind != "unit" or not words[at + 1].value:
        return None
    name = words[at + 1].unit
    before = words[at - 1].text.lower()
    if name not in ("week", "month", "year", "weekend") or before in ("the", "his", "her", "its", "their", "our") and which != "this":
        return None
    return Shift(name, _SHIFTS[which]), at + 2


def _portion_before(words: Words, i: int) -> int | None:
    at = i + 1 if words[i].text.lower() == "the" else i
    while words[at].text in vocabulary("words", "portion_orders") and words[at].text not in ("last",):
        at += 1
    if words[at].text.lower() in vocabulary("words", "portions") and words[at + 1].text == "of":
        return at + 2
    return None


def ago(words: Words, i: int) -> Parsed:
    """"two days ago", "a year ago", "nearly three years ago", "several months ago", "two weeks later", "a day earlier"."""
    at, hedged = i, words[i - 1].text.lower() in vocabulary("words", "hedges")
    count: int | None = None
    if words[at].kind == "count" or words[at].kind == "number" and words[at].value:
        count, at = words[at].value, at + 1
        if words[at].text in vocabulary("words", "vague_counts"):
            count, at = None, at + 1
            if words[at].text == "of":
                at += 1
        elif words[at].text in ("and", "or"):
            # "two and a half years ago", "three or four days ago"
            while words[at].text in ("and", "or", "half") or words[at].kind in ("count", "number"):
                at += 1
            count = None
        elif words[at].text == "half":
            count, at = None, at + 1
    elif words[at].text.lower() in vocabulary("words", "vague_counts"):
        at += 1
    if words[at].kind != "unit":
        return None
    name, at = words[at].unit, at + 1
    direction = words[at].text
    if direction not in ("ago", "later", "earlier") or (direction != "ago" and words[at + 1].text == "than"):
        return None
    # "ten years ago" is a round number, an hour may be yesterday's, a decade is never meant to the day.
    exact = {"day": 30, "week": 12, "month": 24, "year": 19}
    if count is None or hedged or name not in exact or not 0 < count <= exact[name] or (name != "day" and count % 10 == 0):
        return Open(), at + 1
    if direction == "ago":
        return Shift(name, -count), at + 1
    return Shift(name, count if direction == "later" else -count, antecedent=True), at + 1


def stretch(words: Words, i: int) -> Parsed:
    """"the past two years", "the last 48 hours", "recent months", "the coming weeks", "the past few days"."""
    at = i + 1 if words[i].text.lower() in ("the", "these", "her", "his", "its", "their", "our") else i
    which = words[at].text.lower()
    if which == "recent":
        # "recent days", but "the recent day of mourning"
        plural = words[at + 1].kind == "unit" and not words[at + 1].value
        return (Open(), at + 2) if plural and words[at + 2].text != "of" else None
    if which not in ("past", "last", "coming", "next", "previous"):
        return None
    at += 1
    count: int | None = None
    if words[at].kind in ("count", "number") and words[at].value:
        count, at = words[at].value, at + 1
        if words[at].text in ("and", "or") and words[at + 1].kind in ("count", "number", "word"):
            return None
    elif words[at].text in vocabulary("words", "vague_counts"):
        at += 2 if words[at + 1].text == "of" else 1
    elif words[at].kind == "unit" and words[at].value:
        if which in ("last", "next") and at == i + 1:
            return None
        count = 1
    if words[at].kind != "unit" or words[at + 1].text == "of":
        return None
    name, article = words[at].unit, at - i > 1 and words[i].text.lower() == "the"
    if name in ("morning", "night", "weekend", "century") or (count == 1 and (not article or name == "day")):
        return None
    if which == "previous" or count is None or name == "decade":
        return Open(), at + 1
    return Stretch(name, -count if which in ("past", "last") else count), at + 1


def anaphoric(words: Words, i: int) -> Parsed:
    """"that day", "the same year", "the following month", "the next day", "later that week", "the previous day"."""
    at = i + 1 if words[i].text.lower() in ("earlier", "later") else i
    if words[at].text.lower() == "that" and words[at + 1].text == "same":
        at += 1
    text = words[at].text.lower()
    if text == "the":
        text, at = words[at + 1].text, at + 1
    elif text not in ("that", "same"):
        return None
    shifts = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
    word = words[at + 1]
    if text not in shifts or word.kind != "unit" or not word.value or word.text == "hour" or words[at + 2].text == "of":
        return None
    name = {"morning": "day", "night": "day"}.get(word.unit, word.unit)
    if name not in ("day", "week", "month", "year") or (text == "that" and words[at - 1].text == "so"):
        return None
    return Shift(name, shifts[text], antecedent=True), at + 2


def vague(words: Words, i: int) -> Parsed:
    """"recently", "for decades", "for many years"."""
    if words[i].text.lower() in vocabulary("words", "vague_adverbs"):
        return Open(), i + 1
    if words[i].text.lower() != "for":
        return None
    at = i + 1
    while words[at].text in vocabulary("words", "vague_counts"):
        at += 1
    plural = words[at].kind == "unit" and not words[at].value and words[at].unit not in ("hour", "weekend", "morning", "night")
    if plural and words[at + 1].text not in ("in", "to", "behind"):
        return Open(), at + 1
    return None


_RULES = (
    period, short_years, calendar, _ambiguous_numeric, decade, weekday, deictic, unit, ago, stretch, anaphoric, vague,
)  # fmt: skip
