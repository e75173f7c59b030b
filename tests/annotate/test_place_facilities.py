"""Facilities, and the country that they lie in."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.place_spans import spans


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Detainees were moved to Bagram Air Base in Afghanistan.", "Bagram Air Base", "AF"),
        ("Guards at Evin Prison in Tehran beat them.", "Evin Prison", "IR"),
        ("Recruits trained in Red Falcon Brigade's bases in Sudan.", "Red Falcon Brigade's bases", "SD"),
        ("The Iranian consulate in Herat, Afghanistan, was attacked.", "Iranian consulate", "AF"),
        ("Rockets hit Damascus airport.", "Damascus airport", "SY"),
    ],
)
def test_facilities(nlp: Language, text: str, words: str, country: str) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.location_type, place.country_code, place.location_precision) == (
        "facility",
        country,
        "vague",
    )


def test_a_facility_keeps_its_country(nlp: Language) -> None:
    doc = nlp("They trained in Red Falcon Brigade's bases in Sudan. He stayed in Red Falcon Brigade's bases.")
    facilities = [s._.place for s in spans(doc) if s._.place.location_type == "facility"]
    assert len(facilities) == 2
    assert len(set(facilities)) == 1
