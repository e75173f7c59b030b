"""Text -> blocks: what each paragraph of a page is for.

Each pass takes pieces and gives pieces, so that one idea stands alone: shapes of single lines first, then
what only their neighbours tell (the title, repetitions, what follows the end of the article, the dateline
of the first paragraph).
"""

from __future__ import annotations

import re
from dataclasses import replace

from scripts.ingest.dates import find_date
from scripts.ingest.furniture import LONGEST, canonical, match_opening
from scripts.ingest.lines import paragraphs, trimmed
from scripts.ingest.pieces import LONGEST_HEADING, Piece, classified, ends_sentence
from scripts.ingest.title import same_title, split_signature
from scripts.records import BlockKind, Extent

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:(?!---)(?:[\w-]+:|[ \t#-])[^\r\n]*\r?\n){1,60}---[ \t]*(?:\r?\n|$)"
)
_LONGEST_TITLE = 250
_KICKER_WORDS = 2
# Short lines recur for many reasons ("No.", a name); a recurring line of this many words is a pull quote or
# a teaser.
_REPEATED_WORDS = 8
_SENTENCE_WORDS = 5
_TEXT = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def read_pieces(text: str, title: str | None = None) -> tuple[Piece, ...]:
    """The pieces of a page in order of `start`; `title` is what its sidecar or its own metadata calls it."""
    pieces = [classified(text, extent) for extent in paragraphs(text)]
    pieces = _without_front_matter(text, pieces)
    pieces = _with_title(text, pieces, title)
    pieces = _without_repetitions(text, pieces)
    pieces = _without_what_follows(text, pieces)
    pieces = _with_opening(text, pieces)
    return tuple(pieces)


def _without_front_matter(text: str, pieces: list[Piece]) -> list[Piece]:
    found = _FRONT_MATTER.match(text)
    end = found.end() if found else 0
    return [replace(piece, kind=BlockKind.JUNK) if piece.end <= end else piece for piece in pieces]


def _with_title(text: str, pieces: list[Piece], title: str | None) -> list[Piece]:
    place = _place_of_title(text, pieces, title)
    if place is None:
        return pieces
    piece = pieces[place]
    named = [replace(piece, kind=BlockKind.TITLE, shape="")]
    if signature := split_signature(text[piece.start : piece.end]):
        name = Extent(piece.start + signature.start, piece.start + signature.end)
        named = [
            Piece(BlockKind.TITLE, piece.start, piece.start + signature.title_end),
            Piece(BlockKind.BYLINE, name.start, name.end, "title_signature", name),
        ]
    return pieces[:place] + named + pieces[place + 1 :]


def _place_of_title(text: str, pieces: list[Piece], title: str | None) -> int | None:
    candidates = [place for place, piece in enumerate(pieces) if piece.kind in _TEXT][:12]
    if title:
        for place in candidates:
            if same_title(text[pieces[place].start : pieces[place].end], title):
                return place
    for place in candidates:
        if pieces[place].shape == "#":
            return place
    if not candidates or not _may_be_title(text, pieces[candidates[0]]):
        return None
    first, *others = candidates
    if others and others[0] == first + 1 and _is_kicker(text, pieces[first], pieces[others[0]]):
        return others[0]
    return first


def _may_be_title(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    if piece.kind is BlockKind.LIST_ITEM or len(words) > _LONGEST_TITLE or words[0].islower():
        return False
    return not ends_sentence(words) or (words.endswith(("?", "!")) and len(words) <= LONGEST_HEADING)


def _is_kicker(text: str, piece: Piece, following: Piece) -> bool:
    """'Middle East' over 'Army denies raid on northern depot': the name of a section."""
    count = len(text[following.start : following.end].split())
    few = len(text[piece.start : piece.end].split()) <= _KICKER_WORDS
    return (
        few
        and count > _KICKER_WORDS + 1
        and following.kind is BlockKind.HEADING
        and _may_be_title(text, following)
    )


def _without_repetitions(text: str, pieces: list[Piece]) -> list[Piece]:
    result: list[Piece] = []
    titles = {text[piece.start : piece.end] for piece in pieces if piece.kind is BlockKind.TITLE}
    seen: set[str] = set()
    for piece in pieces:
        words = text[piece.start : piece.end]
        if piece.kind in _TEXT or piece.kind is BlockKind.CAPTION:
            previous = result[-1] if result else None
            if previous and previous.kind in _TEXT and text[previous.start : previous.end] == words:
                # What stands twice in a row is a picture's text: once as its description, once as its
                # caption.
                result[-1] = replace(previous, kind=BlockKind.CAPTION)
                piece = replace(piece, kind=BlockKind.JUNK, shape="repeated")
            elif words in titles or words in seen:
                piece = replace(piece, kind=BlockKind.JUNK, shape="repeated")
            if words.count(" ") >= _REPEATED_WORDS - 1 or piece.shape == "repeated":
                seen.add(words)
        result.append(piece)
    return result


def _without_what_follows(text: str, pieces: list[Piece]) -> list[Piece]:
    """After 'Related articles' headlines are other articles', until full sentences show that this one
    goes on.
    """
    result: list[Piece] = []
    over = False
    for piece in pieces:
        if piece.shape.startswith("related"):
            over = True
        elif piece.kind in _TEXT and over:
            over = not _has_sentence(text[piece.start : piece.end])
            if over:
                piece = replace(piece, kind=BlockKind.JUNK, shape="follows")
        result.append(piece)
    return result


def _has_sentence(words: str) -> bool:
    return len(words) > LONGEST or (ends_sentence(words) and len(words.split()) >= _SENTENCE_WORDS)


def _with_opening(text: str, pieces: list[Piece]) -> list[Piece]:
    first = next((place for place, piece in enumerate(pieces) if piece.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return pieces
    piece = pieces[first]
    hit = match_opening(text[piece.start : min(piece.end, piece.start + LONGEST)])
    if hit is None:
        return pieces
    start, end = trimmed(text, piece.start, piece.start + hit.end)
    rest, stop = trimmed(text, piece.start + hit.end, piece.end)
    if rest >= stop:
        return pieces
    publisher = Extent(start + hit.publisher[0], start + hit.publisher[1]) if hit.publisher else None
    published = find_date(canonical(text[start:end]))
    opening = Piece(hit.shape.kind, start, end, hit.shape.name, publisher, published)
    return [*pieces[:first], opening, replace(piece, start=rest, end=stop), *pieces[first + 1 :]]
