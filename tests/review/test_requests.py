"""Requests to correct or remove: published, and checked against the decisions."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.records import DataError
from tests.review.conftest import Reviewed
from tests.review.deciding import SHELLED, ids

CORRECTION = """- id: cor-2021-1
  date: 2021-06-01
  kind: removal
  request: To remove a row.
  outcome: {}
  rows: [{}]
"""


def test_corrections_are_published_a_row_each(reviewed: Reviewed) -> None:
    tables = reviewed("", CORRECTION.format("declined", "alg-1, alg-2"))
    assert ids(tables, "corrections", "row_id") == ["alg-1", "alg-2"]
    assert tables["corrections"][0]["date"] == date(2021, 6, 1)


def test_what_was_removed_is_gone(reviewed: Reviewed) -> None:
    gone = f"- {SHELLED}\n  action: reject\n  reason: asked for\n"
    assert len(reviewed(gone, CORRECTION.format("removed", "alg-1"))["corrections"]) == 1


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (CORRECTION.format("removed", "alg-1"), "alg-1 is still there"),
        (CORRECTION.format("corrected", "alg-1"), "alg-1 was not corrected"),
        (CORRECTION.format("declined", "alg-11"), "row alg-11 is in no version; nearest are alg-1"),
        (CORRECTION.format("vanished", "alg-1"), "'outcome' must be one of"),
        (CORRECTION.format("declined", "alg-1, alg-1"), "each once"),
        (CORRECTION.format("declined", "alg-1").replace("2021-06-01", "June 1"), "is no date"),
        ("- id: cor-1\n  rows: [alg-1]", "'date' is missing"),
    ],
)
def test_corrections_that_do_not_hold(reviewed: Reviewed, correction: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        reviewed("", correction)
    assert said in str(caught.value)
