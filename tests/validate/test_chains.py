"""Chains of sources with gaps, circles or the wrong speakers."""

from __future__ import annotations

import pytest

from tests.validate.mutations import Change, drop, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    ("levels", drop("attributions", "alg-2/0"), "allegations alg-2 -: has an attribution at level 0, []"),
    (
        "levels",
        drop("attributions", "alg-1/1"),
        "allegations alg-1 -: levels of attribution have no gap, [0, 2]",
    ),
    (
        "publishers",
        put("attributions", "alg-2/0", actor_id="act-ostra-radio"),
        "attributions alg-2/0 actor_id: level 0 is the publisher of the document, 'act-ostra-radio'",
    ),
    (
        "publishers",
        put("attributions", "alg-2/0", statement_id="stm-1"),
        "attributions alg-2/0 statement_id: statement_id is null at level 0 and nowhere else, 'stm-1'",
    ),
    (
        "publishers",
        put("attributions", "alg-1/1", statement_id=None),
        "attributions alg-1/1 statement_id: statement_id is null at level 0 and nowhere else, None",
    ),
    (
        "speakers",
        put("attributions", "alg-1/1", actor_id="act-the-rebels"),
        "attributions alg-1/1 actor_id: is the source of stm-1, 'act-the-rebels'",
    ),
    (
        "innermost",
        put("allegations", "alg-1", mode="narrator"),
        "allegations alg-1 mode: narrator where statement_id is null and nowhere else, 'narrator'",
    ),
    (
        "innermost",
        put("allegations", "alg-1", statement_id="stm-1"),
        "allegations alg-1 statement_id: is the statement at the highest level of attribution, 'stm-1'",
    ),
    (
        "parents",
        put("statements", "stm-1", parent_statement_id="stm-2"),
        "statements stm-1 parent_statement_id: parents form no circle, 'stm-2'",
    ),
    (
        "parents",
        put("statements", "stm-1", parent_statement_id="stm-1"),
        "statements stm-1 parent_statement_id: parents form no circle, 'stm-1'",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)
