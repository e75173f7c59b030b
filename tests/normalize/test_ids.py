"""Ids say what a row is, never where it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.annotate.pipeline import Reader
from scripts.extract import extract
from scripts.normalize import normalize
from scripts.normalize.ids import Occurrences, digest, opaque, readable, slug
from scripts.records import Tables
from scripts.reference import load_yaml
from tests.reading import article

SHAPE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
TEXT = "\n\n".join(
    [
        "Colonel Anton Reed met Milo Varga, the founder of the Orlan Brigade, in Omdurman.",
        "The mayor said the Orlan Brigade bombed a hospital in Omdurman. “They shot two men,” he added.",
        "Canada sanctioned Milo Varga for financing the Orlan Brigade.",
        "The mayor said the Orlan Brigade bombed a hospital in Omdurman.",
    ]
)
BEFORE = "The fair in the valley went on until late, a baker said.\n\n"
KEYS = {
    "actors": "actor_id",
    "actor_mentions": "mention_id",
    "locations": "location_id",
    "location_mentions": "mention_id",
    "allegations": "allegation_id",
    "statements": "statement_id",
    "sanctions": "sanction_id",
    "affiliations": "affiliation_id",
}


def tables(reader: Reader, text: str) -> Tables:
    return normalize(extract(doc) for doc in reader.read([article(text, publisher="Kesh Herald")]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le Figaro", "le-figaro"),
        ("  Herāt (province) ", "herat-province"),
        ("U.S. Department", "u-s-department"),
        ("日本", ""),
        ("--", ""),
        ("a" * 60, "a" * 40),
    ],
)
def test_slugs(text: str, wanted: str) -> None:
    assert slug(text) == wanted


@given(st.text(), st.lists(st.one_of(st.none(), st.text()), max_size=3))
def test_ids_have_one_shape_for_any_name(name: str, key: list[str | None]) -> None:
    assert SHAPE.fullmatch(readable("act", name, *key))
    assert SHAPE.fullmatch(opaque("alg", name, *key))


def test_null_and_empty_and_the_cut_between_parts_differ() -> None:
    keys: list[tuple[str | None, ...]] = [
        ("a", None),
        ("a", ""),
        ("a",),
        ("a", "b"),
        ("ab",),
        ("", "ab"),
        ("b", "a"),
    ]
    assert len({digest(*key) for key in keys}) == len(keys)


def test_namesakes_differ() -> None:
    assert readable("act", "Orlan", "person", None) != readable("act", "Orlan", "company", None)


def test_the_policy_is_fixed() -> None:
    """These values stand in published versions: a change here changes the id of every row."""
    assert digest("a", None) == "cdc3c563"
    assert readable("act", "Milo Varga", "person", None).startswith("act-milo-varga-")


def test_occurrences_number_what_is_the_same() -> None:
    seen = Occurrences()
    assert [seen("a", None), seen("b"), seen("a", None), seen("a", "")] == ["1", "1", "2", "1"]


def test_ids_stay_when_a_paragraph_comes_before(reader: Reader) -> None:
    before, after = tables(reader, TEXT), tables(reader, BEFORE + TEXT)
    for table, key in KEYS.items():
        old, new = {r[key] for r in before[table]}, {r[key] for r in after[table]}
        assert old, f"{table}: the text gives no row, so that the test shows nothing"
        assert old <= new, table
    moved = {r["allegation_id"]: r["start"] for r in after["allegations"]}
    assert all(moved[r["allegation_id"]] == int(str(r["start"])) + len(BEFORE) for r in before["allegations"])


def test_ids_stay_when_a_paragraph_comes_after(reader: Reader) -> None:
    before, after = tables(reader, TEXT), tables(reader, TEXT + "\n\n" + BEFORE)
    for table, key in KEYS.items():
        assert {r[key] for r in before[table]} <= {r[key] for r in after[table]}, table


def test_the_same_words_twice_are_two_rows_with_two_ids(reader: Reader) -> None:
    rows = [r for r in tables(reader, TEXT)["allegations"] if "bombed" in str(r["quote"])]
    assert len(rows) == 2
    assert len({r["allegation_id"] for r in rows}) == 2


def test_no_id_stands_twice_in_a_text_full_of_claims(reader: Reader) -> None:
    text = "\n\n".join(e["text"] for e in load_yaml("claim_examples.yml")["claims"])
    found = tables(reader, text)
    for table, key in KEYS.items():
        ids = [r[key] for r in found[table]]
        assert len(ids) == len(set(ids)), table
