"""Names that are one body's, and names that are not."""

from __future__ import annotations

import pytest

from scripts.annotate.body_names import same_body


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Malian Supreme Court", "Supreme Court", True),
        ("Foreign Ministry of Ukraine", "Ministry of Foreign Affairs", True),
        ("Ministry of Internal Affairs of Tajikistan", "Interior Ministry", True),
        ("U.S. Department of Labor", "Department of Labour", True),
        ("Orlan Centre for Peace", "Orlan Center for Peace", True),
        ("Malian Supreme Court", "Chadian Supreme Court", False),
        ("Orlan Brigade", "Orlan Brigade Council", False),
        ("Defence Ministry", "Foreign Ministry", False),
        ("Iran", "Iran", True),
    ],
)
def test_names_of_one_body(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same
