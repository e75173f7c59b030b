"""Every shape of `page_furniture.yml` against its own examples."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.ingest.furniture import FILE, canonical, is_organization, match_line, match_opening, shapes
from scripts.records import DataError
from scripts.reference import check_keys, load_yaml

ENTRIES: list[dict[str, Any]] = load_yaml(FILE)["shapes"]
EXAMPLES = [
    (entry, example if isinstance(example, dict) else {"text": example})
    for entry in ENTRIES
    for example in entry["examples"]
]
COUNTEREXAMPLES = [(entry["name"], text) for entry in ENTRIES for text in entry["counterexamples"]]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[e[1]["text"] for e in EXAMPLES])
def test_examples(entry: dict[str, Any], example: dict[str, str]) -> None:
    text = example["text"]
    hit = match_opening(text) if entry.get("opening") else match_line(text)
    assert hit is not None
    assert hit.shape.name == entry["name"]
    if "rest" in example:
        assert text[hit.end :].strip() == example["rest"]
    if "content" in example:
        assert text[slice(*hit.content)] == example["content"]
    publisher = text[slice(*hit.publisher)] if hit.publisher else None
    if "publisher" in example:
        assert publisher == example["publisher"]
        assert is_organization(publisher) or entry.get("opening")
    else:
        assert publisher is None or not is_organization(publisher)


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES, ids=[c[1] for c in COUNTEREXAMPLES])
def test_counterexamples_are_no_furniture_at_all(name: str, text: str) -> None:
    opening = next(shape for shape in shapes() if shape.name == name).opening
    assert (match_opening(text) if opening else match_line(text)) is None, name


def test_shapes_have_examples_both_ways_and_one_name_each() -> None:
    assert all(entry["examples"] and entry["counterexamples"] for entry in ENTRIES)
    assert len({entry["name"] for entry in ENTRIES}) == len(ENTRIES)


def test_a_misspelt_key_is_an_error() -> None:
    with pytest.raises(DataError, match="clossing"):
        check_keys("x", {"name": "x", "clossing": True}, {"name", "closing"})


def test_canonical_keeps_places() -> None:
    line = "“Ana’s” – 3\u00a0×\u20094\r\n"
    assert len(canonical(line)) == len(line)
    assert canonical(line) == '"Ana\'s" - 3 x 4  '


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Ana Bello", False),
        ("ANA BELLO", False),
        ("Ana", False),
        ("J.D. Bello", False),
        ("NLF/ULP", True),
        ("Norland Daily News", True),
        ("Reuters", True),
        ("norland.org", True),
    ],
)
def test_is_organization(name: str, organization: bool) -> None:
    assert is_organization(name) is organization
