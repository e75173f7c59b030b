"""Every frame finds what it is made for, and not what only looks like it."""

from __future__ import annotations

import csv
from collections import Counter
from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from scripts.extract import extract
from scripts.extract.arguments import Arguments
from scripts.extract.frames import ROLES, _frame, frame_lexicon, frames_at, wide_frames_at
from scripts.extract.predicates import predicate
from scripts.records import DataError
from scripts.reference import REFERENCE, load_folder, load_yaml
from tests.reading import article, find, fits, rows, told

FILES = load_folder("frames")
FRAMES: list[dict[str, Any]] = [frame for file in FILES.values() for frame in file["frames"]]
EXAMPLES: dict[str, dict[str, Any]] = {
    name: {"category": category, **e}
    for category, file in FILES.items()
    for name, e in file["examples"].items()
}
POSITIVE = [(frame, example) for frame, e in EXAMPLES.items() for example in e["positive"]]
NEGATIVE = [(frame, text) for frame, e in EXAMPLES.items() for text in e["negative"]]


def test_every_frame_has_examples_in_its_file_and_every_example_a_frame() -> None:
    for file in FILES.values():
        assert sorted(file["examples"]) == sorted(frame["id"] for frame in file["frames"])
    for name, e in EXAMPLES.items():
        assert e["positive"], f"{name}: no positive example"
        assert e["negative"], f"{name}: no negative example"


def test_every_category_has_a_file_and_every_file_a_category() -> None:
    with (REFERENCE / "categories.csv").open(encoding="utf-8", newline="") as file:
        assert set(FILES) == {row["category"] for row in csv.DictReader(file)}


def test_ids_of_frames_stand_once() -> None:
    assert [i for i, n in Counter(frame["id"] for frame in FRAMES).items() if n > 1] == []


def test_no_sentence_is_an_example_twice() -> None:
    texts = [e["text"] for _, e in POSITIVE] + [text for _, text in NEGATIVE]
    assert [text for text, n in Counter(texts).items() if n > 1] == []


@pytest.mark.parametrize(("frame", "example"), POSITIVE, ids=[f"{f}: {e['text'][:50]}" for f, e in POSITIVE])
def test_the_frame_is_found_with_its_parties(reader: Reader, frame: str, example: dict[str, Any]) -> None:
    wanted = {key: value for key, value in example.items() if key != "text"}
    wanted = {"accused": [], "participant": [], "category": EXAMPLES[frame]["category"], **wanted}
    (doc,) = reader.read([article(example["text"])])
    arguments = Arguments(doc)
    found = [
        t.text
        for t in doc
        for f in (*frames_at(t), *wide_frames_at(t))
        if f.id == frame and f.matches(predicate(t), arguments)
    ]
    assert found, "no word of the text evokes the frame with the arguments that it needs"
    got = rows(extract(doc))
    assert any(fits(row, wanted) for row in got), [told(row) for row in got]


@pytest.mark.parametrize(("frame", "text"), NEGATIVE, ids=[f"{f}: {t[:50]}" for f, t in NEGATIVE])
def test_what_only_looks_like_the_frame_gives_no_row(reader: Reader, frame: str, text: str) -> None:
    category = EXAMPLES[frame]["category"]
    assert [told(row) for row in rows(find(reader, text)) if row["category"] == category] == []


def test_a_misspelt_key_of_a_frame_is_an_error() -> None:
    row = {"id": "x", "verbs": ["x"], "needs": {}, "roles": {}, "exclude": {}}
    with pytest.raises(DataError, match=r"frames/attack\.yml x: unknown key 'exclude'"):
        _frame("attack", row)


def test_an_unknown_role_of_a_frame_is_an_error() -> None:
    row = {"id": "x", "verbs": ["x"], "needs": {}, "roles": {"subject": "culprit"}}
    with pytest.raises(DataError, match="unknown role 'culprit'"):
        _frame("attack", row)


def test_frames_use_known_categories_classes_and_roles() -> None:
    classes = {
        "any",
        "actor",
        "none",
        "place",
        "demonym",
        "somebody",
        "people",
        "person",
        "named_person",
        "government_body",
        "state",
        "armed",
        "armed_group",
        "unarmed_side",
        "civilian",
        "media",
        "group",
    }
    classes |= set(load_yaml("frames.yml")["classes"])
    lexicon = frame_lexicon()
    frames = {f.id: f for found in (*lexicon.verbs.values(), *lexicon.nouns.values()) for f in found}
    for frame in frames.values():
        asked = {c for wanted in (*frame.needs.values(), *frame.excludes.values()) for c in wanted}
        assert asked <= classes, f"{frame.id}: unknown classes {sorted(asked - classes)}"
        assert set(frame.roles.values()) <= ROLES
