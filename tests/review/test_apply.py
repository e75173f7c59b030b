"""Decisions do what they say, all of it, or the build is told what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.records import DataError, Row, Tables
from tests.review.conftest import Reviewed
from tests.validate import sample

SHELLED = "row: alg-1\n  quote: shelled Port Velin in April 2021"
SET = f"- {SHELLED}\n  action: correct\n  reason: x\n  set:"
ADDED = "- action: add\n  table: allegations\n  reason: x\n"
ARMED = "row: alg-2\n  quote: “arming the rebels”"


def ids(tables: Tables, table: str, column: str | None = None) -> list[object]:
    return [row[column or next(iter(row))] for row in tables[table]]


def decision(tables: Tables, **wanted: object) -> Row:
    (row,) = (row for row in tables["review"] if all(row[key] == value for key, value in wanted.items()))
    return row


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
