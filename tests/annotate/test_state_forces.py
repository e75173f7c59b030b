"""The police and the army of a state."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import article, find


def called(reader: Reader, text: str, phrase: str) -> str:
    """The name of the actor that the last of these words mentions."""
    (doc,) = reader.read([article(text)])
    names = [e.name for e in doc._.cast.entities for m in e.mentions if doc[m.start : m.end].text == phrase]
    return str(names[-1])


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The Norwegian army shelled a town. Soldiers entered it.", "Soldiers", "Norwegian army"),
        ("Norwegian police fired. The mayor praised police officers.", "police officers", "Norwegian police"),
        ("In Norway the military shelled a town. The army denied it.", "The army", "military"),
    ],
)
def test_forces_of_the_one_country_are_the_same(reader: Reader, text: str, phrase: str, name: str) -> None:
    assert called(reader, text, phrase) == name


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The Norwegian army and the Danish army met in Oslo. Soldiers left.", "Soldiers"),
        ("The Norwegian army shelled Oslo. It said three soldiers died.", "three soldiers"),
        ("The Norwegian army shelled Oslo. The military police came.", "The military police"),
        ("The Norwegian army shelled Oslo. Army officers denied it.", "Army officers"),
    ],
)
def test_other_forces_are_not(reader: Reader, text: str, phrase: str) -> None:
    assert called(reader, text, phrase) != "Norwegian army"


def test_a_word_read_later_does_not_stumble_over_who_was_joined(reader: Reader) -> None:
    text = (
        "In Norway soldiers shelled a town, and the army denied it. "
        "The Norwegian military is fighting rebels. "
        "Farmers complained of army thefts in the valley, but the army denied all thefts."
    )
    assert find(reader, text).allegations


def test_the_police_are_no_civil_armed_force(reader: Reader) -> None:
    text = "In Norway the Citizen Armed Force met on Monday. Two men were arrested, police said."
    assert called(reader, text, "police") == "police"
