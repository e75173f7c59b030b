from __future__ import annotations

from datetime import date

import pytest

from scripts.records import DataError
from tests.ingest.conftest import Read

SENTENCES = "The army left the town on Monday, and two of the officials said that it was in a hurry. " * 3
PAGE = f"""<!doctype html><html lang="en"><head><title>Army leaves - Norland Times</title>%s</head><body>
<nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Army leaves</h1><p>By Ana Bello</p>
<p>{SENTENCES}</p><h2>Denials</h2><p>&ldquo;Caf&eacute; &#146;&rdquo;, he said. {SENTENCES}</p></article>
<script>var a = "<p>no</p>";</script><footer>Imprint</footer></body></html>"""

LINKED_DATA = (
    '<script type="application/ld+json">'
    '{"@graph": [{"datePublished": "2020-05-03", "publisher": {"name": "X"}}]}</script>'
)


def test_text_and_metadata(read: Read) -> None:
    head = (
        '<meta property="og:site_name" content="The Norland Times">'
        '<meta property="article:published_time" content="2020-05-03T23:00:00Z">'
        '<link rel="canonical" href="https://norland.example/a">'
    )
    article = read(PAGE % head, "a.html")
    assert article.metadata.title == "Army leaves"
    assert article.metadata.publisher == "The Norland Times"
    assert article.metadata.published == date(2020, 5, 3)
    assert article.metadata.url == "https://norland.example/a"
    assert article.metadata.language == "en"
    assert [block.kind.value for block in article.blocks] == [
        "title",
        "byline",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert "“Café ’”" in article.text
    assert "var a" not in article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (LINKED_DATA, date(2020, 5, 3)),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="date" content="last week">', None),
        ('<meta property="article:modified_time" content="2020-05-03">', None),
    ],
)  # fmt: skip
def test_dates_are_stated_never_searched(read: Read, head: str, published: date | None) -> None:
    metadata = read(PAGE % head, "a.htm").metadata
    assert metadata.published == published
    assert metadata.publisher == ("X" if published else "Norland Times")


def test_fragments_and_declared_encodings(read: Read) -> None:
    assert "Zürich" in read(f"<p>Zürich. {SENTENCES}</p>", "a.html").text
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>Zürich. {SENTENCES}</p></body></html>'
    assert "Zürich" in read(page.encode("cp1252"), "b.html").text
    assert "Zürich" in read(page, "c.html").text
    declared = f'<?xml version="1.0" encoding="utf-8"?><html><body><p>Zürich. {SENTENCES}</p></body></html>'
    assert "Zürich" in read(declared, "d.html").text


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<html><body><script>1</script></body></html>", "<!-- -->", "<div>" * 50_000],
)
def test_pages_without_text(read: Read, page: str) -> None:
    with pytest.raises(DataError, match=r"^a\.html: "):
        read(page, "a.html")
