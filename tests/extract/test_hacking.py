"""Texts about attacks on computers."""

from __future__ import annotations

from scripts.annotate.pipeline import Reader
from tests.reading import find, rows

ABOUT = (
    "Hackers sent malware to the ministry. The malware was a phishing kit. "
    "The hack was found by a cyber unit. "
)


def test_an_attack_in_a_text_about_hacking_is_one_on_computers(reader: Reader) -> None:
    found = rows(find(reader, ABOUT + "Russia carried out the attack on the ministry."))
    assert found[-1]["category"] == "cyber_operation"


def test_an_attack_with_weapons_stays_one(reader: Reader) -> None:
    found = rows(find(reader, ABOUT + "Rebels killed two guards in an attack on the ministry."))
    assert {row["category"] for row in found[-2:]} == {"attack"}


def test_elsewhere_an_attack_is_an_attack(reader: Reader) -> None:
    (row,) = rows(find(reader, "Russia carried out the attack on the ministry."))
    assert row["category"] == "attack"
