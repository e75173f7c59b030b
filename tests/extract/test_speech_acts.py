"""One act of speech is one statement."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find, rows


def contents(reader: Reader, text: str) -> list[str]:
    found = find(reader, text)
    return [found.article.text[s.extent.start : s.extent.end] for s in found.statements]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“The dam will burst,” the mayor said, “and the valley will drown.”",
            "The dam will burst,” the mayor said, “and the valley will drown",
        ),
        (
            "“The dam will burst,” the mayor said. “The valley will drown by noon.”",
            "The dam will burst,” the mayor said. “The valley will drown by noon",
        ),
        (
            "“The dam will burst,” said Milo Varga, an engineer who has looked after the wall and its "
            "gates for the last eleven years. “The valley will drown by noon.”",
            None,
        ),
        (
            "“The dam will burst,” the mayor said. “I think that the valley will drown by noon.”",
            "The dam will burst,” the mayor said. “I think that the valley will drown by noon",
        ),
        ("The mayor said he believed that the dam would burst.", "he believed that the dam would burst"),
    ],
)
def test_pieces_of_one_act_are_one_row(reader: Reader, text: str, content: str | None) -> None:
    (got,) = contents(reader, text)
    assert got == (content or text[1:-2])


@pytest.mark.parametrize(
    "text",
    [
        "“The dam will burst,” the mayor said. The siren rang. “The valley will drown,” the mayor said.",
        "“The dam will burst,” the mayor said. “The valley will drown,” a farmer said.",
        "The mayor said a farmer believed that the dam would burst.",
        "“The dam will burst,” the mayor said.\n\n“The valley will drown by noon, all of it,” he said.",
    ],
)
def test_other_acts_are_rows_of_their_own(reader: Reader, text: str) -> None:
    assert len(contents(reader, text)) == 2


def test_a_quotation_across_paragraphs_never_holds_the_gap(reader: Reader) -> None:
    text = "The mayor said: “The dam will burst soon.\n\n“The valley will drown by noon.”"
    assert all("\n" not in content for content in contents(reader, text))


@pytest.mark.parametrize("text", ["The mayor spoke about the dam.", "The mayor cited his years in office."])
def test_a_topic_is_no_statement(reader: Reader, text: str) -> None:
    assert contents(reader, text) == []


def test_a_topic_that_a_claim_rests_on_is_one(reader: Reader) -> None:
    found = find(reader, "The mayor reported the killing of two farmers by the army.")
    assert [s.cue for s in found.statements] == ["report"]
    assert [[a.name for a in row["chain"]] for row in rows(found)] == [["mayor"]]


def test_claims_of_both_pieces_name_the_same_statement(reader: Reader) -> None:
    text = "“The army bombed the hospital,” the mayor said. “I know that soldiers killed two farmers.”"
    found = find(reader, text)
    assert [a.statement for a in found.allegations] == [0, 0]
    assert len(found.statements) == 1


def test_what_is_told_of_the_speaker_between_two_pieces_is_not_theirs(reader: Reader) -> None:
    text = "“The dam will burst,” said the mayor, whom soldiers had beaten in May. “We will have to leave.”"
    assert [row["mode"] for row in rows(find(reader, text))] == ["narrator"]
