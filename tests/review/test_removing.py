"""`reject`: a row goes, and what hangs on it."""

from __future__ import annotations

from tests.review.conftest import Reviewed
from tests.review.deciding import ARMED, SHELLED, decision, ids


def test_reject_takes_what_hangs_on_the_row(reviewed: Reviewed) -> None:
    tables = reviewed(f"- {SHELLED}\n  action: reject\n  reason: no claim\n")
    assert ids(tables, "allegations") == ["alg-2"]
    for table in ("allegation_actors", "allegation_locations", "attributions"):
        assert set(ids(tables, table)) <= {"alg-2"}
    assert "act-the-rebels" in ids(tables, "actors"), "another claim still speaks of them"
    assert decision(tables, row_id="alg-1")["machine_value"] is None, "what was rejected is not repeated"


def test_actors_that_only_rejected_rows_spoke_of_go(reviewed: Reviewed) -> None:
    both = f"- {SHELLED}\n  action: reject\n  reason: a\n- {ARMED}\n  action: reject\n  reason: b\n"
    tables = reviewed(both)
    for table in ("actors", "actor_names", "actor_mentions"):
        assert "act-the-rebels" not in ids(tables, table, "actor_id")
    assert "act-karvel-post" in ids(tables, "actors"), "a publisher stays"
