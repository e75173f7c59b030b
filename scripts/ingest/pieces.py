"""One paragraph of a page -> a piece: its kind as its own shape tells, without a look at its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from scripts.ingest.dates import find_date
from scripts.ingest.furniture import canonical, match_line
from scripts.ingest.lines import MARK, trimmed
from scripts.records import Block, BlockKind, Extent

_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.)+$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St)\.$")
LONGEST_HEADING = 110  # characters
# Longer emphasis than this is no heading set in bold.
_LONGEST_BOLD = 250  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, with what its shape tells about the document."""

    kind: BlockKind
    start: int
    end: int
    shape: str = ""
    publisher: Extent | None = None
    published: date | None = None

    def block(self) -> Block:
        return Block(self.kind, self.start, self.end)


def classified(text: str, extent: Extent) -> Piece:
    """The piece that the paragraph at `extent` is."""
    start, end, mark = _inside_marks(text, extent)
    words = text[start:end]
    hit = match_line(text[extent.start : extent.end]) or match_line(words)
    if hit:
        signed = hit.shape.kind in (BlockKind.DATELINE, BlockKind.BYLINE)
        published = find_date(canonical(words)) if signed else None
        offset = start if hit.end == end - start else extent.start
        publisher = Extent(offset + hit.publisher[0], offset + hit.publisher[1]) if hit.publisher else None
        if hit.shape.kind is BlockKind.CAPTION:
            start, end = trimmed(text, offset + hit.content[0], offset + hit.content[1])
        return Piece(hit.shape.kind, start, end, hit.shape.name, publisher, published)
    if mark.startswith("#"):
        return Piece(BlockKind.HEADING, start, end, mark)
    if mark and mark != ">":
        return Piece(BlockKind.LIST_ITEM, start, end)
    return Piece(BlockKind.HEADING if _is_heading(words) else BlockKind.PARAGRAPH, start, end)


def _inside_marks(text: str, extent: Extent) -> tuple[int, int, str]:
    """The words of a line between Markdown's marks, and the mark before them."""
    start, end = extent.start, extent.end
    found = MARK.match(text, start, end)
    mark = found[0].strip() if found and found.end() < end else ""
    if found and mark:
        start, end = trimmed(text, found.end(), end)
        if mark.startswith("#"):
            start, end = trimmed(text, start, start + len(text[start:end].rstrip("#")))
    if end - start <= _LONGEST_BOLD and (bold := _EMPHASIS.fullmatch(text, start, end)):
        start, end = bold.span(2)
    if start >= end:
        return extent.start, extent.end, ""
    return start, end, mark


def _is_heading(words: str) -> bool:
    if words[0].islower() or "\n" in words or (len(words) > LONGEST_HEADING and not _is_title_case(words)):
        return False
    return not _ENDS_SENTENCE.search(words) and not words.endswith((",", ";"))


def _is_title_case(words: str) -> bool:
    """ "Measures Against Traders Acting on Behalf of ...": the second line of a headline."""
    long = [w for w in words.split() if len(w) > 3 and w[0].isalpha()]
    capital = sum(w[0].isupper() for w in long)
    return len(words) <= 3 * LONGEST_HEADING and len(long) > 5 and capital >= 0.9 * len(long)


def ends_sentence(words: str) -> bool:
    """Whether the last mark of `words` ends a sentence; the dot of an abbreviation does not."""
    tail = words[-40:]
    return bool(_ENDS_SENTENCE.search(tail)) and not _ABBREVIATION.search(tail)
