"""Places that are called by their kind alone."""

from __future__ import annotations

from spacy.language import Language

from tests.annotate.place_spans import named, spans


def test_nominal_mentions(nlp: Language) -> None:
    doc = nlp(
        "Bombs fell in Kunduz, Afghanistan. He said the province was calm. Officials in the capital agreed."
    )
    nominal = {s.text: s._.place.name for s in spans(doc) if s._.mention_type == "nominal"}
    assert nominal == {"the province": "Kunduz", "the capital": "Kabul"}
    assert all(s._.place.location_type == "province" for s in spans(doc) if s._.place.name == "Kunduz")


def test_the_same_name_stays_a_city_without_a_province(nlp: Language) -> None:
    assert named(nlp("Bombs fell in Kunduz, Afghanistan. The city was calm."))["Kunduz"] == ("city", "AF")


def test_the_country_is_left_open_when_two_may_be_meant(nlp: Language) -> None:
    doc = nlp("Soldiers from Kenya fought in Somalia. He later left the country.")
    assert [s.text for s in spans(doc)] == ["Kenya", "Somalia"]


def test_the_country_is_the_only_one(nlp: Language) -> None:
    doc = nlp("Soldiers fought in Somalia. He later left the country.")
    assert [s._.place.country_code for s in spans(doc)] == ["SO", "SO"]
