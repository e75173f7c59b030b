from __future__ import annotations

import pytest

from scripts.ingest.title import clean_title, same_title, split_signature


@pytest.mark.parametrize(
    ("title", "proper", "name"),
    [
        ("Army denies raid - CNN", "Army denies raid", "CNN"),
        ("Army denies raid | Ana's Blog", "Army denies raid", "Ana's Blog"),
        ("Army denies raid | World | The Guardian", "Army denies raid", "The Guardian"),
        ("Army – and navy – deny raid — Norland Times", "Army – and navy – deny raid", "Norland Times"),
        ("Army denies raid - norland.org", "Army denies raid - norland.org", None),
        ("Army denies raid - Norland.org", "Army denies raid", "Norland.org"),
        ("Army denies raid - UN", "Army denies raid - UN", None),
        ("Army denies raid - ministry", "Army denies raid - ministry", None),
        ("Norland - Sudland: a war", "Norland - Sudland: a war", None),
        ("| CNN", "| CNN", None),
        ("Opinion | War must end", "Opinion | War must end", None),
    ],
)
def test_signatures(title: str, proper: str, name: str | None) -> None:
    signature = split_signature(title)
    assert (title[signature.start : signature.end] if signature else None) == name
    assert title[: signature.title_end if signature else None] == proper


def test_cleaned_titles_are_no_formulas() -> None:
    assert clean_title("=Army  denies\nraid") == "Army denies raid"


def test_same_title() -> None:
    assert same_title("Army ‘denies’ raid", "ARMY 'DENIES' RAID | CNN")
    assert not same_title("Army denies raid", "Army denies raids")
    assert not same_title("…", "!")
