"""Descriptions and the names that the text gives to them."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import article


def called(reader: Reader, text: str, phrase: str) -> str:
    """The name of the actor that a phrase of the text mentions."""
    (doc,) = reader.read([article(text)])
    names = [e.name for e in doc._.cast.entities for m in e.mentions if doc[m.start : m.end].text == phrase]
    return str(names[0])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A Norwegian activist was arrested. Milo Varga was seized on Tuesday.", "A Norwegian activist"),
        ("A Norwegian activist was arrested. Relatives of Milo Varga knew nothing.", "A Norwegian activist"),
        ("A Norwegian diplomat fled on Monday. Milo Varga, the diplomat, had debts.", "A Norwegian diplomat"),
        ("Milo Varga signed the paper. The rebel leader left at noon.", "The rebel leader"),
    ],
)  # fmt: skip
def test_a_description_is_who_is_named_beside_it(reader: Reader, text: str, phrase: str) -> None:
    assert called(reader, text, phrase) == "Milo Varga"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A French journalist was found dead in Oslo. Milo Varga ordered an inquiry.", "A French journalist"),
        ("A lawyer said police beat two men. Milo Varga said he was beaten.", "A lawyer"),
        ("A soldier was killed. Milo Varga, the rebel leader, was arrested.", "A soldier"),
        ("A Chinese general spoke. General Milo Varga answered him.", "A Chinese general"),
        ("Milo Varga signed the paper. The president left at noon.", "The president"),
        ("Milo Varga met Anna Keller. The lawyer left at noon.", "The lawyer"),
    ],
)
def test_a_description_of_somebody_else_is_not(reader: Reader, text: str, phrase: str) -> None:
    assert called(reader, text, phrase) != "Milo Varga"


@pytest.mark.parametrize(
    ("text", "phrase", "body"),
    [
        ("Milo Varga, head of the Orlan Brigade, said his group would leave.", "his group", "Orlan Brigade"),
        ("Milo Varga, head of the Orlan Brigade, said his company left.", "his company", "his company"),
        ("Milo Varga met the Orlan Brigade. He said his group would leave.", "his group", "his group"),
    ],
)  # fmt: skip
def test_whose_group_it_is(reader: Reader, text: str, phrase: str, body: str) -> None:
    assert called(reader, text, phrase) == body
