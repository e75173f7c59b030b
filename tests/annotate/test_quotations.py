"""What stands inside quotation marks, by paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.annotate.pipeline import Reader
from scripts.annotate.quotations import is_speech
from tests.reading import article


def quoted(reader: Reader, text: str) -> list[str]:
    (doc,) = reader.read([article(text)])
    return [q.text for q in doc.spans["quotations"]]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“They left,” he said.", ["They left,"]),
        ('"They left," he said.', ["They left,"]),
        ("„They left“, he said.", ["They left"]),
        ("«They left», he said.", ["They left"]),
        ("‘They left,’ he said.", ["They left,"]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("He called it a “crime” and a “shame”.", ["crime", "shame"]),
        ("It's the soldiers' barracks, he said.", []),
        ("The rebels’ barracks burned; the ’90s were quiet.", []),
        ("No marks at all.", []),
        ("He said (“no”) and left.", ["no"]),
    ],
)
def test_marks(reader: Reader, text: str, quotes: list[str]) -> None:
    assert quoted(reader, text) == quotes


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(reader: Reader) -> None:
    assert quoted(reader, "He said: “They left.\n\nThe fair went on.") == ["They left."]


def test_a_quotation_opened_again_in_the_next_paragraph_is_a_span_of_its_own(reader: Reader) -> None:
    text = "“They left at night.\n\n“They came back,” he said."
    assert quoted(reader, text) == ["They left at night.", "They came back,"]


def test_a_lost_opening_mark_is_at_the_head_of_the_paragraph(reader: Reader) -> None:
    assert quoted(reader, "They came back every time,” he said.") == ["They came back every time,"]


def test_tokens_know_their_quotation(reader: Reader) -> None:
    (doc,) = reader.read([article("He said “they left” twice.")])
    assert [t.text for t in doc if t._.quotation == 0] == ["they", "left"]


def test_short_stretches_are_no_speech(reader: Reader) -> None:
    (doc,) = reader.read([article("He called it a “crime” and said “we will never go there again.”")])
    assert [is_speech(q) for q in doc.spans["quotations"]] == [False, True]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab. “”‘’\"'«»\n", max_size=60))
def test_marks_in_any_order_give_spans_without_overlap_inside_a_paragraph(reader: Reader, text: str) -> None:
    (doc,) = reader.read([article(text)])
    end = 0
    for quote in doc.spans["quotations"]:
        assert end <= quote.start < quote.end
        assert all(token._.block is not None for token in quote)
        end = quote.end


def test_a_mark_that_opens_again_shows_that_the_last_was_not_closed(reader: Reader) -> None:
    text = '"They all left at noon. The road was empty. A guard came. "Nobody stayed in town," he said.'
    assert quoted(reader, text) == ["They all left at noon.", "Nobody stayed in town,"]
