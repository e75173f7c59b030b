"""Rules of the date grammar relative to a day: "last Friday", "two days ago", "the past year", "that day"."""

from __future__ import annotations

from scripts.annotate.date_expressions import Open, Parsed, Shift, Stretch, Weekday
from scripts.annotate.date_lexicon import Words, section, vocabulary

SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def weekday(words: Words, i: int) -> Parsed:
    """ "Wednesday", "last Friday", "Tuesday night", "Monday of last week"."""
    which, at = None, i
    if words[i].text in ("last", "this", "next"):
        which, at = words[i].text, i + 1
        if which == "this" and words[at].text in ("past", "coming"):
            which, at = {"past": "last", "coming": "next"}[words[at].text], at + 1
    if words[at].kind != "weekday":
        return None
    number, at = words[at].value, at + 1
    if words[at].text in vocabulary("words", "day_parts"):
        at += 1
    behind = at + 1 if words[at].text == "of" else at
    if which is None and words[behind].text in ("last", "this", "next") and words[behind + 1].text == "week":
        return Weekday(number, week=SHIFTS[words[behind].text]), behind + 2
    return Weekday(number, which), at


def deictic(words: Words, i: int) -> Parsed:
    """ "today", "yesterday morning", "the day before yesterday", "last night", "this morning"."""
    days: dict[str, int] = section("words")["deictic_days"]
    text = words[i].text
    at = i + 1 if text == "the" else i
    if words[at].text == "day" and words[at + 1].text in ("before", "after"):
        behind = {"before": "yesterday", "after": "tomorrow"}[words[at + 1].text]
        return (Shift("day", days[behind] * 2), at + 3) if words[at + 2].text == behind else None
    if text in days:
        return Shift("day", days[text]), i + (
            2 if words[i + 1].text in vocabulary("words", "day_parts") else 1
        )
    if text == "last" and words[i + 1].text == "night":
        return Shift("day", -1), i + 2
    if text == "this" and words[i + 1].text in ("morning", "afternoon", "evening"):
        return Shift("day", 0), i + 2
    return None


def unit(words: Words, i: int) -> Parsed:
    """ "last month", "earlier this year", "the end of last year"."""
    at = i
    if words[at].text in ("earlier", "later") or words[at].kind == "part":
        at += 1
    elif (start := _portion_before(words, at)) is not None:
        at = start
    which = words[at].text
    if which not in ("last", "this", "next") or words[at + 1].kind != "unit" or not words[at + 1].value:
        return None
    name = words[at + 1].unit
    before = words[at - 1].text
    if name not in ("week", "month", "year", "weekend") or (
        before in ("the", "his", "her", "its", "their", "our") and which != "this"
    ):
        return None
    return Shift(name, SHIFTS[which]), at + 2


def _portion_before(words: Words, i: int) -> int | None:
    at = i + 1 if words[i].text == "the" else i
    while words[at].text in vocabulary("words", "portion_orders") and words[at].text not in ("last",):
        at += 1
    if words[at].text in vocabulary("words", "portions") and words[at + 1].text == "of":
        return at + 2
    return None


def ago(words: Words, i: int) -> Parsed:
    """ "two days ago", "nearly three years ago", "several months ago", "two weeks later", "a day earlier"."""
    at, hedged = i, words[i - 1].text in vocabulary("words", "hedges")
    count: int | None = None
    if words[at].kind == "count" or (words[at].kind == "number" and words[at].value):
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
    elif words[at].text in vocabulary("words", "vague_counts"):
        at += 1
    if words[at].kind != "unit":
        return None
    name, at = words[at].unit, at + 1
    direction = words[at].text
    if direction not in ("ago", "later", "earlier") or (direction != "ago" and words[at + 1].text == "than"):
        return None
    # "ten years ago" is a round number, an hour may be yesterday's, a decade is never meant to the day.
    exact = {"day": 30, "week": 12, "month": 24, "year": 19}
    if (
        count is None
        or hedged
        or name not in exact
        or not 0 < count <= exact[name]
        or (name != "day" and count % 10 == 0)
    ):
        return Open(), at + 1
    if direction == "ago":
        return _with_day(words, Shift(name, -count), at + 1)
    return Shift(name, count if direction == "later" else -count, antecedent=True), at + 1


def _with_day(words: Words, value: Shift, i: int) -> Parsed:
    """ "three years ago this month", "ten years ago today", "two weeks ago on Tuesday": one date, not two."""
    if words[i].text == "this" and words[i + 1].kind == "unit":
        return value, i + 2
    if words[i].text == "today":
        return value, i + 1
    at = i + 1 if words[i].text == "on" else i
    return (Open("unknown"), at + 1) if words[at].kind == "weekday" else (value, i)


def stretch(words: Words, i: int) -> Parsed:
    """ "the past two years", "the last 48 hours", "recent months", "the coming weeks"."""
    at = i + 1 if words[i].text in ("the", "these", "her", "his", "its", "their", "our") else i
    which = words[at].text
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
    name, article = words[at].unit, at - i > 1 and words[i].text == "the"
    if name in ("morning", "night", "weekend", "century") or (count == 1 and (not article or name == "day")):
        return None
    if which == "previous" or count is None or name == "decade":
        return Open(), at + 1
    return Stretch(name, -count if which in ("past", "last") else count), at + 1


def anaphoric(words: Words, i: int) -> Parsed:
    """ "that day", "the same year", "the following month", "later that week", "the previous day"."""
    at = i + 1 if words[i].text in ("earlier", "later") else i
    if words[at].text == "that" and words[at + 1].text == "same":
        at += 1
    text = words[at].text
    if text == "the":
        text, at = words[at + 1].text, at + 1
    elif text not in ("that", "same"):
        return None
    shifts = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
    word = words[at + 1]
    if (
        text not in shifts
        or word.kind != "unit"
        or not word.value
        or word.text == "hour"
        or words[at + 2].text == "of"
    ):
        return None
    name = {"morning": "day", "night": "day"}.get(word.unit, word.unit)
    if name not in ("day", "week", "month", "year") or (text == "that" and words[at - 1].text == "so"):
        return None
    return Shift(name, shifts[text], antecedent=True), at + 2


def vague(words: Words, i: int) -> Parsed:
    """ "recently", "for decades", "for many years"."""
    if words[i].text in vocabulary("words", "vague_adverbs"):
        return (Open(), i + 1) if words[i + 1].text != "as" else None
    if words[i].text != "for":
        return None
    at = i + 1
    while words[at].text in vocabulary("words", "vague_counts"):
        at += 1
    plural = (
        words[at].kind == "unit"
        and not words[at].value
        and words[at].unit not in ("hour", "weekend", "morning", "night")
    )
    if plural and words[at + 1].text not in ("in", "to", "behind"):
        return Open(), at + 1
    return None
