"""What counts as the same."""

from __future__ import annotations

import pytest

from scripts.evaluation.matching import kilometres, pairs, plain, shared_part


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbor Guard", "harbor guard"),
        ("Ilse Brandt’s", "Ilse Brandt"),
        ("José Peña", "Jose Pena"),
        ("Al-Nahr", "al nahr"),
        ("U.S. Navy", "U S Navy"),
    ],
)
def test_names_that_are_written_differently_are_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("Harbor Guard", "Guard"), ("Ann", "Anne"), ("Theo", "o")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


TEXT = "Guards burned it. They say guards burned it."


@pytest.mark.parametrize(
    ("quote", "start", "end", "part"),
    [
        ("Guards burned it", 0, 16, 1.0),
        ("Guards burned it", 7, 13, 1.0),  # all of the shorter
        ("Guards burned", 7, 20, 6 / 13),
        ("burned it", 34, 43, 1.0),  # where it stands best, not first
        ("They", 0, 16, 0.0),
        ("is not there", 0, 16, 0.0),
        ("", 0, 16, 0.0),
    ],
)
def test_shared_part_is_of_the_shorter(quote: str, start: int, end: int, part: float) -> None:
    assert shared_part(TEXT, quote, start, end) == pytest.approx(part)


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    assert pairs([(0.5, 0, 0), (0.9, 1, 0), (0.4, 0, 1), (0.9, 1, 1)]) == {1: 0, 0: 1}


def test_pairs_do_not_depend_on_the_order_of_candidates() -> None:
    candidates = [(1.0, 0, 1), (1.0, 0, 0), (1.0, 1, 0), (1.0, 1, 1)]
    assert pairs(candidates) == pairs(candidates[::-1]) == {0: 0, 1: 1}


def test_kilometres() -> None:
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((10.0, 20.0), (10.0, 20.0)) == 0.0
