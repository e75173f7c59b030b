"""Coordinates outside the country of the row, and inside it."""

from __future__ import annotations

import pytest

from tests.validate.mutations import Change, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    (
        "coordinates",
        put("locations", "loc-port-velin", latitude=20.0),
        "locations loc-port-velin latitude,longitude: coordinates lie in DK, (20.0, 10.5)",
    ),
    (
        "coordinates",
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=-170.0),
        "locations loc-port-velin latitude,longitude: coordinates lie in FJ, (-17.0, -170.0)",
    ),
    (
        "coordinates",
        put("locations", "loc-port-velin", longitude=None),
        "locations loc-port-velin longitude: latitude and longitude come together, None",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)


@pytest.mark.parametrize(
    "change",
    [
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=-179.0),
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=177.0),
        put("locations", "loc-port-velin", country_code="XK", latitude=0.0),
        put("locations", "loc-port-velin", latitude=None, longitude=None, country_code=None),
    ],
)
def test_what_the_rules_admit(change: Change) -> None:
    assert messages(change) == []
