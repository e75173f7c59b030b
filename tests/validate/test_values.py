"""Cells that the constraints of the contract forbid, and what no cell may hold."""

from __future__ import annotations

import pytest

from tests.validate.mutations import Change, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    (
        "enumerations",
        put("allegations", "alg-1", stance="proved"),
        "allegations alg-1 stance: enum, 'proved'",
    ),
    (
        "patterns",
        put("documents", "doc-karvel", sha256="0" * 63 + "G"),
        "documents doc-karvel sha256: pattern, " + repr("0" * 63 + "G"),
    ),
    (
        "patterns",
        put("documents", "doc-karvel", language="en\n"),
        r"documents doc-karvel language: pattern, 'en\n'",
    ),
    (
        "patterns",
        put("actors", "act-karvel-post", description="daily "),
        "actors act-karvel-post description: pattern, 'daily '",
    ),
    (
        "bounds",
        put("locations", "loc-port-velin", latitude=90.5, country_code=None),
        "locations loc-port-velin latitude: minimum and maximum, 90.5",
    ),
    (
        "bounds",
        put("sanctions", "snc-1", target_count=-1),
        "sanctions snc-1 target_count: minimum and maximum, -1",
    ),
    (
        "lengths",
        put("categories", "attack", definition="a" * 32768),
        f"categories attack definition: maxLength, '{'a' * 76}...",
    ),
    (
        "empty_texts",
        put("allegations", "alg-1", quantity_text=""),
        "allegations alg-1 quantity_text: text is not empty, ''",
    ),
    *(
        (
            "formulas",
            put("actors", "act-karvel-post", description=f"{start}1"),
            f"actors act-karvel-post description: text is no formula, {f'{start}1'!r}",
        )
        for start in "=+-@\t\r＝＋－＠"
    ),
    *(
        (
            "characters",
            put("actors", "act-karvel-post", description=f"a{character}b"),
            f"actors act-karvel-post description: characters are printable, {f'a{character}b'!r}",
        )
        for character in "\0\x07\x1b\x0b\ufffe"
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)


@pytest.mark.parametrize("change", [put("actors", "act-karvel-post", description="a\tb\r\nc 1=2 @x")])
def test_what_the_rules_admit(change: Change) -> None:
    assert messages(change) == []
