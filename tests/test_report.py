"""What the summary says."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from scripts.records import Article, Metadata, Tables
from scripts.report import Display, Outcome, counted, notes


def article(name: str, language: str = "en") -> Article:
    return Article(name, "0" * 64, "text", (), Metadata(title=name, language=language))


def tables(*names: str) -> Tables:
    documents: list[dict[str, object]] = [
        {"document_id": f"doc-{name}", "source_file": name} for name in names
    ]
    return {"documents": documents, "statements": [], "allegations": [], "sanctions": []}


def outcome(**changes: object) -> Outcome:
    values: dict[str, object] = {
        "folder": Path("data/v0.1.0"),
        "changed": True,
        "rows": {"documents": 2, "actor_mentions": 1234},
        "skipped": [],
        "notes": [],
        "uncertain": 0,
        "listing": "uncertain.csv",
    }
    return Outcome(**{**values, **changes})  # type: ignore[arg-type]  # values of several types by name


def test_summary_says_what_where_and_how_to_load_it() -> None:
    assert str(outcome()).splitlines() == [
        "published data/v0.1.0: 2 documents",
        "  documents              2",
        "  actor_mentions     1,234",
        'load: pandas.read_parquet("data/v0.1.0/allegations.parquet", dtype_backend="pyarrow")',
    ]


def test_summary_says_that_nothing_changed() -> None:
    assert str(outcome(changed=False)).startswith("nothing changed, data/v0.1.0 stands: 2 documents\n")


def test_summary_says_what_was_left_out() -> None:
    lines = str(outcome(skipped=["a.txt: is empty"], notes=["b.txt: no"], uncertain=1)).splitlines()
    assert "skipped: a.txt: is empty" in lines
    assert "note: b.txt: no" in lines
    assert "left out as unsure: 1 sentence, listed in data/v0.1.0/uncertain.csv" in lines


@pytest.mark.parametrize("table", ["statements", "allegations", "sanctions"])
def test_an_article_that_says_something_needs_no_note(table: str) -> None:
    telling = tables("a.txt", "b.txt")
    telling[table] = [{"document_id": "doc-a.txt"}]
    found = notes([article("a.txt"), article("b.txt")], telling, "en")
    assert found == ["b.txt: nothing was found to extract"]


def test_an_article_in_another_language_is_noted_with_it() -> None:
    (note,) = notes([article("a.txt", "fr")], tables("a.txt"), "en")
    assert note == "a.txt: is in language 'fr'; only 'en' is read"


@pytest.mark.parametrize(("count", "words"), [(0, "0 rows"), (1, "1 row"), (2000, "2,000 rows")])
def test_counted(count: int, words: str) -> None:
    assert counted(count, "row") == words


def test_progress_is_plain_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(Display().each([10, 20], ["a.txt", "b.txt"])) == [10, 20]
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", "  1 of 2: a.txt\n  2 of 2: b.txt\n")


def test_progress_is_silent_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    display = Display(quiet=True)
    display.step("reading")
    assert list(display.each([10], ["a.txt"])) == [10]
    assert capsys.readouterr() == ("", "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_bar_on_a_terminal_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert list(Display().each([10, 20], ["a.txt", "b.txt"])) == [10, 20]
    drawn = terminal.getvalue()
    assert "converted b.txt" in drawn
    assert "\x1b[2K" in drawn.rpartition("converted b.txt")[2], "the bar is erased when it is done"


def test_a_missing_result_is_no_shorter_list() -> None:
    with pytest.raises(ValueError, match="zip"):
        list(Display(quiet=False).each([10], ["a.txt", "b.txt"]))
