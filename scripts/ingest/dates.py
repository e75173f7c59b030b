"""Calendar dates as datelines write them: day, month and year, in words, as ISO 8601 or in numbers.

`03.04.2021` is the third of April, for who writes points and zeros writes the day first. `03/04/2021` is not
read: nothing says which of the two is the month; of `23/04/2021` it is plain.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ISO = rf"{_YEAR}-[01]\d-[0-3]\d(?!\d)(?:T[\d:.+Z-]{{4,24}})?"

_POINTS = rf"[0-3]\d\.[01]\d\.{_YEAR}"
_SLASHES = rf"(?:(?:1[3-9]|2\d|3[01])/[01]?\d|[01]?\d/(?:1[3-9]|2\d|3[01]))/{_YEAR}"

DAY_MONTH = rf"(?:{_WEEKDAY}{_MONTH} {_DAY}|{_WEEKDAY}{_DAY} {_MONTH})(?!\d)"
"""A day of a month without a year: regular expression without groups, to be used ignoring case."""

_IN_WORDS = rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}|{_WEEKDAY}{_DAY} {_MONTH},? {_YEAR}"
DATE = rf"(?:{_IN_WORDS}|{_ISO}|{_POINTS}|{_SLASHES})"
"""A full calendar date: regular expression without groups, to be used ignoring case."""

_DATE = re.compile(rf"(?<!\w){DATE}", re.IGNORECASE | re.ASCII)
_PARTS = re.compile(rf"({_MONTH})|\b({_YEAR})|\b([0-3]?\d)(?:st|nd|rd|th)?\b", re.IGNORECASE | re.ASCII)


def find_date(text: str) -> date | None:
    """The first full calendar date in `text` that exists; `None` when there is none."""
    for found in _DATE.finditer(text):
        if value := _value(found[0]):
            return value
    return None


def _value(words: str) -> date | None:
    try:
        if re.match(r"\d{4}-", words):
            return date.fromisoformat(words[:10])
        if numbers := re.fullmatch(r"(\d+)[./](\d+)[./](\d+)", words):
            first, second, year = (int(n) for n in numbers.groups())
            day, month = (second, first) if second > 12 else (first, second)
            return date(year, month, day)
        month = year = day = 0
        for found in _PARTS.finditer(words):
            if found[1]:
                month = _MONTHS.index(found[1][:3].lower()) + 1
            elif found[2]:
                year = int(found[2])
            else:
                day = int(found[3])
        return date(year, month, day)
    except ValueError:
        return None
