"""Places built on names: border areas and parts of places."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.place_spans import spans


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "Weapons crossed the border between Iran and Pakistan.",
            "border between Iran and Pakistan",
            "Iran-Pakistan border",
            None,
        ),
        ("The Syrian-Iraqi border was closed.", "Syrian-Iraqi border", "Syria-Iraq border", None),
        (
            "The camp is near the Kenya-Somalia border in Kenya.",
            "Kenya-Somalia border",
            "Kenya-Somalia border",
            "KE",
        ),
        ("Turkey closed its border with Syria.", "border with Syria", "Syria border", None),
        (
            "Smugglers were caught in Pakistan near the Afghan border.",
            "Afghan border",
            "Afghanistan border",
            "PK",
        ),
    ],
)
def test_border_areas(nlp: Language, text: str, words: str, name: str, country: str | None) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.name, place.location_type, place.country_code) == (name, "border_area", country)
    assert (place.latitude, place.location_precision) == (None, "vague")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("He grew up in northen Uganda.", "northen Uganda", "northern Uganda"),
        ("It happened in the north of Syria.", "north of Syria", "northern Syria"),
        ("Rebels hold parts of north-eastern Nigeria.", "north-eastern Nigeria", "northeastern Nigeria"),
        ("Shells fell in eastern Aleppo, Syria.", "eastern Aleppo", "eastern Aleppo"),
    ],
)
def test_parts_of_places(nlp: Language, text: str, words: str, name: str) -> None:
    place = next(s._.place for s in spans(nlp(text)) if s.text == words)
    assert (place.name, place.location_type, place.location_precision) == (name, "region", "vague")
