"""Actors and places that nobody mentions or names."""

from __future__ import annotations

import pytest

from tests.validate.mutations import Change, add, drop, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    (
        "mentioned",
        drop("actor_mentions", "amn-ostra-radio"),
        "actors act-ostra-radio actor_id: is mentioned in a document, 'act-ostra-radio'",
    ),
    (
        "mentioned",
        drop("location_mentions", "lmn-1"),
        "locations loc-port-velin location_id: is mentioned in a document, 'loc-port-velin'",
    ),
    (
        "canonical_names",
        drop("actor_names", "act-ostra-radio/Ostra Radio"),
        "actors act-ostra-radio name: name is the one canonical name in actor_names, None",
    ),
    (
        "canonical_names",
        put("location_names", "loc-port-velin/Port Velin", name_type="alias"),
        "locations loc-port-velin name: name is the one canonical name in location_names, None",
    ),
    (
        "canonical_names",
        add("actor_names", "act-ostra-radio/Ostra Radio", name="Radio Ostra"),
        "actors act-ostra-radio name: name is the one canonical name in actor_names, ['Ostra Radio', '",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)


@pytest.mark.parametrize("change", [drop("actor_mentions", "amn-karvel-post")])
def test_what_the_rules_admit(change: Change) -> None:
    assert messages(change) == []
