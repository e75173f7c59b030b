"""What a name of a place stands for: the place, the state that acts, or a mere modifier."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.place_spans import senses


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Tehran denied the report.", "Tehran", "actor"),
        ("Tehran's meddling continued.", "Tehran", "actor"),
        ("The paper described ties with Kabul.", "Kabul", "actor"),
        ("Saudi Arabia accused Qatar of financing terror.", "Qatar", "actor"),
        ("He was poisoned by Moscow.", "Moscow", "actor"),
        ("Talks between the rebels and Khartoum failed.", "Khartoum", "actor"),
        ("He sold weapons to Damascus.", "Damascus", "actor"),
        ("Officials met in Riyadh.", "Riyadh", "place"),
        ("The delegation left Qatar for Doha.", "Qatar", "place"),
        ("The delegation left Qatar for Doha.", "Doha", "place"),
        ("Militias operate across Iraq.", "Iraq", "place"),
        ("Uganda's polls were postponed.", "Uganda", "place"),
        ("Kabul was hit by a rocket.", "Kabul", "place"),
        ("Troops invaded Kuwait.", "Kuwait", "place"),
        ("Herat police arrested four men in Afghanistan.", "Herat", "modifier"),
        ("Iran-backed militias fired rockets.", "Iran", "modifier"),
        ("U.S. forces withdrew.", "U.S.", "modifier"),
    ],
)
def test_what_a_name_stands_for(nlp: Language, text: str, name: str, sense: str) -> None:
    assert senses(nlp(text))[name] == sense
