"""The component `places`: what it finds in a text, parsed by the real model."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from spacy.language import Language

from scripts.reference import load_yaml
from tests.annotate.place_spans import spans
from tests.annotate.places_of_the_world import WORLD


@pytest.mark.parametrize(
    "example", load_yaml("place_terms.yml")["examples"], ids=lambda e: str(e["text"])[:40]
)
def test_examples_of_the_vocabulary(nlp: Language, example: dict[str, Any]) -> None:
    assert [s.text for s in spans(nlp(example["text"]))] == example["places"]


def test_spans_are_disjoint_in_order_and_complete(nlp: Language) -> None:
    doc = nlp(" ".join(text for text, _ in WORLD))
    found = spans(doc)
    assert found
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s._.place and s._.place_sense in ("place", "actor", "modifier") for s in found)
    assert all(s._.mention_type in ("named", "nominal") for s in found)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "The", "of the -", "Iran", "-Iran-", "the border", "U.S.", "A" * 5000]
)
def test_odd_texts(nlp: Language, text: str) -> None:
    assert len(spans(nlp(text))) <= 1
