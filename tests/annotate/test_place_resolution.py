"""Which place of the world a name means."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.place_spans import named
from tests.annotate.places_of_the_world import WORLD


@pytest.mark.parametrize(("text", "expected"), WORLD, ids=[text[:40] for text, _ in WORLD])
def test_places_of_the_world(nlp: Language, text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    found = named(nlp(text))
    assert {name: found.get(name) for name in expected} == expected


def test_an_obscure_namesake_is_left_out(nlp: Language) -> None:
    """Moura is a town in Portugal; the text puts it in Mali, where the gazetteer has none."""
    assert "Moura" not in named(nlp("Soldiers killed three hundred people in Moura, in central Mali."))
