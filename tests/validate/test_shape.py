"""Tables, columns and types that are not those of the contract."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.validate.mutations import Change, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    ("shape", lambda t: t.pop("categories"), "categories - -: table is missing, None"),
    ("shape", lambda t: t.update(notes=[]), "notes - -: table is not in the contract, None"),
    (
        "shape",
        lambda t: t["actors"][0].pop("description"),
        "actors act-dunmark-army description: column is missing, None",
    ),
    (
        "shape",
        put("actors", "act-karvel-post", guilt="high"),
        "actors act-karvel-post guilt: column is not in the contract, 'high'",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=True),
        "sanctions snc-1 target_count: type is integer, True",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=3.0),
        "sanctions snc-1 target_count: type is integer, 3.0",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=2**31),
        "sanctions snc-1 target_count: integer fits 32 bits, 2147483648",
    ),
    (
        "shape",
        put("locations", "loc-port-velin", latitude=55, longitude=10.0),
        "locations loc-port-velin latitude: type is number, 55",
    ),
    (
        "shape",
        put("locations", "loc-port-velin", latitude=float("nan")),
        "locations loc-port-velin latitude: number is finite, nan",
    ),
    (
        "shape",
        put("documents", "doc-karvel", published=datetime(2021, 5, 3)),
        "documents doc-karvel published: type is date, datetime.datetime(2021, 5, 3, 0, 0)",
    ),
    (
        "shape",
        put("documents", "doc-karvel", published="2021-05-03"),
        "documents doc-karvel published: type is date, '2021-05-03'",
    ),
    (
        "shape",
        put("actors", "act-karvel-post", description="a\ud800b"),
        r"actors act-karvel-post description: text can be written as UTF-8, 'a\ud800b'",
    ),
    ("shape", put("documents", "doc-karvel", title=None), "documents doc-karvel title: required, None"),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)
