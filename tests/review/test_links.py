"""`correct` on links and chains of sources: each is replaced as a whole."""

from __future__ import annotations

from tests.review.conftest import Reviewed
from tests.review.deciding import SHELLED, decision
from tests.validate import sample


def test_correct_replaces_links_and_chain(reviewed: Reviewed) -> None:
    tables = reviewed(
        f"""- {SHELLED}
  action: correct
  set:
    actors: [{{actor: Norland Treasury, role: accused}}]
    locations: []
    chain: [Dunmark Army]
  reason: read anew
"""
    )
    assert [r["actor_id"] for r in tables["allegation_actors"] if r["allegation_id"] == "alg-1"] == [
        "act-norland-treasury"
    ]
    assert tables["allegation_locations"] == []
    chain = [(r["level"], r["statement_id"]) for r in tables["attributions"] if r["allegation_id"] == "alg-1"]
    assert chain == [(0, None), (1, "stm-1")]
    assert sample.find(tables, "allegations", "alg-1")["statement_id"] == "stm-1"
    assert decision(tables, column="chain")["machine_value"] == "act-dunmark-army > act-ostra-radio"
    assert decision(tables, row_id="alg-1/act-the-rebels/accused")["action"] == "reject"
    assert decision(tables, row_id="alg-1/act-norland-treasury/accused")["action"] == "add"


def test_a_chain_emptied_is_the_narrators(reviewed: Reviewed) -> None:
    tables = reviewed(f"- {SHELLED}\n  action: correct\n  set: {{chain: []}}\n  reason: nobody is cited\n")
    row = sample.find(tables, "allegations", "alg-1")
    assert (row["mode"], row["statement_id"]) == ("narrator", None)
