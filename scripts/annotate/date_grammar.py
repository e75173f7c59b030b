"""The grammar of dates in English news: words -> expressions, what the words say before anything is resolved.

A hand-written descent over `Words`; each rule takes a position and gives the expression with the position
behind it, or `None`. Rules look ahead a few words only, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.annotate.date_expressions import Calendar, Match, Parsed, Period, Weekday, Years
from scripts.annotate.date_grammar_calendar import ambiguous_numeric, calendar, is_year
from scripts.annotate.date_grammar_relative import ago, anaphoric, deictic, stretch, unit, vague, weekday
from scripts.annotate.date_lexicon import LAST_YEAR, Words, section, vocabulary

_START_KINDS = frozenset({"month", "abbreviation", "weekday", "weekday_abbreviation", "season", "part"})
_START_NUMBERS = frozenset({"number", "ordinal", "decade", "count", "unit"})
_TO = frozenset({"to", "until", "till", "through"})


def matches(words: Words) -> Iterator[Match]:
    """The longest expression at each place, left to right; each begins and ends where tokens do."""
    starters = vocabulary("words", "starts") | section("words")["deictic_days"].keys()
    starters |= vocabulary("words", "vague_adverbs") | vocabulary("words", "vague_counts")
    behind = 0
    for i in range(len(words.tokens)):
        word = words[i]
        starts = word.kind in _START_KINDS or word.kind in _START_NUMBERS or word.text in starters
        if i < behind or not starts or not words.opens[i]:
            continue
        rules = _RULES_OF.get(word.text, _RULES)
        found = [f for rule in rules if (f := rule(words, i)) and words.closes[f[1] - 1]]
        if found:
            expression, behind = max(found, key=lambda f: f[1])
            yield Match(expression, i, behind)


def period(words: Words, i: int) -> Parsed:
    """ "between 2014 and 2016", "March to June 2019", "Monday to Wednesday", "2011-2013", "May 30-June 2"."""
    between = words[i].text == "between"
    at = i + 1 if between else i
    first = _end_of_period(words, at)
    if first is None:
        return None
    value, at = first
    joint = words[at]
    written = (joint.text in _TO and words[i - 1].text == "from") or joint.text in ("through", "until")
    if not ((between and joint.text == "and") or written or joint.kind == "dash"):
        return None
    last = _end_of_period(words, at + 1)
    if last is None or type(last[0]) is not type(value):
        return None
    if isinstance(value, Calendar) and isinstance(last[0], Calendar):
        same_kind = (value.day is None) == (last[0].day is None) and (value.month is None) == (
            last[0].month is None
        )
        if not same_kind and not (value.year and last[0].year):
            return None
    return Period(value, last[0]), last[1]


def _end_of_period(words: Words, i: int) -> tuple[Calendar | Weekday, int] | None:
    if found := calendar(words, i):
        return found
    return (Weekday(words[i].value), i + 1) if words[i].kind == "weekday" else None


def short_years(words: Words, i: int) -> Parsed:
    """ "2018-19", "2018/19", "the winter of 2015-16"."""
    at = i + 1 if words[i].text == "the" else i
    if words[at].kind == "season":
        at += 2 if words[at + 1].text == "of" else 1
    elif at > i:
        return None
    a, mark, b = words[at], words[at + 1], words[at + 2]
    if is_year(a) and (mark.kind == "dash" or mark.text == "/") and b.kind == "number":
        last = a.value // 100 * 100 + b.value if len(b.text) == 2 else b.value
        if last == a.value + 1 and len(b.text) in (2, 4) and last < LAST_YEAR:
            return Years(a.value, last), at + 3
    return None


def decade(words: Words, i: int) -> Parsed:
    """ "the 1990s", "late 1990s"."""
    at = i + 1 if words[i].text == "the" else i
    if words[at].kind == "part":
        at += 2 if words[at + 1].kind == "dash" else 1
    if words[at].kind != "decade":
        return None
    return Years(words[at].value, words[at].value + 9), at + 1


_RULES = (
    period,
    short_years,
    calendar,
    ambiguous_numeric,
    decade,
    weekday,
    deictic,
    unit,
    ago,
    stretch,
    anaphoric,
    vague,
)
# The frequent words that begin dates of few kinds.
_RULES_OF: dict[str, tuple[Callable[[Words, int], Parsed], ...]] = {
    **dict.fromkeys(("a", "an"), (ago,)),
    **dict.fromkeys(("her", "his", "its", "their", "our", "these"), (stretch,)),
    "for": (vague,),
    "that": (anaphoric,),
}
