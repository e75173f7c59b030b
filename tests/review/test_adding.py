"""`add`: rows that the machine missed, grounded by their quotes."""

from __future__ import annotations

import pytest

from tests.review.conftest import Reviewed
from tests.review.deciding import decision
from tests.validate import sample

ADD = """- action: add
  table: allegations
  quote: They shelled it
  values:
    category: attack
    actors:
    - {actor: the rebels, role: accused}
    locations:
    - {location: Port Velin, role: at}
    chain: [a colonel]
  reason: the colonel's own words
- action: add
  table: statements
  quote: They shelled it,
  values: {actor: a colonel, source_text: a colonel, cue: say, cue_text: said, mode: direct_quote}
  reason: missed
- action: add
  table: actors
  quote: a colonel
  values: {actor_type: person, is_named: 'false'}
  reason: missed
"""


def test_add_an_allegation_its_statement_and_its_speaker(reviewed: Reviewed) -> None:
    tables = reviewed(ADD)
    (row,) = (row for row in tables["allegations"] if row["rule"] == "review")
    assert (row["quote"], row["mode"], row["review_status"]) == (
        "They shelled it",
        "direct_quote",
        "accepted",
    )
    key = row["allegation_id"]
    chain = [r["actor_id"] for r in tables["attributions"] if r["allegation_id"] == key]
    (colonel,) = (r["actor_id"] for r in tables["actors"] if r["name"] == "a colonel")
    assert chain == ["act-karvel-post", colonel]
    assert [r["role"] for r in tables["allegation_actors"] if r["allegation_id"] == key] == ["accused"]
    assert sample.find(tables, "statements", str(row["statement_id"]))["cue_start"] == sample.TEXT.index(
        "said.", sample.TEXT.index("They shelled")
    )
    assert decision(tables, row_id=key, column="*")["action"] == "add"


def test_the_id_of_an_added_row_is_stable(reviewed: Reviewed) -> None:
    assert reviewed(ADD) == reviewed(ADD)


@pytest.mark.parametrize(
    ("table", "quote", "values"),
    [
        ("sanctions", "On 2 May 2021 the Norland Treasury",
         "{authority: Norland Treasury, program: Rebels, targets: [{description: three companies}]}"),
        ("affiliations", "the rebels, quoted by Ostra Radio",
         "{actor: the rebels, organization: Ostra Radio, relation: other, role: quoted}"),
        ("locations", "Port Velin in April", "{name: Port of Velin, location_type: facility}"),
        ("actors", "three companies", "{actor_type: group, is_named: 'false'}"),
    ],
)  # fmt: skip
def test_add_other_rows(reviewed: Reviewed, table: str, quote: str, values: str) -> None:
    tables = reviewed(
        f"- action: add\n  table: {table}\n  quote: {quote}\n  values: {values}\n  reason: missed\n"
    )
    assert len(tables[table]) == len(sample.tables()[table]) + 1
