"""What is known about a document: from its sidecar, then its page's own metadata, then its text; no guess."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from scripts.ingest.furniture import is_organization
from scripts.ingest.language import detect_language
from scripts.ingest.lines import BLANK
from scripts.ingest.pieces import Piece
from scripts.ingest.sidecar import Sidecar
from scripts.ingest.title import clean_title, unsigned
from scripts.ingest.webpage import Page
from scripts.records import READ, BlockKind, Extent, Metadata

_SAMPLE = 20_000  # characters of the parts that are read, to tell the language
_LONGEST_FIRST_SENTENCE = 150  # characters; a longer first line is a paragraph and names nothing
# Shapes whose name is the publisher's beyond doubt; of a mere byline the name must look like an
# organization's.
_CERTAIN = ("title_signature", "agency_dateline", "dated_agency_dateline", "caps_agency_dateline")
# Of several dates the better statement wins; an update is the publication of the text as it stands.
_DATE_RANKS = ("published_line", "date_line", "opening", "updated_line")


def describe(stem: str, text: str, pieces: Sequence[Piece], sidecar: Sidecar, page: Page | None) -> Metadata:
    """The metadata of the document with this text; `stem`, the file's name, is its title when nothing
    else is.
    """
    publisher, extent = _publisher(text, pieces, sidecar.publisher or (page.publisher if page else None))
    return Metadata(
        title=_title(stem, text, pieces, sidecar, page),
        publisher=publisher,
        publisher_extent=extent,
        published=sidecar.published or (page.published if page else None) or _published(pieces),
        language=_language(text, pieces, sidecar, page),
        url=sidecar.url or (page.url if page else None),
        license=sidecar.license,
    )


def _title(stem: str, text: str, pieces: Sequence[Piece], sidecar: Sidecar, page: Page | None) -> str:
    stands = [text[piece.start : piece.end] for piece in pieces if piece.kind is BlockKind.TITLE]
    first = [text[piece.start : piece.end] for piece in pieces if piece.kind in READ - {BlockKind.DATELINE}][
        :1
    ]
    short = [words for words in first if len(words) <= _LONGEST_FIRST_SENTENCE]
    candidates = [sidecar.title, clean_title(unsigned(page.title)) if page and page.title else None]
    candidates += [clean_title(words) for words in (*stands, *short)]
    return next((title for title in candidates if title), stem)


def _publisher(text: str, pieces: Sequence[Piece], known: str | None) -> tuple[str | None, Extent | None]:
    if known:
        return known, _stands(text, pieces, known)
    # A line of copyright names who owns the page, which is less than who signs the article.
    for piece in sorted(pieces, key=lambda piece: piece.kind is BlockKind.JUNK):
        if piece.publisher:
            name = text[piece.publisher.start : piece.publisher.end]
            if piece.shape in _CERTAIN or is_organization(name):
                return name, piece.publisher
    return None, None


def _stands(text: str, pieces: Sequence[Piece], name: str) -> Extent | None:
    """Where the page signs with `name`: in a byline, a dateline or the title, not where the article
    speaks of it.
    """
    for piece in pieces:
        if piece.kind in (BlockKind.BYLINE, BlockKind.DATELINE) or piece.publisher:
            start = text.find(name, piece.start, piece.end)
            if start >= 0:
                return Extent(start, start + len(name))
    return None


def _published(pieces: Sequence[Piece]) -> date | None:
    found: dict[str, date] = {}
    in_head = True
    for piece in pieces:
        if piece.published:
            shape = piece.shape if piece.shape in _DATE_RANKS else "opening"
            # Further down a line that is only a date is an entry of a chronology.
            if in_head or shape in ("published_line", "updated_line"):
                found.setdefault(shape, piece.published)
        in_head = in_head and piece.kind is not BlockKind.PARAGRAPH
    return next((found[shape] for shape in _DATE_RANKS if shape in found), None)


def _language(text: str, pieces: Sequence[Piece], sidecar: Sidecar, page: Page | None) -> str:
    if sidecar.language:
        return sidecar.language.split("-")[0]
    sample: list[str] = []
    size = 0
    for piece in pieces:
        if piece.kind in READ and size < _SAMPLE:
            sample.append(text[piece.start : min(piece.end, piece.start + _SAMPLE)].strip(BLANK))
            size += len(sample[-1])
    return detect_language(" ".join(sample), page.language if page else None)
