"""Complements hang on the word that they complete."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from scripts.annotate.speech_cues import cues
from tests.reading import article


@pytest.mark.parametrize("part", ["role", "part", "involvement"])
def test_what_is_denied_is_a_part_in_the_deed(reader: Reader, part: str) -> None:
    (doc,) = reader.read([article(f"A spokesman for the army denied any {part} in the bombing.")])
    (prep,) = [t for t in doc if t.lower_ == "in"]
    assert part in cues().parts
    assert prep.head.text == part


def test_a_statement_is_no_deed_that_one_has_a_part_in(reader: Reader) -> None:
    (doc,) = reader.read([article("The general denied the raid in a statement.")])
    (prep,) = [t for t in doc if t.lower_ == "in"]
    assert prep.head.text != "raid"
