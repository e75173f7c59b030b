"""When, where and how many: of the act itself, never of the words about it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find, rows

PUBLISHED = date(2021, 5, 20)


def row(reader: Reader, text: str) -> dict[str, Any]:
    (only,) = rows(find(reader, text, published=PUBLISHED))
    return only


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army bombed the hospital on March 3, 2021.", "March 3, 2021"),
        ("On March 3, 2021, the army bombed the hospital.", "March 3, 2021"),
        ("The army bombed the hospital in March, the mayor said on Monday.", "March"),
        ("The mayor said on Monday that the army bombed the hospital.", None),
        ("On Monday, the mayor said the army bombed the hospital.", None),
        ("The army bombed the hospital.", None),
        ("The army bombed the hospital, which was built in 1954.", None),
        ("The mayor, who was born in 1954, met the general.", None),
    ],
)
def test_the_date_is_that_of_the_act(reader: Reader, text: str, words: str | None) -> None:
    got = row(reader, text)["date"]
    assert got == words or (words is not None and got is not None and words in got)


def test_what_the_text_does_not_date_has_no_date(reader: Reader) -> None:
    (allegation,) = find(reader, "The army bombed the hospital.", published=PUBLISHED).allegations
    assert allegation.date is None


def test_two_acts_keep_their_own_dates(reader: Reader) -> None:
    text = "The army bombed the hospital in March and the rebels shelled the town in April."
    got = {r["accused"][0].name: r["date"] for r in rows(find(reader, text, published=PUBLISHED))}
    assert got == {"army": "in March", "rebels": "in April"} or got == {"army": "March", "rebels": "April"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army bombed a hospital in Omdurman.", ["hospital in Omdurman: at", "Omdurman: at"]),
        ("The army bombed a hospital near Omdurman.", ["hospital near Omdurman: at", "Omdurman: near"]),
        ("The general sent rifles to Chad.", ["Chad: to"]),
        pytest.param(
            "The general sent rifles from Sudan to Chad.",
            ["Sudan: from", "Chad: to"],
            marks=pytest.mark.xfail(reason='a country after "from" is taken for its state', strict=True),
        ),
        ("In Omdurman, the mayor said the army bombed a hospital.", []),
        ("The army bombed a hospital.", []),
        ("Milo Varga, reached by telephone in Oslo, bombed the hospital.", []),
    ],
)
def test_places_with_their_roles(reader: Reader, text: str, places: list[str]) -> None:
    assert row(reader, text)["places"] == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Soldiers killed over 130 farmers.", "over 130 farmers"),
        ("Soldiers killed at least two farmers.", "at least two farmers"),
        ("Two farmers were killed by soldiers.", "Two farmers"),
        ("Soldiers killed farmers.", None),
    ],
)
def test_quantities(reader: Reader, text: str, words: str | None) -> None:
    assert row(reader, text)["quantity"] == words
