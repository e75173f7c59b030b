"""Decisions do what they say, all of it, or the build is told what is wrong with them."""

from __future__ import annotations

import pytest

from scripts.records import DataError
from tests.review.conftest import Reviewed
from tests.review.deciding import SHELLED, decision
from tests.validate import sample

SET = f"- {SHELLED}\n  action: correct\n  reason: x\n  set:"
ADDED = "- action: add\n  table: allegations\n  reason: x\n"


def test_without_decisions_nothing_changes(reviewed: Reviewed) -> None:
    assert reviewed(f"- {SHELLED}\n  action:\n  reason:\n") == sample.tables() | {
        "review": [],
        "corrections": [],
    }


def test_accept(reviewed: Reviewed) -> None:
    tables = reviewed(f"- {SHELLED}\n  action: accept\n  reason: as the text has it\n")
    assert sample.find(tables, "allegations", "alg-1")["review_status"] == "accepted"
    assert sample.find(tables, "allegations", "alg-2")["review_status"] == "machine"
    assert decision(tables, row_id="alg-1") == {
        "table": "allegations", "row_id": "alg-1", "column": "*", "document_id": sample.DOCUMENT,
        "action": "accept", "machine_value": None, "final_value": None, "reason": "as the text has it",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ("- row: alg-9\n  quote: shelled Port Velin\n  action: accept\n  reason: x",
         "row alg-9 is not there any more; nearest are alg-1 'shelled Port Velin in April 2021'"),
        ("- row: alg-1\n  quote: something else\n  action: accept\n  reason: x", "the quote of alg-1 is now"),
        (f"- {SHELLED}\n  action: accept", "'reason' is missing"),
        (f"- {SHELLED}\n  action: approve\n  reason: x", "action 'approve' is none of"),
        (f"- {SHELLED}\n  reason: x", "'action' is missing"),
        (f"- {SHELLED}\n  action: accept\n  reason: x\n" * 2, "decided on twice"),
        (f"- {SHELLED}\n  action: correct\n  reason: x", "'set' is missing"),
        (f"- {SHELLED}\n  action: correct\n  set: {{stag: x}}\n  reason: x", "no column 'stag'"),
        (f"- {SHELLED}\n  action: correct\n  set: {{start: '3'}}\n  reason: x", "cannot be set"),
        (f"- {SHELLED}\n  action: correct\n  set: {{date_start: tomorrow}}\n  reason: x", "is no date"),
        (f"{SET} {{chain: [Norland Treasury]}}", "add a statement"),
        (f"{SET} {{actor_id: Ostra Radio}}", "no column 'actor_id'"),
        (f"{SET} {{actors: [{{actor: Ostra Radios, role: target}}]}}",
         "nearest are Ostra Radio (act-ostra-radio)"),
        ("- row: stm-2\n  quote: shelled Port Velin in April 2021\n  action: reject\n  reason: x",
         "alg-1 still rests on stm-2"),
        ("- row: act-the-rebels\n  quote: the rebels\n  action: reject\n  reason: x",
         "alg-1, alg-2 still rests on act-the-rebels"),
        (f"{ADDED}  quote: not in it\n  values: {{category: attack}}",
         "does not stand in the text"),
        (f"{ADDED}  quote: the rebels\n  values: {{category: attack}}",
         "stands 2 times"),
        (f"{ADDED}  quote: the rebels\n  occurrence: 5\n  values: {{category: attack}}",
         "2 times in the text, not 5"),
        (f"{ADDED}  quote: “arming the rebels”\n  values: {{category: arms_supply}}",
         "the machine finds this row itself, alg-2"),
        ("- action: add\n  table: documents\n  quote: x\n  reason: x", "'table' must be one of"),
        ("- row: alg-1\n  verdict: x", "unknown key 'verdict'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(reviewed: Reviewed, decisions: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        reviewed(decisions)
    assert said in str(caught.value)
    assert "doc-karvel.yml decision" in str(caught.value) or "twice" in said


def test_all_errors_come_at_once(reviewed: Reviewed) -> None:
    gone = "- row: alg-{}\n  quote: gone\n  action: accept\n  reason: x\n"
    with pytest.raises(DataError) as caught:
        reviewed(gone.format(8) + gone.format(9))
    assert len(str(caught.value).splitlines()) == 2


def test_wrong_values_are_found_by_validation(reviewed: Reviewed) -> None:
    tables = reviewed(f"- {SHELLED}\n  action: correct\n  set: {{stage: maybe}}\n  reason: x\n", valid=False)
    assert sample.find(tables, "allegations", "alg-1")["stage"] == "maybe"
