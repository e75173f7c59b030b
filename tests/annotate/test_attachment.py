"""Clauses beside a reporting verb belong to the act that is told, or to who tells it."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from scripts.annotate.attachment import attachment
from scripts.annotate.pipeline import Reader
from scripts.annotate.speech_cues import cues
from scripts.annotate.subjects import subjects
from scripts.reference import load_yaml
from tests.reading import article

WORDS = load_yaml("attachment.yml")
EXAMPLES = WORDS["examples"]


def governors(doc: Doc, kind: str) -> set[str]:
    """The lemmas of what the tree hangs the verbs of a kind on, where they stand behind a comma or "and"."""
    return {t.head.lemma_ for t in doc[1:] if t.lemma_ in WORDS[kind] and t.nbor(-1).text in (",", "and")}


@pytest.mark.parametrize("text", EXAMPLES["outcomes"])
def test_what_an_act_led_to_belongs_to_the_act_and_not_to_who_tells_it(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    assert governors(doc, "outcomes")
    assert not governors(doc, "outcomes") & {"say", "tell"}


@pytest.mark.parametrize("text", EXAMPLES["sequels"])
def test_what_only_a_speaker_does_belongs_to_who_speaks(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    assert governors(doc, "sequels") == {"say"}


@pytest.mark.parametrize("text", EXAMPLES["negative"])
def test_other_clauses_stay_where_the_tree_has_them(reader: Reader, text: str) -> None:
    doc = reader.parse(article(text))
    before = [t.head.i for t in doc]
    assert [t.head.i for t in attachment(doc)] == before


def test_no_act_of_speech_is_the_outcome_of_what_it_tells() -> None:
    assert set(WORDS["outcomes"]).isdisjoint(cues().verbs)
    assert set(WORDS["sequels"]) <= set(cues().verbs)


@pytest.mark.parametrize("text", EXAMPLES["plots"])
def test_who_uncovers_a_plot_does_not_act(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    act = [t for t in doc if t.tag_ == "VB"][-1]
    assert act.head.lemma_ in WORDS["plots"]
    assert subjects(act) == []


@pytest.mark.parametrize("text", EXAMPLES["preventing"])
def test_what_is_prevented_hangs_on_the_preventing(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    assert {t.head.lemma_ for t in doc if t.lower_ == "from"} <= set(WORDS["preventing"])


@pytest.mark.parametrize("text", EXAMPLES["given_with"])
def test_what_is_given_belongs_to_the_giving(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    assert {t.head.lemma_ for t in doc if t.lower_ == "with"} <= set(WORDS["given_with"])


@pytest.mark.parametrize("text", EXAMPLES["control"])
def test_who_is_to_act(reader: Reader, text: str) -> None:
    who, sentence = text.split(" | ")
    (doc,) = reader.read([article(sentence)])
    act = [t for t in doc if t.tag_ == "VB"][-1]
    assert [t.text for t in subjects(act)] == [who]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Seven miners, taken hostage since 3 May, were released.", "miners"),
        ("A journalist detained upon arrival in Oslo is being investigated.", "journalist"),
        ("Two men detained there from 2 May until 9 June were brought to court.", "men"),
    ],
)
def test_whom_something_is_done_to_is_not_who_does_it(reader: Reader, text: str, noun: str) -> None:
    (doc,) = reader.read([article(text)])
    participle = next(t for t in doc if t.lower_ in ("taken", "detained"))
    assert (participle.dep_, participle.head.text) == ("acl", noun)


def test_who_acts_before_another_clause_stays_the_subject(reader: Reader) -> None:
    (doc,) = reader.read([article("The soldiers detained two men when they were seen at the port.")])
    assert [t.head.text for t in doc if t.text == "soldiers"] == ["detained"]


def test_who_acts_before_a_closing_speaker_is_no_object(reader: Reader) -> None:
    (doc,) = reader.read([article("Two nationals spied on bases for the ministry, the department said.")])
    assert [s.text for t in doc if t.text == "spied" for s in subjects(t)] == ["nationals"]


def test_who_bears_a_penalty_did_what_it_is_for(reader: Reader) -> None:
    (doc,) = reader.read([article("The teacher received a prison sentence for spying.")])
    assert [s.text for t in doc if t.text == "spying" for s in subjects(t)] == ["teacher"]
