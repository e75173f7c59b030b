"""Capitals that stand for their state."""

from __future__ import annotations

from scripts.annotate.pipeline import Reader
from tests.annotate.casting import cast


def test_a_capital_stands_for_its_state(reader: Reader) -> None:
    got = cast(
        reader, "Canada left the talks. Ottawa rejected the plan, and the Canadian government was silent."
    )
    assert [name for name in got if name in ("Ottawa", "Canadian government")] == []
    assert "Ottawa" in got["Canada"]
