"""Rules of the date grammar for the calendar: "23 October 2018", "early May", "summer of 2014"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.annotate.date_expressions import Calendar, CalendarParsed, Open, Parsed
from scripts.annotate.date_grammar_relative import SHIFTS
from scripts.annotate.date_lexicon import FIRST_YEAR, LAST_YEAR, Word, Words, vocabulary

_ANAPHORIC_YEARS = {"same": "that", "following": "after", "next": "after", "previous": "before"}
_RELATIVE_YEARS = frozenset({"last", "this", "next", "that", "after", "before"})
_MONTHS = ("month", "abbreviation")


def calendar(words: Words, i: int) -> CalendarParsed:
    """A day, month or year of the calendar, as exact as the words give it."""
    weekday, at = _weekday_before(words, i)
    for rule in (_numeric, _day_month, _month_day):
        if found := rule(words, at):
            return replace(found[0], weekday=weekday), found[1]
    if weekday is not None:
        return None
    return _portion(words, i) or _month(words, i) or _season(words, i) or _year(words, i)


def ambiguous_numeric(words: Words, i: int) -> Parsed:
    """03/04/2018 is a day in March or in April."""
    a, mark, b, mark2, c = (words[i + k] for k in range(5))
    if not (a.kind == b.kind == c.kind == "number" and mark.text == mark2.text == "/" and is_year(c)):
        return None
    if not (1 <= a.value <= 12 and 1 <= b.value <= 12):
        return None
    return (Calendar(c.value, a.value, b.value) if a.value == b.value else Open("unknown")), i + 5


def is_year(word: Word) -> bool:
    """Four digits that may be a year."""
    return word.kind == "number" and len(word.text) == 4 and FIRST_YEAR <= word.value < LAST_YEAR


def _weekday_before(words: Words, i: int) -> tuple[int | None, int]:
    if words[i].kind not in ("weekday", "weekday_abbreviation"):
        return None, i
    at = i + 1
    while words[at].text in (",", ".", "the", "("):
        at += 1
    return words[i].value, at


def _numeric(words: Words, i: int) -> CalendarParsed:
    a, mark, b, mark2, c = (words[i + k] for k in range(5))
    if not (a.kind == b.kind == c.kind == "number" and mark.text == mark2.text):
        return None
    if mark.text == "-":
        iso = is_year(a) and len(b.text) == len(c.text) == 2
        return _valid(Calendar(a.value, b.value, c.value), i + 5) if iso else None
    if mark.text not in ("/", ".") or not is_year(c):
        return None
    if mark.text == ".":
        return _valid(Calendar(c.value, b.value, a.value), i + 5)
    if a.value > 12 and len(a.text) == 2:
        return _valid(Calendar(c.value, b.value, a.value), i + 5)
    if b.value > 12 and len(b.text) == 2:
        return _valid(Calendar(c.value, a.value, b.value), i + 5)
    return None


def _day_month(words: Words, i: int) -> CalendarParsed:
    at = i + 1 if words[i].text == "the" and words[i + 1].kind == "ordinal" else i
    if not _is_day(words[at]):
        return None
    day, last, spelled, at = words[at].value, None, words[at].text.isalpha(), at + 1
    if (words[at].kind == "dash" or words[at].text in ("to", "and")) and _is_day(words[at + 1]):
        last, at = words[at + 1].value, at + 2
    of = words[at].text == "of" and words[at - 1].kind == "ordinal"
    if spelled and not of:
        # "the second March protest"
        return None
    at += of
    if words[at].kind not in _MONTHS or (last is not None and last <= day):
        return None
    return _with_year(words, Calendar(month=words[at].value, day=day, last_day=last), at + 1)


def _month_day(words: Words, i: int) -> CalendarParsed:
    if words[i].kind not in _MONTHS:
        return None
    at = i + 2 if words[i + 1].text == "the" else i + 1
    if not _is_day(words[at]) or words[at].text.isalpha() or not words.opens[at]:
        return None
    day, last, end = words[at].value, None, at + 1
    if _goes_on(words, end, day):
        last, end = words[end + 1].value, end + 2
    return _with_year(words, Calendar(month=words[i].value, day=day, last_day=last), end)


def _goes_on(words: Words, i: int, day: int) -> bool:
    """ "May 3-5", "May 3 and 4, 2018", but not "May 3 to 5 June" and not "May 3 and 5 people"."""
    joint, number, behind = words[i], words[i + 1], words[i + 2]
    if not (joint.kind == "dash" or joint.text in ("to", "and", "through")) or not _is_day(number):
        return False
    if number.value <= day or behind.kind in (*_MONTHS, "unit") or not words.closes[i + 1]:
        return False
    return joint.text != "and" or behind.text in (",", ".", ")", ";", ":") or is_year(behind)


def _month(words: Words, i: int) -> CalendarParsed:
    """ "September 2018", "early March", "mid- to late May", "last January", "May this year"."""
    at, portion, which = i, False, None
    if words[at].text in SHIFTS and words[at + 1].kind in ("month", "part"):
        which, at = words[at].text, at + 1
    if words[at].kind == "part" or _is_edge(words, at):
        portion, at = True, at + 1
        if words[at].kind == "dash":
            at += 1
        if words[at].text == "to" and words[at + 1].kind == "part":
            at += 2
    dated = words[at].kind == "abbreviation" and is_year(words[_skip_comma(words, at + 1)])
    if words[at].kind != "month" and not dated:
        return None
    return _with_year(words, Calendar(month=words[at].value, which=which, portion=portion), at + 1)


def _is_edge(words: Words, i: int) -> bool:
    """ "end-2018", "end-March"."""
    return words[i].text in ("end", "beginning", "start") and words[i + 1].kind == "dash"


def _portion(words: Words, i: int) -> CalendarParsed:
    """ "the end of 2018", "the first two weeks of May": as exact as what they are a part of."""
    at = i + 1 if words[i].text == "the" else i
    while words[at].text in vocabulary("words", "portion_orders"):
        at += 1
    if words[at].kind in ("count", "number") and at > i:
        at += 1
    if words[at].text not in vocabulary("words", "portions") or words[at + 1].text != "of":
        return None
    found = _month(words, at + 2) or _season(words, at + 2) or _bare_year(words, at + 2)
    return (replace(found[0], portion=True), found[1]) if found else None


def _season(words: Words, i: int) -> CalendarParsed:
    """A season is south or north of the equator and may run over the new year: its year is what is sure."""
    at = i + 1 if words[i].text == "the" else i
    if words[at].kind == "part":
        at += 1
    if words[at].kind != "season":
        return None
    found = _bare_year(words, at + 2 if words[at + 1].text in ("of", ",") else at + 1)
    return (replace(found[0], portion=True), found[1]) if found else None


def _year(words: Words, i: int) -> CalendarParsed:
    """ "2014", "mid-2014", "late 2017", "end-2017", "the year 2015"."""
    at = i + 1 if words[i].text == "the" and words[i + 1].text == "year" else i
    if words[at].text == "year":
        at += 1
    portion = words[at].kind == "part" or _is_edge(words, at)
    if portion:
        at += 2 if words[at + 1].kind == "dash" else 1
    found = _bare_year(words, at)
    return (replace(found[0], portion=portion), found[1]) if found else None


def _bare_year(words: Words, i: int) -> CalendarParsed:
    return (Calendar(year=words[i].value), i + 1) if is_year(words[i]) else None


def _with_year(words: Words, value: Calendar, i: int) -> CalendarParsed:
    """`value`, with the year behind it if there is one: ", 2018", "of 2018", "of last year", "this year"."""
    at = _skip_comma(words, i)
    if is_year(words[at]) and words.opens[at] and words.closes[at] and not (at > i and _counts(words, at)):
        return _valid(replace(value, year=words[at].value), at + 1)
    at = i + 1 if words[i].text == "of" else i
    if at > i and is_year(words[at]):
        return _valid(replace(value, year=words[at].value), at + 1)
    which = words[at].text
    if which == "the" and words[at + 1].text in _ANAPHORIC_YEARS:
        which, at = _ANAPHORIC_YEARS[words[at + 1].text], at + 1
    if which in _RELATIVE_YEARS and words[at + 1].text == "year":
        return _valid(replace(value, relative_year=which), at + 2)
    return _valid(value, i)


def _skip_comma(words: Words, i: int) -> int:
    return i + 1 if words[i].text == "," else i


def _counts(words: Words, i: int) -> bool:
    """ "On May 3, 2000 people fled": a round number behind a comma, and no comma behind it."""
    behind = words[i + 1]
    follows = behind.kind in ("word", "unit", "count") and behind.text.isalpha() and not behind.capital
    return words[i].value % 50 == 0 and follows and behind.text not in vocabulary("guards", "not_counted")


def _valid(value: Calendar, end: int) -> CalendarParsed:
    """`None` for a day that no year has: 30 February."""
    month = 1 if value.month is None else value.month
    try:
        for day in (value.day, value.last_day):
            date(value.year or 2000, month, 1 if day is None else day)
    except ValueError:
        return None
    return value, end


def _is_day(word: Word) -> bool:
    return 1 <= word.value <= 31 and (
        word.kind == "ordinal" or (word.kind == "number" and len(word.text) <= 2)
    )
