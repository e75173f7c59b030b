"""Answers to a claim that do not repeat it."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.reading import find, rows

BEFORE = "Soldiers killed two farmers. The mayor was asked about it on Monday. "
EXAMPLES = [(name, text) for name, texts in load_yaml("echoes.yml")["examples"].items() for text in texts]
ANSWERS = [(stance, text) for stance, text in EXAMPLES if stance != "none"]


def cases(examples: list[tuple[str, str]]) -> list[Any]:
    return [pytest.param(stance, text, id=text) for stance, text in examples]


@pytest.mark.parametrize(("stance", "answer"), cases(EXAMPLES))
def test_examples_of_the_vocabulary(reader: Reader, stance: str, answer: str) -> None:
    first, *answers = rows(find(reader, BEFORE + answer))
    assert first["stance"] == "asserted"
    assert [row["stance"] for row in answers] == ([] if stance == "none" else [stance])


@pytest.mark.parametrize(("stance", "answer"), cases(ANSWERS))
def test_an_answer_has_the_parties_of_the_claim_and_its_own_words(
    reader: Reader, stance: str, answer: str
) -> None:
    first, echo = rows(find(reader, BEFORE + answer))
    assert (echo["category"], echo["accused"], echo["target"]) == (
        first["category"],
        first["accused"],
        first["target"],
    )
    assert echo["stance"] == stance
    assert echo["quote"] in answer
    assert first["chain"] == []
    assert len(echo["chain"]) == 1


@pytest.mark.parametrize("answer", [text for _, text in EXAMPLES])
def test_an_answer_to_nothing_is_no_row(reader: Reader, answer: str) -> None:
    assert rows(find(reader, answer)) == []


def test_an_answer_far_from_the_claim_is_no_row(reader: Reader) -> None:
    between = "The fair in the valley went on until late, and the band played old songs. " * 10
    got = rows(find(reader, BEFORE + between + "The army rejected the allegations."))
    assert [row["stance"] for row in got] == ["asserted"]
