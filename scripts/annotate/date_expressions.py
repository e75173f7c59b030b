"""What the words of a date say, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a calendar date.

    `relative_year`: "last", "this", "next", "that", the one "before" or "after" it; `which`: the "last" of
    "last January"; `portion`: the words say more than the value holds ("early", "the summer of").
    """

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
    """A day of the week, Monday 1; `which`: "last", "this", "next"; `week`: 0 is that of publication."""

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
    """`count` units from publication ("two days ago") or from the `antecedent` ("that day")."""

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
