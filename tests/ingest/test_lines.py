from __future__ import annotations

import pytest

from scripts.ingest.lines import paragraphs

WRAPPED = """\
The army left the town of Port Salu on Monday, two officials said in a
statement that was read to reporters. They did not say where the
Northern Brigade had gone. Residents saw forty trucks on the road to
the border.
The mayor denied it. He said that he had seen no truck at all on the
road, and that nobody had left.
"""


def _read(text: str) -> list[str]:
    return [text[extent.start : extent.end] for extent in paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    found = _read(WRAPPED.replace("\n", end))
    assert [words.split()[0:2] for words in found] == [["The", "army"], ["The", "mayor"]]
    assert found[0].endswith("the border.")


def test_one_paragraph_a_line_stays_so() -> None:
    lines = [
        "The army left the town of Port Salu on Monday, he said.",
        "Nobody saw it go.",
        "The mayor denied it.",
    ]
    assert _read("\n".join(lines)) == lines


def test_blank_lines_end_paragraphs_even_of_wrapped_text() -> None:
    assert _read("A title\n\n" + WRAPPED)[0] == "A title"


def test_bylines_bullets_and_repetitions_are_not_joined() -> None:
    head = "Army leaves the town of Port Salu after a week of bloody fighting, says\nBy Ana Bello\n"
    assert _read(head + WRAPPED)[:2] == head.splitlines()
    listed = (
        WRAPPED
        + "- of the brigade, two battalions of infantry and the whole of its staff\n- of the navy, none\n"
    )
    assert _read(listed)[-2:] == listed.splitlines()[-2:]


def test_ends_are_trimmed_of_what_does_not_show() -> None:
    assert _read("\ufeff\u00a0 A\u200b \r\n\u2028\u200e\n B\x85C") == ["A", "B", "C"]
