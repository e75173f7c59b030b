from __future__ import annotations

from datetime import date

import pytest

from scripts.ingest.dates import find_date


@pytest.mark.parametrize(
    "words",
    [
        "May 3, 2020",
        "MAY 3 2020",
        "Sun., May 3rd, 2020",
        "Sunday 3 May 2020",
        "3rd May, 2020",
        "Published: 2020-05-03T10:00:00+02:00",
        "May 45, 2020 or May 3, 2020",
        "03.05.2020",
    ],
)
def test_full_dates(words: str) -> None:
    assert find_date(words) == date(2020, 5, 3)


@pytest.mark.parametrize(
    "words", ["May 3", "May 2020", "2020", "03/05/2020", "3.5.2020", "2020-13-45", "May 32, 2020"]
)
def test_what_is_no_full_date(words: str) -> None:
    assert find_date(words) is None


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Jan. 2, 2019", 1),
        ("2 Sept. 2019", 9),
        ("June 2, 2019", 6),
        ("Dec 2, 2019", 12),
        ("march 2, 2019", 3),
    ],
)
def test_months(words: str, month: int) -> None:
    assert find_date(words) == date(2019, month, 2)


@pytest.mark.parametrize("words", ["23/05/2020 - 21:47", "05/23/2020", "23.05.2020"])
def test_numbers_of_which_one_cannot_be_the_month(words: str) -> None:
    assert find_date(words) == date(2020, 5, 23)
