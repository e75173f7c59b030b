"""Reading gold: complete pairs, of the format, or an error that names the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.evaluation import read_gold
from scripts.records import DataError

NOTHING: dict[str, object] = {"actors": [], "locations": [], "sanctions": [], "allegations": []}
TEXT = "Trees\n\nThe club planted trees in the park, and the weather was mild.\n"


def test_a_pair_is_read_without_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "trees.txt").write_text(TEXT, "utf-8")
    (tmp_path / "trees.json").write_text(json.dumps(NOTHING), "utf-8")
    (gold,) = read_gold(tmp_path)
    assert (gold.article.source_file, gold.article.text, gold.actors) == ("trees.txt", TEXT, ())


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no gold"),
        ({"trees.txt": TEXT}, r"trees: is not both, trees\.txt and trees\.json"),
        ({"trees.json": "{}"}, r"trees: is not both, trees\.txt and trees\.json"),
        ({"trees.txt": TEXT, "trees.json": "{}"}, r"trees\.json: the key 'actors' is missing"),
        ({"trees.txt": TEXT, "trees.json": "["}, r"trees\.json: is no annotation"),
        ({"trees.txt": TEXT, "trees.json": "[]"}, r"trees\.json: is no annotation"),
        ({"trees.txt": "", "trees.json": json.dumps(NOTHING)}, r"trees\.txt: "),
    ],
)
def test_bad_gold_is_named(files: dict[str, str], said: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(DataError, match=said):
        read_gold(tmp_path)


def test_every_quote_and_mention_of_our_gold_stands_in_its_text(root: Path) -> None:
    for gold in read_gold(root / "tests/gold"):
        known = {actor.name for actor in gold.actors}
        places = {place.name for place in gold.places}
        quotes = [claim.quote for claim in gold.allegations] + [measure.quote for measure in gold.sanctions]
        forms = [form for actor in gold.actors for form in actor.forms[1:]]
        forms += [form for place in gold.places for form in place.forms[1:]]
        assert [words for words in (*quotes, *forms) if words not in gold.article.text] == []
        for claim in gold.allegations:
            assert {*claim.chain, *claim.accused, *claim.objects} <= known, claim.quote
            assert claim.places <= places, claim.quote
        assert {measure.authority for measure in gold.sanctions} <= known
