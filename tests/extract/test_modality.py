"""How far an act went: the examples of the vocabulary, and what its words do in other sentences."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from scripts.extract.frames import frames_at
from scripts.extract.modality import stage
from scripts.reference import load_yaml
from tests.reading import article, find, rows

WORDS = load_yaml("modality.yml")
KINDS = ("attempt", "plan", "threat", "prevent")
GOVERNORS = {word for kind in KINDS for word in WORDS[kind]}
EXAMPLES = [(name, text) for name, texts in WORDS["examples"].items() for text in texts]


def stages(reader: Reader, text: str) -> set[str | None]:
    """Of every verb that evokes a frame and is not itself one that governs acts, like "threaten"."""
    (doc,) = reader.read([article(text)])
    return {stage(t) for t in doc if t.pos_ == "VERB" and t.lemma_ not in GOVERNORS and any(frames_at(t))}


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[text[:50] for _, text in EXAMPLES])
def test_examples(reader: Reader, name: str, text: str) -> None:
    assert stages(reader, text) == {None if name == "none" else name}


@pytest.mark.parametrize("word", WORDS["modals_open"])
def test_after_a_word_of_possibility_or_duty_nothing_is_claimed(reader: Reader, word: str) -> None:
    assert stages(reader, f"The army {word} bomb the village.") <= {None}


@pytest.mark.parametrize("act", ["could not bomb", "would not have bombed", "might not have bombed"])
def test_what_is_only_imagined_is_neither_claimed_nor_denied(reader: Reader, act: str) -> None:
    assert stages(reader, f"Without help the army {act} the village.") == {None}


@pytest.mark.parametrize("word", ["will", "would", "shall"])
def test_what_is_announced_is_not_done(reader: Reader, word: str) -> None:
    assert stages(reader, f"The army {word} bomb the village.") == {"hypothetical"}


@pytest.mark.parametrize("word", WORDS["conditions"])
def test_a_supposition_is_no_claim(reader: Reader, word: str) -> None:
    assert stages(reader, f"They stay at home {word} the army bombs the village.") <= {None}


def test_no_word_keeps_an_act_from_being_done_in_two_ways() -> None:
    for n, kind in enumerate(KINDS):
        for other in KINDS[n + 1 :]:
            both = set(WORDS[kind]) & set(WORDS[other])
            assert both == set(), f"{sorted(both)} in {kind} and {other}"


def test_coordinated_acts_share_what_governs_them(reader: Reader) -> None:
    assert stages(reader, "The rebels tried to bomb the bridge and kill the mayor.") == {"attempted"}
    assert stages(reader, "The rebels did not bomb the bridge or kill the mayor.") <= {"negated", None}


def test_the_governor_of_another_clause_does_not_count(reader: Reader) -> None:
    assert stages(reader, "The mayor tried to sleep while the army bombed the village.") == {"accomplished"}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A commander accused of murdering two farmers was jailed.", "hypothetical"),
        ("The general is alleged to have bombed the hospital.", "hypothetical"),
        ("Soldiers allegedly killed two farmers.", "hypothetical"),
        ("The rebels carried out a failed attack on the town.", "attempted"),
        ("The rebels came to the camp to kill refugees.", "hypothetical"),
        ("Soldiers killed two farmers.", "accomplished"),
    ],
)
def test_what_words_hedge_is_not_told_as_done(reader: Reader, text: str, stage: str) -> None:
    found = [r["stage"] for r in rows(find(reader, text)) if r["category"] in ("attack", "targeted_killing")]
    assert found == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "Any state that attacks the town will be punished.",
        "If she is found guilty of bombing the hospital, she will be jailed for life.",
        "She told them not to shoot the boy.",
        "The Treasury is targeting the banker Milo Varga. It sanctioned two banks.",
    ],
)
def test_nobody_is_said_to_have_attacked(reader: Reader, text: str) -> None:
    assert [r for r in rows(find(reader, text)) if r["category"] == "attack"] == []
