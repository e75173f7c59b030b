"""Texts about election campaigns, where attacks are words and support is a vote."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find

CAMPAIGN = (
    "The candidate spoke at a rally before the election. Voters in the primary liked the nominee. "
    "The campaign hopes for a better poll after the debate. {}"
)


@pytest.mark.parametrize(
    "text",
    [
        "Milo Varga attacked Anton Reed on stage.",
        "The singer Milo Varga supports Anton Reed.",
        "Milo Varga answered the attacks of Anton Reed.",
    ],
)
def test_words_of_a_campaign_are_no_conduct(reader: Reader, text: str) -> None:
    assert find(reader, CAMPAIGN.format(text)).allegations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Anton Reed and killed two soldiers.",
        "Police attacked Anton Reed on stage.",
        "Russia's invasion of Ukraine went on.",
    ],
)
def test_violence_in_a_campaign_is_conduct(reader: Reader, text: str) -> None:
    assert len(find(reader, CAMPAIGN.format(text)).allegations) > 0


def test_attacks_elsewhere_are_attacks(reader: Reader) -> None:
    assert len(find(reader, "Rebels attacked the lawyer Anton Reed in the capital.").allegations) == 1
