"""Names that are one person's, and names that are not."""

from __future__ import annotations

import pytest

from scripts.annotate.person_names import at_an_end, same_person


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("Varga", "Milo Varga", True),
        ("Milo", "Milo Varga", True),
        ("Fazal Rahman", "Fazil Rahman", True),
        ("Milo Varga", "Milo Stefan Varga", True),
        ("Anna Varga", "Milo Varga", False),
        ("Milo Vargo", "Milo Varga", False),
        ("Reed", "Milo Varga", False),
        ("Varga", "Varga", False),
        ("Ortega", "Luis Felipe Ortega Bernal", True),
        ("Jose Daniel Vivas", "José Daniel Vivas García", True),
        ("Bin Varga", "Milo bin Varga", True),
        ("Aleksandar Varga", "Alexander Varga", True),
        ("R.L.", "R. L.", True),
        ("Milo Varga", "Milo Reed Orr", False),
    ],
)
def test_names_of_one_person(short: str, full: str, one: bool) -> None:
    assert same_person(short, full) is one


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("Tabori", "Amin Rashid Tabori", True),
        ("Amin", "Amin Rashid Tabori", True),
        ("Rashid", "Amin Rashid Tabori", False),
    ],
)
def test_a_name_in_the_middle_of_another_is_the_weaker_one(short: str, full: str, one: bool) -> None:
    assert at_an_end(short, full) is one
