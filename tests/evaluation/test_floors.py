"""Floors are raised freely and lowered with a reason alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.evaluation.figures import Figure
from scripts.evaluation.floors import Floors, read_floors
from scripts.records import DataError

GOOD = {"actors: named": Figure(90, 100, 100), "sanctions: found": Figure()}
WORSE = {"actors: named": Figure(80, 100, 100), "sanctions: found": Figure()}


def test_floors_are_a_little_under_what_was_measured() -> None:
    floors = Floors().raised_to(GOOD, None)
    assert floors.figures == {"actors: named": {"precision": 0.89, "f1": 0.89}, "sanctions: found": {}}
    assert floors.lowered == ()
    assert floors.broken_by(GOOD) == []


def test_a_figure_below_its_floor_is_named() -> None:
    floors = Floors().raised_to(GOOD, None)
    assert floors.broken_by(WORSE) == [
        "actors: named, precision: 0.800, the floor is 0.890",
        "actors: named, f1: 0.800, the floor is 0.890",
    ]
    assert floors.broken_by({}) == [
        "actors: named, precision: not measured, the floor is 0.890",
        "actors: named, f1: not measured, the floor is 0.890",
    ]


def test_floors_stay_where_they_are_within_the_margin() -> None:
    floors = Floors().raised_to(GOOD, None)
    a_little_less = {**GOOD, "actors: named": Figure(895, 1000, 1000)}
    assert floors.raised_to(a_little_less, None) == floors


def test_floors_are_not_lowered_without_a_reason() -> None:
    floors = Floors().raised_to(GOOD, None)
    with pytest.raises(DataError, match=r"actors: named, f1: 0\.800, the floor is 0\.890"):
        floors.raised_to(WORSE, None)


def test_a_reason_lowers_floors_and_is_kept() -> None:
    lowered = Floors().raised_to(GOOD, None).raised_to(WORSE, "gold was corrected")
    assert lowered.figures["actors: named"] == {"precision": 0.79, "f1": 0.79}
    assert lowered.lowered == (
        "actors: named, precision: 0.800, the floor is 0.890: gold was corrected",
        "actors: named, f1: 0.800, the floor is 0.890: gold was corrected",
    )
    assert lowered.raised_to(GOOD, None).lowered == lowered.lowered


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    floors = Floors().raised_to(GOOD, None).raised_to(WORSE, "gold was corrected")
    (tmp_path / "floors.json").write_text(floors.text(), "utf-8")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == Floors()


@pytest.mark.parametrize("text", ["", "[]", "{}", "\xff"])
def test_a_broken_file_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match=r"floors\.json"):
        read_floors(tmp_path / "floors.json")
