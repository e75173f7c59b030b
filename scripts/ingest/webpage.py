"""HTML -> its main text, and what the page says of itself in its metadata.

The text is trafilatura's, one paragraph per line; offsets refer to it. Nothing depends on the clock: dates
are taken from machine-readable statements alone, never found in the page by a search.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scripts.ingest.dates import find_date
from scripts.ingest.title import split_signature
from scripts.records import DataError

_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_LONGEST_TEXT = 300  # characters; what is longer is no title and no name
_NO_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_DECLARATION = re.compile(r"^\s{0,64}<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# The HTML standard reads character references to C1 controls (&#146;) as Windows-1252.
_C1 = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a web page and its own metadata."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


def read_page(markup: str, name: str) -> Page:
    """The main text of `markup`; `DataError` when it has none."""
    import trafilatura  # here, because loading it takes longer than reading a text file

    for library in _LIBRARIES:
        logging.getLogger(library).addHandler(logging.NullHandler())
        logging.getLogger(library).propagate = False
    markup = _DECLARATION.sub("", markup.removeprefix("\ufeff"))
    if not re.search(r"<html[\s>]", markup[:100_000], re.IGNORECASE):
        markup = f"<html><body>{markup}</body></html>"
    try:
        tree = trafilatura.load_html(markup)
        if tree is None:
            raise DataError(f"{name}: is no HTML that can be parsed; save the article as text")
        # Its date is not used, but is looked for: a fixed last day keeps the clock out of it.
        known = trafilatura.extract_metadata(tree, date_config=_NO_SEARCH)
        page = _metadata(tree, known.title, known.url)
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
        text = _plain(getattr(found, "text", None) or "")
    except DataError:
        raise
    # The libraries raise whatever they stumble over in markup that nobody has seen before: the file is at
    # fault.
    except Exception as error:
        reason = type(error).__name__
        raise DataError(f"{name}: the HTML cannot be read ({reason}); save the article as text") from None
    if not text.strip():
        raise DataError(f"{name}: no text is found in this HTML; save the article as text or remove the file")
    return replace(page, text=text)


def _plain(text: str) -> str:
    text = text.translate(_C1).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).strip() + "\n"


def _metadata(tree: Any, title: str | None, url: str | None) -> Page:
    linked = list(_linked_data(tree))
    language = (tree.get("lang") or "").strip().lower()
    return Page(
        text="",
        title=_short(title),
        publisher=_publisher(tree, linked),
        published=_published(tree, linked),
        language=language.split("-")[0] if re.fullmatch(r"[a-z]{2,3}(-\w{1,8})*", language) else None,
        url=url if url and re.fullmatch(r"https?://[^\s/]\S{0,1000}", url) else None,
    )


def _publisher(tree: Any, linked: list[dict[str, Any]]) -> str | None:
    for content in tree.xpath("//meta[@property='og:site_name' or @name='og:site_name']/@content"):
        if (name := _short(content)) and not name.startswith("@"):
            return name
    for entry in linked:
        publisher = entry.get("publisher")
        if isinstance(publisher, dict) and (name := _short(publisher.get("name"))):
            return name
    title = _short(tree.findtext(".//title"))
    signature = split_signature(title) if title else None
    return title[signature.start : signature.end] if title and signature else None


def _published(tree: Any, linked: list[dict[str, Any]]) -> date | None:
    said = [entry.get("datePublished") for entry in linked]
    metas: dict[str, str | None] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(key, meta.get("content"))
    said += [metas[key] for key in _DATE_NAMES if key in metas]
    said += tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    return next(
        (day for value in said if isinstance(value, str) and (day := find_date(value[:_LONGEST_TEXT]))), None
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that say when something was published."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        entries = found.get("@graph", [found]) if isinstance(found, dict) else found
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and "datePublished" in entry:
                yield entry


def _short(value: object) -> str | None:
    """One line of at most 300 characters, or nothing."""
    if not isinstance(value, str):
        return None
    words = " ".join(_CONTROL.sub("", value).split())
    return words if 0 < len(words) <= _LONGEST_TEXT else None
