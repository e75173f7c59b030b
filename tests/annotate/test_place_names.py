"""Words that are names of places elsewhere, and are none here."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.place_spans import named, spans


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton and Jack London met Mr Santiago.",
        "Jordan Smith wrote to Chelsea Clinton.",
        "Victoria said she was fine.",
        "Reading the report, the nice officials were mobile.",
        "Congress passed the bill in March.",
        "The Bank of Iran and the University of Tehran denied it.",
        "The Herat Provincial Council met.",
        "The Washington Post quoted a Kabul Times reporter.",
        "Afghan and Emirati officials met their Iranian counterparts.",
        "The regime supported the group's headquarters and a hospital.",
        "They met in Springfield on Monday.",
        "A spokesman for the province and the country declined to comment.",
    ],
)
def test_no_places(nlp: Language, text: str) -> None:
    assert named(nlp(text)) == {}


def test_a_surname_of_the_document_is_no_place(nlp: Language) -> None:
    doc = nlp("Peter Austin visited Manila. Austin said the bases were vital. Others spoke in Austin, Texas.")
    assert [s.start_char for s in spans(doc) if s.text == "Austin"] == [doc.text.index("Austin, Texas")]
