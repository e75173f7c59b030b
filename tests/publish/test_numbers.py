"""Version numbers: which one comes next, and their order."""

from __future__ import annotations

import pytest

from scripts.publish.numbers import Step, parse_version


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ("0.1.0", Step.PATCH, "0.1.1"),
        ("0.1.3", Step.MINOR, "0.2.0"),
        ("0.9.3", Step.MAJOR, "0.10.0"),
        ("1.2.3", Step.PATCH, "1.2.4"),
        ("1.2.3", Step.MINOR, "1.3.0"),
        ("1.2.3", Step.MAJOR, "2.0.0"),
    ],
)
def test_the_next_number(before: str, step: Step, after: str) -> None:
    assert str(parse_version(before).after(step)) == after


def test_versions_are_ordered_as_numbers() -> None:
    assert parse_version("0.10.0") > parse_version("0.9.12")
