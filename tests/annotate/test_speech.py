"""Reports: cue, source and content, as the examples of the vocabulary have them."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.reading import article

CUES = load_yaml("cues.yml")


def reports(reader: Reader, text: str) -> list[list[str]]:
    (doc,) = reader.read([article(text)])
    return [
        [doc[r.source].text, doc[r.cue].lemma_, doc[r.content[0] : r.content[1]].text] for r in doc._.reports
    ]


def stances(reader: Reader, text: str) -> list[tuple[str, str]]:
    (doc,) = reader.read([article(text)])
    return [(r.stance, r.force) for r in doc._.reports]


@pytest.mark.parametrize("example", CUES["examples"]["positive"], ids=lambda e: str(e["text"])[:50])
def test_positive_examples_of_the_vocabulary(reader: Reader, example: dict[str, Any]) -> None:
    assert sorted(reports(reader, example["text"])) == sorted(example["reports"])


@pytest.mark.parametrize("text", CUES["examples"]["negative"])
def test_negative_examples_of_the_vocabulary(reader: Reader, text: str) -> None:
    assert reports(reader, text) == []


@pytest.mark.parametrize("stance", ["confirmed", "denied"])
def test_the_stance_of_a_cue_is_that_of_the_report(reader: Reader, stance: str) -> None:
    past = {
        "confirmed": ["confirmed", "admitted", "acknowledged"],
        "denied": ["denied", "disputed", "rejected"],
    }
    for verb in past[stance]:
        text = f"The mayor {verb} that the army left the town."
        assert stances(reader, text) == [(stance, "claim")], text


@pytest.mark.parametrize(
    ("verb", "force"),
    [("believes", "belief"), ("thinks", "belief"), ("demanded", "demand"), ("recommended", "demand")],
)
def test_the_force_of_a_cue_is_that_of_the_report(reader: Reader, verb: str, force: str) -> None:
    assert stances(reader, f"The mayor {verb} that the army left the town.") == [("asserted", force)]


@pytest.mark.parametrize(
    "verb", ["did not say", "refused to say", "declined to say", "was unable to say", "never said"]
)
def test_what_is_not_said_is_no_report(reader: Reader, verb: str) -> None:
    assert reports(reader, f"The mayor {verb} that the army left the town.") == []


@pytest.mark.parametrize("question", ["who left", "where the army is", "how they came"])
def test_a_question_is_no_content(reader: Reader, question: str) -> None:
    assert reports(reader, f"The mayor said {question}.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The army left the town,” the mayor said.", "mayor"),
        ("“The army left the town,” said the mayor.", "mayor"),
        ("“The army of the north,” the mayor said, “left the town.”", "mayor"),
        ("The army, the mayor said, left the town.", "mayor"),
        ("The army left the town, the mayor and the judge said.", "mayor"),
        ("The army left the town, according to the mayor.", "mayor"),
        ("According to a report by the commission, the army left the town.", "commission"),
        ("The commission's report says the army left the town.", "commission"),
        ("The mayor said through a spokesman on Monday that the army left the town.", "mayor"),
    ],
)
def test_orders_of_words(reader: Reader, text: str, source: str) -> None:
    got = reports(reader, text)
    assert got
    assert {r[0] for r in got} == {source}


@pytest.mark.parametrize(
    "text",
    ["The mayor said through a lawyer that the army left the town."],
)
@pytest.mark.xfail(reason="a that-clause hung on a noun is not seen", strict=True)
def test_reports_that_are_not_found_yet(reader: Reader, text: str) -> None:
    assert {r[0] for r in reports(reader, text)} == {"mayor"}


def test_an_answer_in_an_interview_is_the_speakers(reader: Reader) -> None:
    text = "The lawyer Milo Varga spoke.\n\nMilo Varga: The army left the town."
    assert reports(reader, text) == [["Varga", ":", "The army left the town"]]


def test_reports_stand_in_order_and_inside_the_text(reader: Reader) -> None:
    text = (
        "The mayor said a guard said the army left. “It was dark,” he added. According to him, nobody came."
    )
    (doc,) = reader.read([article(text)])
    starts = [r.content[0] for r in doc._.reports]
    assert starts == sorted(starts)
    for r in doc._.reports:
        assert 0 <= r.content[0] < r.content[1] <= len(doc)
        assert not r.content[0] <= r.source < r.content[1]


def test_the_vocabulary_has_no_unknown_stance_or_force() -> None:
    for kind in ("verbs", "nouns", "adjectives"):
        for lemma, row in CUES[kind].items():
            assert row.get("stance", "asserted") in ("asserted", "confirmed", "denied"), lemma
            assert row.get("force", "claim") in ("claim", "belief", "accusation", "demand", "intent"), lemma
