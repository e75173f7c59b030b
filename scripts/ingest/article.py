"""One file -> one `Article`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scripts.ingest.blocks import read_pieces
from scripts.ingest.decode import decode
from scripts.ingest.files import read_bytes, shown
from scripts.ingest.lines import BLANK
from scripts.ingest.metadata import describe
from scripts.ingest.sidecar import Sidecar, read_sidecar, sidecar_of
from scripts.ingest.webpage import Page, read_page
from scripts.records import Article, DataError

TEXT_SUFFIXES = (".txt", ".md")
PAGE_SUFFIXES = (".html", ".htm")
ARTICLE_SUFFIXES = (*TEXT_SUFFIXES, *PAGE_SUFFIXES)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is still read; past it the file is named and skipped or refused."""

    article: int = 10_000_000  # bytes
    sidecar: int = 64_000  # bytes
    lines: int = 100_000  # that are not blank; what has more is a table or a log, not an article


DEFAULT_LIMITS = Limits()


def read_article(path: Path, limits: Limits = DEFAULT_LIMITS, *, with_sidecar: bool = True) -> Article:
    """Read one article, and the sidecar beside it unless told not to.

    The text is the file's own, to the letter; of HTML it is the extracted main text. Raises `DataError`,
    naming the file, when it is empty, binary, too large, of another format, cannot be decoded, or its
    sidecar is wrong.
    """
    name = shown(path)
    suffix = path.suffix.lower()
    if suffix not in ARTICLE_SUFFIXES:
        raise DataError(f"{name}: is no article; articles are {', '.join(ARTICLE_SUFFIXES)} files")
    data = read_bytes(path, limits.article)
    beside = sidecar_of(path) if with_sidecar else None
    sidecar = read_sidecar(beside, limits.sidecar) if beside else Sidecar()
    text = decode(data, name, markup=suffix in PAGE_SUFFIXES)
    page: Page | None = None
    if suffix in PAGE_SUFFIXES:
        page = read_page(text, name)
        text = page.text
    if not text.strip(BLANK):
        raise DataError(f"{name}: holds nothing but white space; remove it or fill it")
    if (count := sum(1 for line in text.splitlines() if line.strip())) > limits.lines:
        raise DataError(
            f"{name}: has {count:,} lines, the limit is {limits.lines:,}; split it or raise the limit"
        )
    title = sidecar.title or (page.title if page else None)
    pieces = read_pieces(text, title)
    return Article(
        source_file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=tuple(piece.block() for piece in pieces),
        metadata=describe(path.stem, text, pieces, sidecar, page),
    )
