"""Cells hold one line of text that no program runs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.normalize.cells import DATE_COLUMNS, RUNNABLE, clean, date_cells, exact
from scripts.records import DateValue, Extent


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (None, None),
        ("", None),
        ("  \n ", None),
        ("=SUM(A1)", "SUM(A1)"),
        ("+ - @x", "x"),
        ("＝x", "x"),
        ("two\n\nlines\tand  spaces", "two lines and spaces"),
        ("a = b", "a = b"),
        ("Herāt", "Herāt"),
        ("a\x00b\x1b[1mc", "ab[1mc"),
    ],
)
def test_clean(text: str | None, wanted: str | None) -> None:
    assert clean(text) == wanted


@given(st.text())
def test_a_clean_text_is_one_line_that_nothing_runs(text: str) -> None:
    cell = clean(text)
    assert cell is None or (cell == cell.strip() and cell[0] not in RUNNABLE and cell.isprintable())


@given(st.text().filter(lambda text: all(c.isprintable() or c.isspace() for c in text)))
def test_what_is_clean_stays(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_white_space_around_a_dropped_character_is_folded() -> None:
    assert clean("a \x00 b") == "a b"


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_an_exact_extent_lies_inside_and_can_stand_in_a_cell(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    own = exact(text, Extent(start, end))
    if own is not None:
        quote = text[own.start : own.end]
        assert start <= own.start < own.end <= end
        assert quote == quote.strip()
        assert quote[0] not in RUNNABLE
        assert exact(text, own) == own


@pytest.mark.parametrize("text", ["", "   ", "=+-", "\n\n", "a\x00b"])
def test_what_cannot_stand_in_a_cell_has_no_extent(text: str) -> None:
    assert exact(text, Extent(0, len(text))) is None


def test_the_date_columns() -> None:
    value = DateValue(date(2021, 3, 1), date(2021, 3, 31), "month", "in  March\n2021", "explicit")
    assert date_cells(value) == {
        "date": "2021-03",
        "date_start": date(2021, 3, 1),
        "date_end": date(2021, 3, 31),
        "date_precision": "month",
        "date_text": "in March 2021",
        "date_basis": "explicit",
    }


def test_no_date_is_null_in_every_column() -> None:
    assert date_cells(None) == dict.fromkeys(DATE_COLUMNS)


def test_a_vague_date_has_words_and_no_day() -> None:
    cells = date_cells(DateValue(None, None, "vague", "in recent years", "relative"))
    assert (cells["date"], cells["date_start"], cells["date_text"]) == (None, None, "in recent years")
