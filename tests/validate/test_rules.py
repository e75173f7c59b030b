"""All rules together: the valid sample passes, every rule is broken somewhere, all errors come at once."""

from __future__ import annotations

from scripts.records import Row
from scripts.validate import RULES
from scripts.validate.shape import shape
from tests.validate import (
    sample,
    test_belonging,
    test_chains,
    test_coordinates,
    test_dates,
    test_grounding,
    test_keys,
    test_shape,
    test_values,
)
from tests.validate.mutations import CONTRACT, check, put

GROUPS = (
    test_shape,
    test_values,
    test_keys,
    test_grounding,
    test_dates,
    test_coordinates,
    test_belonging,
    test_chains,
)


def test_the_sample_is_valid() -> None:
    assert [str(violation) for violation in check(sample.tables())] == []


def test_every_rule_has_a_broken_example() -> None:
    broken = {rule for group in GROUPS for rule, _, _ in group.BROKEN}
    assert broken == {rule.__name__ for rule in RULES} | {shape.__name__}


def test_all_errors_are_told_at_once_sorted_and_once() -> None:
    tables = sample.tables()
    for _, change, _ in test_shape.BROKEN[4:8]:
        change(tables)
    put("allegations", "alg-1", stance="proved", quote="elsewhere")(tables)
    found = check(tables)
    assert {violation.table for violation in found} >= {"allegations", "sanctions", "locations"}
    assert found == sorted(set(found), key=lambda violation: violation.order)


def test_rows_of_any_shape_give_violations_and_no_traceback() -> None:
    wild: list[Row] = [{}, {"": None}, {"level": "x", "start": None, "mention_id": 5}]
    assert check({name: [dict(row) for row in wild] for name in CONTRACT.tables})
