"""Whose press release a text is."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Orlan: Farmers Killed\n\nSoldiers killed two farmers, Kesh Rights International said today.",
            "Kesh",
        ),
        ("Treasury Sanctions Kesh Shipping Lines\n\nThe ships are registered in Peru.", "Treasury"),
        (
            "Treasury Targets Oil Traders\n\nToday, the U.S. Treasury blocked the accounts of three men.",
            "Treasury",
        ),
    ],
)
def test_a_body_that_speaks_for_itself_is_the_publisher(reader: Reader, text: str, publisher: str) -> None:
    found = find(reader, text, title=True)
    assert found.publisher is not None
    assert publisher in found.actors[found.publisher].name


@pytest.mark.parametrize(
    "text",
    [
        "Farmers Killed\n\nSoldiers killed two farmers, Kesh Rights International said on Monday.",
        "Treasury Targets Oil Traders\n\nThe U.S. Treasury blocked the accounts of three men on Monday.",
        "Farmers Killed\n\nSoldiers killed two farmers, the mayor said today.",
    ],
)
def test_a_body_that_is_told_of_is_not(reader: Reader, text: str) -> None:
    found = find(reader, text, title=True)
    assert found.publisher is not None
    assert not found.actors[found.publisher].is_named
