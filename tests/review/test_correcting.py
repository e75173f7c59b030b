"""`correct`: values are replaced, and what follows from them."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.records import DataError
from tests.review.conftest import Reviewed
from tests.review.deciding import SHELLED, decision
from tests.validate import sample


def test_correct_shows_both_values(reviewed: Reviewed) -> None:
    tables = reviewed(
        f"- {SHELLED}\n  action: correct\n  reason: so\n  set:\n    stage: attempted\n    date: '2021'\n"
    )
    row = sample.find(tables, "allegations", "alg-1")
    assert (row["stage"], row["review_status"]) == ("attempted", "corrected")
    assert (row["date_start"], row["date_end"]) == (date(2021, 1, 1), date(2021, 12, 31))
    assert row["date_precision"] == "year"
    found = decision(tables, column="stage")
    assert (found["machine_value"], found["final_value"]) == ("accomplished", "attempted")
    followed = decision(tables, column="date_end")
    assert (followed["machine_value"], followed["final_value"]) == ("2021-04-30", "2021-12-31")


def test_a_date_can_be_emptied(reviewed: Reviewed) -> None:
    tables = reviewed(
        f"- {SHELLED}\n  action: correct\n  set: {{date: }}\n  reason: the date is of the report\n"
    )
    row = sample.find(tables, "allegations", "alg-1")
    assert {row[column] for column in row if column.startswith("date")} == {None}


def test_the_speaker_of_a_statement_is_corrected_in_chains_too(reviewed: Reviewed) -> None:
    tables = reviewed(
        "- row: stm-2\n  quote: shelled Port Velin in April 2021\n  action: correct\n"
        "  set: {actor_id: Norland Treasury}\n  reason: misread\n"
    )
    assert [r["actor_id"] for r in tables["attributions"] if r["statement_id"] == "stm-2"] == [
        "act-norland-treasury"
    ]


def test_two_actors_that_are_one(reviewed: Reviewed) -> None:
    tables = reviewed(
        "- row: act-ostra-radio\n  quote: Ostra Radio\n  action: correct\n"
        "  set: {same_as: Dunmark Army}\n  reason: one house\n"
    )
    assert "act-ostra-radio" not in {value for name, rows in tables.items() if name != "review"
                                     for row in rows for value in row.values()}  # fmt: skip
    names = {
        row["name"]: row["name_type"]
        for row in tables["actor_names"]
        if row["actor_id"] == "act-dunmark-army"
    }
    assert names == {"Dunmark Army": "canonical", "Ostra Radio": "alias"}


def test_a_quote_can_be_widened_and_must_stand_in_the_text(reviewed: Reviewed) -> None:
    tables = reviewed(
        f"- {SHELLED}\n  action: correct\n  set: {{quote: shelled Port Velin}}\n  reason: shorter\n"
    )
    row = sample.find(tables, "allegations", "alg-1")
    start = sample.TEXT.index("shelled")
    assert (row["start"], row["end"], row["quote"]) == (start, start + 18, "shelled Port Velin")
    with pytest.raises(DataError, match="does not stand in the text"):
        reviewed(f"- {SHELLED}\n  action: correct\n  set: {{quote: bombed Port Velin}}\n  reason: x\n")
