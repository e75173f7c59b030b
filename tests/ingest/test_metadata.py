from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.ingest import read_article
from scripts.records import Article, BlockKind
from tests.ingest.conftest import Read

BODY = "The army left the town on Monday, and two of the officials said that it was in a hurry."


def _publisher_in_text(article: Article) -> str | None:
    extent = article.metadata.publisher_extent
    return article.text[extent.start : extent.end] if extent else None


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Army leaves\n\nReported by NLF/ULP", "NLF/ULP"),
        ("Army leaves - CNN\n\nReported by NLF/ULP", "CNN"),
        ("Army leaves | Norland Now", "Norland Now"),
        ("Army leaves\n\nBy Ana Bello", None),
        ("Army leaves\n\nBy Ana Bello, Norland Times", "Norland Times"),
        ("Army leaves\n\nBy Ana Bello, Chief of Staff", None),
        ("Army leaves\n\n© 2020 Norland Press Agency\n\nBy Reuters", "Reuters"),
        ("Treasury Sanctions Army\n\nMay 3, 2020", None),
    ],
)
def test_publishers(read: Read, head: str, publisher: str | None) -> None:
    article = read(f"{head}\n\n{BODY}")
    assert article.metadata.publisher == publisher == _publisher_in_text(article)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Army leaves\n\nMay 3, 2020\n\n{BODY}", date(2020, 5, 3)),
        (f"Army leaves\n\nBy Ana Bello and Rui Ortega | 3 May 2020\n\n{BODY}", date(2020, 5, 3)),
        (f"Army leaves\n\nUpdated May 4, 2020\n\nPosted on May 3, 2020\n\n{BODY}", date(2020, 5, 3)),
        (f"Army leaves\n\nLast updated: May 4, 2020\n\n{BODY}", date(2020, 5, 4)),
        (f"Army leaves\n\nLONDON, May 3, 2020 (AFP) - {BODY}", date(2020, 5, 3)),
        (f"Army leaves\n\nLONDON, May 3 (AFP) - {BODY}", None),
        (f"Army leaves\n\n{BODY}\n\nMay 3, 2020\n\n{BODY} Nobody saw it.", None),
        (f"Army leaves\n\n{BODY}\n\nPublished: May 3, 2020", date(2020, 5, 3)),
        (f"Army leaves\n\n{BODY} It was May 3, 2020.", None),
    ],
)
def test_dates(read: Read, text: str, published: date | None) -> None:
    assert read(text).metadata.published == published


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Army leaves - CNN\n\n{BODY}", "Army leaves"),
        (f"The army left the town.\n\n{BODY}", "The army left the town."),
        (BODY * 3, "a"),
        (f"728 x 90\n\n- a\n\n{BODY}", "a"),
    ],
)
def test_titles(read: Read, text: str, title: str) -> None:
    assert read(text).metadata.title == title


def test_the_sidecar_wins(read: Read) -> None:
    article = read(
        f"Army leaves - CNN\n\nReported by NLF\n\nMay 3, 2020\n\n{BODY}",
        title="Army goes",
        publisher="NLF",
        published="2020-05-04",
        language="en-GB",
        url="https://norland.example/a",
        license="CC0",
    )
    assert article.metadata.title == "Army goes"
    assert article.metadata.publisher == "NLF" == _publisher_in_text(article)
    assert article.metadata.published == date(2020, 5, 4)
    assert article.metadata.language == "en"
    assert (article.metadata.url, article.metadata.license) == ("https://norland.example/a", "CC0")


def test_a_publisher_of_whom_the_article_speaks_does_not_stand_there(read: Read) -> None:
    assert read(f"Army leaves\n\nNLF said so. {BODY}", publisher="NLF").metadata.publisher_extent is None


def test_every_article_of_the_project_is_read_with_title_publisher_and_date() -> None:
    for path in sorted(Path("data/raw").glob("*.txt")):
        article = read_article(path)
        assert article.metadata.title != path.stem
        assert article.metadata.publisher
        assert article.metadata.published
        kinds = {block.kind for block in article.blocks}
        assert {BlockKind.TITLE, BlockKind.PARAGRAPH} <= kinds
