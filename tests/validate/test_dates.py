"""Partial dates whose columns tell different stories, and those that tell one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.validate.mutations import Change, messages, put, undated

BROKEN: list[tuple[str, Change, str]] = [
    (
        "date_columns",
        put("allegations", "alg-1", date="2021-05"),
        "allegations alg-1 date: month of date_start, 2021-04-01, '2021-05'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_start=date(2021, 4, 2)),
        "allegations alg-1 date_start: first day of the month, datetime.date(2021, 4, 2)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_end=date(2021, 5, 1)),
        "allegations alg-1 date_end: last day of the month of date_start, datetime.date(2021, 5, 1)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_end=None),
        "allegations alg-1 date_end: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_text=None),
        "allegations alg-1 date_text: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_basis=None),
        "allegations alg-1 date_basis: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision=None),
        "allegations alg-1 date_text: null where date_precision is null, 'April 2021'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="vague"),
        "allegations alg-1 date_start: null where date_precision is vague, datetime.date(2021, 4, 1)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="unknown"),
        "allegations alg-1 date: null where date_precision is unknown, '2021-04'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", **undated(date_precision="vague")),
        "allegations alg-1 date_text: required where date_precision is vague, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="range"),
        "allegations alg-1 date: null where date_precision is range, '2021-04'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="range", date=None, date_end=date(2021, 3, 1)),
        "allegations alg-1 date_end: not before date_start, 2021-04-01, datetime.date(2021, 3, 1)",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)


@pytest.mark.parametrize(
    "change",
    [
        put("allegations", "alg-1", **undated()),
        put(
            "allegations",
            "alg-1",
            **undated(date_precision="vague", date_text="in  April", date_basis="relative"),
        ),
        put("allegations", "alg-1", **undated(date_precision="unknown")),
        put("allegations", "alg-1", date_precision="range", date=None),
        put(
            "allegations",
            "alg-1",
            date_precision="year",
            date="2021",
            date_start=date(2021, 1, 1),
            date_end=date(2021, 12, 31),
        ),
    ],
)
def test_what_the_rules_admit(change: Change) -> None:
    assert messages(change) == []
