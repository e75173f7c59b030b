"""The list of sentences that were left out."""

from __future__ import annotations

import csv
import io

import pytest

from scripts.extract.findings import Findings
from scripts.records import Article, Extent, Metadata
from scripts.uncertain import COLUMNS, uncertain_csv


def listed(text: str, *extents: Extent) -> list[dict[str, str]]:
    found = Findings(Article("a.txt", "0" * 64, text, (), Metadata("A")), uncertain=extents)
    return list(csv.DictReader(io.StringIO(uncertain_csv([found]).decode("utf-8"), newline="")))


def test_nothing_left_out_is_a_header_alone() -> None:
    assert uncertain_csv([]) == b"source_file,start,end,quote\n"


def test_sentences_stand_in_reading_order_with_their_place() -> None:
    text = 'One said "so". Two, too, said so.'
    first, second = listed(text, Extent(15, 33), Extent(0, 14))
    assert tuple(first) == COLUMNS
    assert first == {"source_file": "a.txt", "start": "0", "end": "14", "quote": 'One said "so".'}
    assert second["quote"] == "Two, too, said so."


@pytest.mark.parametrize("opening", ["- ", "=", "+", "@", "\t", "\r\n- "])
def test_no_quote_is_run_by_a_spreadsheet_and_each_is_the_text_at_its_place(opening: str) -> None:
    text = f"{opening}She said so.\nMore."
    (row,) = listed(text, Extent(0, len(opening) + 12))
    assert row["quote"] == "She said so."
    assert row["quote"] == text[int(row["start"]) : int(row["end"])]
