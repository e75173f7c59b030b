"""Pronouns, and whom they mean."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.annotate.casting import cast


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("The lawyer Milo Varga came. He left.", "He", "Milo Varga"),
        ("The lawyer Milo Varga said he was tired.", "he", "Milo Varga"),
        ("“I am very tired of this war,” said the lawyer Milo Varga.", "I", "Milo Varga"),
        ("The rebels came and they left.", "they", "rebels"),
        ("The Orlan Brigade said it left.", "it", "Orlan Brigade"),
        ("The Orlan Brigade lost its base.", "its", "Orlan Brigade"),
    ],
)
def test_pronouns(reader: Reader, text: str, pronoun: str, name: str) -> None:
    assert pronoun in cast(reader, text)[name]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("It rained.", "It"),
        ("He left.", "He"),
        ("The Orlan Brigade came. He left.", "He"),
        ("It is clear that the rebels left.", "It"),
        ("The lawyer Milo Varga came. It left.", "It"),
        ("The Orlan Brigade came. A bomb hit the bus as it stopped.", "it"),
    ],
)
def test_a_pronoun_that_fits_nobody_stays_unresolved(reader: Reader, text: str, pronoun: str) -> None:
    assert all(pronoun not in words for words in cast(reader, text).values())


def test_who_is_an_object_is_not_the_subject(reader: Reader) -> None:
    got = cast(reader, "Colonel Anton Reed came. The lawyer Milo Varga saw him.")
    assert "him" in got["Anton Reed"]


def test_he_in_what_somebody_says_is_who_says_it(reader: Reader) -> None:
    text = "Milo Varga came. One wounded farmer told reporters that he had confirmed that rebels left."
    got = cast(reader, text)
    assert next("he" in words for name, words in got.items() if "farmer" in name)
    assert "he" not in got["Milo Varga"]


def test_descriptions_and_pronouns_use_known_kinds() -> None:
    kinds = {"person", "group", "organization", "government_body", "armed_group", "state", "media", "company"}
    words = load_yaml("anaphora.yml")
    for noun, meant in words["descriptions"].items():
        assert set(meant) <= kinds, noun
        assert "person" not in meant, noun
    pronouns = [word for kind in words["pronouns"].values() for word in kind]
    assert len(pronouns) == len(set(pronouns))
