"""The vocabulary of speech, modality, sanctions and answers is well-formed and has examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.records import DataError
from scripts.reference import REFERENCE, check_keys, load_yaml

FILES = [
    "attachment.yml",
    "cues.yml",
    "modality.yml",
    "sanctions.yml",
    "echoes.yml",
    "anaphora.yml",
    "frames.yml",
    "claim_examples.yml",
    *(f"frames/{path.name}" for path in sorted((REFERENCE / "frames").glob("*.yml"))),
]


@pytest.mark.parametrize("name", FILES)
def test_files_are_yaml_with_a_comment_that_says_what_they_are(name: str, root: Path) -> None:
    assert (root / "data" / "reference" / name).read_text("utf-8").startswith("# ")
    assert load_yaml(name)


@pytest.mark.parametrize(
    "name", ["attachment.yml", "cues.yml", "modality.yml", "sanctions.yml", "echoes.yml"]
)
def test_every_kind_of_example_has_some(name: str) -> None:
    for kind, examples in load_yaml(name)["examples"].items():
        assert examples, kind


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str, root: Path) -> None:
    """YAML keeps the last of two equal keys and drops the other without a word."""
    seen: set[tuple[str, str]] = set()
    path: list[tuple[int, str]] = []
    for line in (root / "data" / "reference" / name).read_text("utf-8").splitlines():
        key = re.match(r"( *)((?:- )?)([\w“”'’ \-]+): ?", line)
        if key is None or line.lstrip().startswith("#"):
            continue
        if key[2]:
            seen, path = set(), []
            continue
        indent = len(key[1])
        path = [p for p in path if p[0] < indent]
        whole = ("/".join(k for _, k in path), key[3])
        assert whole not in seen, f"{name}: {'/'.join(whole)}"
        seen.add(whole)
        path.append((indent, key[3]))


def test_a_verb_that_governs_what_is_wanted_takes_no_closing_position() -> None:
    """ "..., the mayor demanded" wants what stands before it; nothing says that it happened."""
    for lemma, row in load_yaml("cues.yml")["verbs"].items():
        if row.get("force") in ("demand", "intent"):
            assert not row.get("closing"), lemma


def test_cues_of_accusation_say_which_preposition_opens_what_is_alleged() -> None:
    for lemma, row in load_yaml("cues.yml")["verbs"].items():
        if row.get("force") == "accusation":
            assert row.get("about") or row.get("onto"), lemma


@pytest.mark.parametrize("pattern", load_yaml("sanctions.yml")["programs"])
def test_patterns_of_programmes_compile_and_match_no_empty_text(pattern: str) -> None:
    assert re.compile(pattern).search("") is None


def test_words_that_impose_are_none_that_lift() -> None:
    words = load_yaml("sanctions.yml")
    assert set(words["verbs"]) & set(words["not_imposed"]) == set()
    assert set(words["impose"]) & set(words["not_imposed"]) == set()


def test_a_misspelt_key_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(
        DataError, match=r"cues\.yml verbs say: unknown key 'stanze'; known are force, stance"
    ):
        check_keys("cues.yml verbs say", {"stanze": "denied"}, {"stance", "force"})


def test_a_file_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"data/reference/nowhere\.yml"):
        load_yaml("nowhere.yml")


def test_words_for_truth_values_are_words() -> None:
    """`on` and `no` are prepositions and determiners here, not booleans."""
    assert "on" in load_yaml("cues.yml")["verbs"]["report"]["about"]
