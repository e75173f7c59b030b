"""Partial dates: prefix, first day, last day, precision, words and basis tell one story.

The columns are those of `scripts.records.DateValue`. Where the text gives no date, all are null. A `vague`
date has words and no days; an `unknown` one has no days, and may have words. A `range` has days and no
prefix. A `day`, `month` or `year` has a prefix, and its first and last day are those of the prefix.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from scripts.records import Row
from scripts.validate.subject import Subject, Violation

RESOLVED = ("date_start", "date_end", "date_text", "date_basis")
PREFIX_LENGTH = {"day": 10, "month": 7, "year": 4}


def date_columns(subject: Subject) -> Iterator[Violation]:
    """The date columns of a row agree."""
    for table, row in subject.each():
        if "date_precision" not in table.columns:
            continue
        for column, rule in _errors(row):
            yield subject.violation(table.name, row, column, rule, row[column])


def _errors(row: Row) -> Iterator[tuple[str, str]]:
    precision = row["date_precision"]
    if precision is None:
        for column in ("date", *RESOLVED):
            if row[column] is not None:
                yield column, "null where date_precision is null"
        return
    if precision in ("vague", "unknown"):
        for column in ("date", "date_start", "date_end"):
            if row[column] is not None:
                yield column, f"null where date_precision is {precision}"
        if precision == "vague" and row["date_text"] is None:
            yield "date_text", "required where date_precision is vague"
        return
    for column in RESOLVED:
        if row[column] is None:
            yield column, f"required where date_precision is {precision}"
    start, end = row["date_start"], row["date_end"]
    if not isinstance(start, date) or not isinstance(end, date):
        return
    if start > end:
        yield "date_end", f"not before date_start, {start.isoformat()}"
    yield from _prefix_errors(row["date"], str(precision), start, end)


def _prefix_errors(prefix: object, precision: str, start: date, end: date) -> Iterator[tuple[str, str]]:
    if precision not in PREFIX_LENGTH:
        if prefix is not None:
            yield "date", f"null where date_precision is {precision}"
        return
    first, last = days_of(start, precision)
    if start != first:
        yield "date_start", f"first day of the {precision}"
    if end != last:
        yield "date_end", f"last day of the {precision} of date_start"
    if prefix != start.isoformat()[: PREFIX_LENGTH[precision]]:
        yield "date", f"{precision} of date_start, {start.isoformat()}"


def days_of(day: date, precision: str) -> tuple[date, date]:
    """First and last day of the day, month or year that `day` lies in."""
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day
