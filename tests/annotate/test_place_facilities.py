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


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("They were held in a camp outside Herat.", "camp", "camp outside Herat", "AF"),
        ("A drone hit a fuel depot on the outskirts of Tripoli, Libya.", "fuel depot", None, "LY"),
        ("Two camps near Damascus were shelled. They fled the camps near Damascus.", "camps", None, "SY"),
    ],
)
def test_a_facility_without_a_name_is_told_apart_by_the_place_behind_it(
    nlp: Language, text: str, words: str, name: str | None, country: str
) -> None:
    span = next(s for s in spans(nlp(text)) if s.text == words)
    place = span._.place
    assert (place.location_type, place.country_code) == ("facility", country)
    assert span._.mention_type == "nominal"
    assert name is None or place.name == name


@pytest.mark.parametrize(
    "text", ["He sleeps in a camp.", "He met the camp, Herat said.", "He spoke in a hotel."]
)
def test_a_facility_that_nothing_tells_apart_is_no_place(nlp: Language, text: str) -> None:
    assert [s for s in spans(nlp(text)) if s._.place.location_type == "facility"] == []


def test_a_facility_keeps_its_country(nlp: Language) -> None:
    doc = nlp("They trained in Red Falcon Brigade's bases in Sudan. He stayed in Red Falcon Brigade's bases.")
    facilities = [s._.place for s in spans(doc) if s._.place.location_type == "facility"]
    assert len(facilities) == 2
    assert len(set(facilities)) == 1
