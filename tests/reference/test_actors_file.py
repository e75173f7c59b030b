"""The authority file of actors and the lexicons of roles are well-formed, and mean one thing each."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scripts.reference import load_yaml

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
COLUMNS = [
    "name", "aliases", "acronyms", "actor_type", "country_code", "parent",
    "wikidata_id", "source", "verified",
]  # fmt: skip
TYPES = {"group", "organization", "government_body", "armed_group", "media", "company"}
SINGLE_WORDS = {"army", "council", "forces", "government", "guards", "military", "party", "police", "state"}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ACTORS = rows("actors.csv")


def cell(row: dict[str, str], column: str) -> list[str]:
    return [part for part in row[column].split("|") if part]


def forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *cell(row, "aliases"), *cell(row, "acronyms")]


def test_the_columns_are_those_that_are_documented() -> None:
    assert list(ACTORS[0]) == COLUMNS


def test_entries_are_sorted_by_name_and_a_name_stands_once() -> None:
    names = [row["name"] for row in ACTORS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("column", ["aliases", "acronyms"])
def test_lists_in_cells_are_sorted_and_hold_nothing_twice_or_empty(column: str) -> None:
    for row in ACTORS:
        parts = row[column].split("|") if row[column] else []
        assert parts == sorted(set(parts)), row["name"]
        assert all(part and part == part.strip() for part in parts), row["name"]


def test_no_form_of_a_name_belongs_to_two_entries() -> None:
    owners: dict[str, set[str]] = {}
    for row in ACTORS:
        for form in forms(row):
            owners.setdefault(form.casefold(), set()).add(row["name"])
    assert {form: sorted(names) for form, names in owners.items() if len(names) > 1} == {}


def test_an_entry_gives_a_form_once() -> None:
    assert [row["name"] for row in ACTORS if max(Counter(forms(row)).values()) > 1] == []


def test_types_are_known_and_states_stand_elsewhere() -> None:
    assert {row["actor_type"] for row in ACTORS} == TYPES


def test_country_codes_are_those_of_the_countries_file() -> None:
    known = {row["country_code"] for row in rows("countries.csv")} | {""}
    assert [row["name"] for row in ACTORS if row["country_code"] not in known] == []


def test_no_form_of_an_actor_is_a_name_of_a_state() -> None:
    states = {
        form
        for row in rows("countries.csv")
        for form in (row["name"], *cell(row, "aliases"), *cell(row, "demonyms"), *cell(row, "metonyms"))
    }
    assert {form: row["name"] for row in ACTORS for form in forms(row) if form in states} == {}


def test_a_parent_is_another_entry_and_parents_go_in_no_circle() -> None:
    parents = {row["name"]: row["parent"] for row in ACTORS}
    for name in parents:
        seen = [name]
        while parent := parents[seen[-1]]:
            assert parent in parents, seen[-1]
            assert parent not in seen, seen
            seen.append(parent)


def test_an_entry_is_verified_exactly_if_it_names_its_source() -> None:
    for row in ACTORS:
        assert row["verified"] == ("true" if row["source"] else "false"), row["name"]
        assert re.fullmatch(r"(https?://[^\s|]+)?", row["source"]), row["name"]
        assert re.fullmatch(r"(Q[1-9][0-9]*)?", row["wikidata_id"]), row["name"]


def test_forms_can_be_matched_as_proper_names() -> None:
    for row in ACTORS:
        for form in forms(row):
            assert re.search(r"[A-ZÀ-Þİ0-9-]", form), f"{row['name']}: {form!r} is written like a word"
            assert form.casefold() not in SINGLE_WORDS, f"{row['name']}: {form!r} is an ordinary word"
            assert form == " ".join(form.split()), f"{row['name']}: {form!r}"
            assert form[0] not in "=+-@", f"{row['name']}: {form!r} would run in a spreadsheet"
        for form in [*cell(row, "aliases"), *cell(row, "acronyms")]:
            assert "(" not in form, f"{row['name']}: only canonical names carry a qualifier: {form!r}"
        for acronym in cell(row, "acronyms"):
            assert " " not in acronym, f"{row['name']}: {acronym!r}"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("ISIL", "Islamic State"),
        ("Daesh", "Islamic State"),
        ("IRGC", "Islamic Revolutionary Guard Corps"),
        ("Qods Force", "Quds Force"),
        ("Pentagon", "U.S. Department of Defense"),
        ("OFAC", "Office of Foreign Assets Control"),
        ("AFP", "Agence France-Presse"),
        ("Ansar Allah", "Houthis"),
        ("MEK", "People's Mojahedin Organization of Iran"),
        ("MSF", "Doctors Without Borders"),
    ],
)
def test_well_known_bodies_are_found_by_their_other_names(form: str, name: str) -> None:
    assert [row["name"] for row in ACTORS if form in forms(row)] == [name]


@pytest.mark.parametrize(
    "form", ["Kremlin", "Tehran", "RSF", "ADF", "MSS", "NISS", "IS", "Guards", "Twitter"]
)
def test_states_ambiguous_acronyms_and_ordinary_words_are_left_out(form: str) -> None:
    assert [row["name"] for row in ACTORS if form in forms(row)] == []


ROLES: dict[str, Any] = load_yaml("roles.yml")
KEYS = {
    "titles": {"word", "kind"},
    "person_nouns": {"word", "plural"},
    "group_nouns": {"word", "actor_type"},
    "kin_nouns": {"word"},
    "body_themes": {"word"},
    "organization_heads": {"word", "actor_type", "position"},
    "former_cues": {"word"},
    "government_nouns": {"word"},
    "plain_people": {"word"},
    "thing_nouns": {"word"},
}


def test_the_lists_are_those_that_are_read() -> None:
    assert set(ROLES) == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_every_entry_has_the_keys_of_its_list_and_stands_once(name: str) -> None:
    entries = ROLES[name]["entries"]
    assert all(set(entry) == KEYS[name] for entry in entries)
    assert all(isinstance(value, str) and value for entry in entries for value in entry.values())
    words = Counter((entry["word"], entry.get("position")) for entry in entries)
    assert [word for word, count in words.items() if count > 1] == []


def test_values_are_of_the_lists_that_are_documented() -> None:
    assert {entry["kind"] for entry in ROLES["titles"]["entries"]} == {
        "position", "rank", "honorific", "occupation",
    }  # fmt: skip
    assert {entry["actor_type"] for entry in ROLES["group_nouns"]["entries"]} == TYPES | {"state"}
    assert {entry["actor_type"] for entry in ROLES["organization_heads"]["entries"]} == TYPES
    assert {entry["position"] for entry in ROLES["organization_heads"]["entries"]} == {"first", "last"}


def found(name: str, text: str) -> list[str]:
    """The words of a list that stand in a text, matched as the file's head says."""
    hits = []
    for entry in ROLES[name]["entries"]:
        for word in {entry["word"], entry.get("plural", entry["word"])}:
            exact = name == "organization_heads" or word != word.lower()
            pattern = rf"(?<!\w){re.escape(word)}" + ("" if word.endswith("-") else r"(?!\w)")
            if re.search(pattern, text, 0 if exact else re.IGNORECASE):
                hits.append(word)
    return hits


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in KEYS for text in ROLES[name]["examples"]["positive"]]
)
def test_positive_examples_are_matched(name: str, text: str) -> None:
    assert found(name, text)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in KEYS for text in ROLES[name]["examples"]["negative"]]
)
def test_negative_examples_are_not_matched(name: str, text: str) -> None:
    assert found(name, text) == []
