"""Who holds which position where, by title and apposition."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find

Held = tuple[str, str | None, str, str | None, str]


def held(reader: Reader, text: str) -> list[Held]:
    found = find(reader, text)
    return [
        (
            found.actors[a.actor].name,
            None if a.organization is None else found.actors[a.organization].name,
            a.relation,
            a.role,
            a.status,
        )
        for a in found.affiliations
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kesh Front commander Milo Varga spoke on Monday.",
            ("Milo Varga", "Kesh Front", "holds_position", "Kesh Front commander", "current"),
        ),
        (
            "Milo Varga, the founder of the Orlan Brigade, spoke on Monday.",
            ("Milo Varga", "Orlan Brigade", "holds_position", "founder of the Orlan Brigade", "current"),
        ),
        (
            "Anton Reed, a former spokesman for the Orlan Brigade, spoke on Monday.",
            (
                "Anton Reed",
                "Orlan Brigade",
                "holds_position",
                "former spokesman for the Orlan Brigade",
                "former",
            ),
        ),
    ],
)
def test_a_title_or_apposition_gives_a_position(reader: Reader, text: str, wanted: Held) -> None:
    assert wanted in held(reader, text)


def test_an_unnamed_actor_of_a_body_is_its_member(reader: Reader) -> None:
    text = "An Orlan Brigade commander said the army bombed the hospital."
    assert (
        "Orlan Brigade commander",
        "Orlan Brigade",
        "member_of",
        "Orlan Brigade commander",
        "current",
    ) not in held(reader, "A fair was held.")
    assert [row[:3] for row in held(reader, text)] == [
        ("Orlan Brigade commander", "Orlan Brigade", "member_of")
    ]


def test_a_name_without_a_title_has_no_affiliation(reader: Reader) -> None:
    assert held(reader, "Milo Varga said the Orlan Brigade left the town.") == []


def test_two_persons_of_one_sentence_keep_their_own_positions(reader: Reader) -> None:
    got = held(reader, "Colonel Anton Reed met Milo Varga, the founder of the Orlan Brigade.")
    assert {(name, organization) for name, organization, *_ in got} == {
        ("Anton Reed", None),
        ("Milo Varga", "Orlan Brigade"),
    }


def test_the_words_of_an_affiliation_hold_name_and_role(reader: Reader) -> None:
    found = find(reader, "In the evening, Milo Varga, the founder of the Orlan Brigade, spoke.")
    (affiliation,) = found.affiliations
    quote = found.article.text[affiliation.extent.start : affiliation.extent.end]
    assert quote == "Milo Varga, the founder of the Orlan Brigade"
