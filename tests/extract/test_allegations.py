"""Whole sentences and all that they allege; above all, what they do not."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.reading import find, fits, rows, told

EXAMPLES = load_yaml("claim_examples.yml")
CLAIMS: list[dict[str, Any]] = EXAMPLES["claims"]
FAILURES: list[dict[str, Any]] = EXAMPLES["known_failures"]

# Who does it, as subject, and the act as base form, past, gerund, with its object.
ACTS = [
    ("General Pavel Rudin", "bomb", "bombed", "bombing", "the hospital"),
    ("the rebels", "kill", "killed", "killing", "two farmers"),
    ("the Orlan Brigade", "kidnap", "kidnapped", "kidnapping", "the journalist"),
    ("the general", "arm", "armed", "arming", "the militia"),
    ("the army", "train", "trained", "training", "the militants"),
]
NOT_DONE = [
    "{Who} did not {base} {what}.",
    "{Who} has never {past} {what}.",
    "{Who} could {base} {what}.",
    "{Who} may have {past} {what}.",
    "{Who} should {base} {what}.",
    "{Who} will {base} {what}.",
    "{Who} tried to {base} {what}.",
    "{Who} attempted to {base} {what}.",
    "{Who} threatened to {base} {what}.",
    "{Who} planned to {base} {what}.",
    "{Who} wanted to {base} {what}.",
    "{Who} refused to {base} {what}.",
    "{Who} stopped {ing} {what}.",
    "{Who} decided not to {base} {what}.",
    "{Who} vowed to {base} {what}.",
    "If {who} {past} {what}, the mayor will resign.",
    "Unless {who} {past} {what}, nobody will come.",
    "The mayor asked whether {who} {past} {what}.",
    "The mayor urged {who} to {base} {what}.",
    "The mayor called on {who} not to {base} {what}.",
    "The mayor demanded that {who} {base} {what}.",
    "The mayor said that {who} would {base} {what}.",
    "The mayor said that {who} did not {base} {what}.",
    "The mayor denied that {who} {past} {what}.",
    "The mayor rejected claims that {who} {past} {what}.",
    "“We will never {base} {what},” said the mayor.",
]


def is_said_to_be_done(row: dict[str, Any]) -> bool:
    return row["stance"] in ("asserted", "confirmed") and row["stage"] == "accomplished"


def assert_rows(reader: Reader, example: dict[str, Any]) -> None:
    got = rows(find(reader, example["text"]))
    left = list(got)
    for wanted in example["rows"]:
        match = next((row for row in left if fits(row, wanted)), None)
        assert match is not None, f"no row fits {wanted}: {[told(row) for row in got]}"
        left.remove(match)
    assert left == [], f"also found: {[told(row) for row in left]}"


@pytest.mark.parametrize("example", CLAIMS, ids=lambda e: str(e["text"])[:60])
def test_a_sentence_alleges_this_and_nothing_else(reader: Reader, example: dict[str, Any]) -> None:
    assert_rows(reader, example)


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            e, id=e["text"][:60], marks=pytest.mark.xfail(reason=e["why"], strict=True, raises=AssertionError)
        )
        for e in FAILURES
    ],
)
def test_known_failures_still_fail(reader: Reader, example: dict[str, Any]) -> None:
    assert_rows(reader, example)


@pytest.mark.parametrize("template", NOT_DONE)
def test_what_is_not_said_to_be_done_is_never_accomplished(reader: Reader, template: str) -> None:
    for who, base, past, ing, what in ACTS:
        text = template.format(
            who=who, Who=who[0].upper() + who[1:], base=base, past=past, ing=ing, what=what
        )
        assert [told(r) for r in rows(find(reader, text)) if is_said_to_be_done(r)] == [], text


@pytest.mark.parametrize("act", ACTS, ids=lambda a: str(a[2]))
def test_the_same_act_told_as_done_is_accomplished(reader: Reader, act: tuple[str, ...]) -> None:
    who, _, past, _, what = act
    got = rows(find(reader, f"{who[0].upper()}{who[1:]} {past} {what}."))
    wanted = {
        "accused": [who.removeprefix("the ").removeprefix("General ")],
        "stage": "accomplished",
        "stance": "asserted",
    }
    assert any(fits(row, wanted) for row in got), [told(row) for row in got]


def test_the_target_is_never_accused_of_what_is_done_to_it(reader: Reader) -> None:
    for who, _, past, _, what in ACTS:
        for text in (f"{what} was {past} by {who}.", f"According to the mayor, {who} {past} {what}."):
            for row in rows(find(reader, text[0].upper() + text[1:])):
                assert not {a.name for a in row["accused"]} & {
                    a.name for a in row["target"] + row["beneficiary"]
                }, told(row)


def test_titles_and_headings_claim_nothing(reader: Reader) -> None:
    text = "General Pavel Rudin bombed the hospital\n\nThe mayor spoke on Monday."
    assert rows(find(reader, text, title=True)) == []
    assert len(rows(find(reader, text))) == 1


def test_two_acts_of_one_sentence_are_two_rows_and_one_act_is_one(reader: Reader) -> None:
    got = rows(find(reader, "The army shelled the town and arrested forty students."))
    assert [row["category"] for row in got] == ["attack", "detention"]
    assert len(rows(find(reader, "The army shelled and bombed the town."))) == 1


def test_the_same_claim_in_two_places_is_two_rows(reader: Reader) -> None:
    got = rows(find(reader, "The army bombed the hospital.\n\nThe army bombed the hospital, the mayor said."))
    assert [[a.name for a in row["chain"]] for row in got] == [[], ["mayor"]]
