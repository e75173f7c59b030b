"""Text -> paragraphs, as stretches of it: one per line, or hard-wrapped lines joined to one.

A line break is any that Unicode knows but the separators of data files; a blank line always ends a paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.ingest.furniture import match_line
from scripts.records import Extent

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
# White space, and what shows nothing: zero-width characters, direction marks, a stray byte order mark.
BLANK = (
    "".join(map(chr, filter(lambda code: chr(code).isspace(), range(0x3001))))
    + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
)
MARK = re.compile(r"#{1,6}[ \t]+|[*+-][ \t\u00a0]+|[•‣▪◦●·][ \t\u00a0]*|\(?\d{1,2}[.)][ \t\u00a0]+|>[ \t]*")
"""How a Markdown heading, a list item or a quoted block begins."""
_FINAL = tuple(".!?…:;\"”'’)]")
# Widths of hard-wrapped text, in characters: narrower is verse or a list, wider is not made by wrapping.
_NARROWEST, _WIDEST = 40, 110


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_gap: bool
    is_first: bool


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start`, `end` without white space at either side."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip(BLANK)), max(start, start + len(part.rstrip(BLANK)))


def paragraphs(text: str) -> list[Extent]:
    """The paragraphs of `text` in order, without white space at their ends."""
    groups = list(_groups(text))
    wrapped = any(_is_wrapped(group) for group in groups)
    return [
        Extent(part[0].start, part[-1].end)
        for group in groups
        for part in (_joined(group) if wrapped else ([line] for line in group))
    ]


def _lines(text: str) -> Iterator[_Line]:
    previous = 0
    for found in _LINE.finditer(text):
        start, end = trimmed(text, *found.span())
        if start < end:
            between = text[previous:start].replace("\r\n", "\n")
            breaks = sum(between.count(mark) for mark in "\n\r\v\f\x85\u2028\u2029")
            yield _Line(start, end, text[start:end], breaks > 1, previous == 0)
            previous = end


def _groups(text: str) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in _lines(text):
        if group and line.after_gap:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(group: list[_Line]) -> bool:
    width = _width(group)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    return any(_goes_on(a, b) and _is_full(a, b, width) for a, b in itertools.pairwise(group))


def _joined(group: list[_Line]) -> Iterator[list[_Line]]:
    width = _width(group)
    part: list[_Line] = []
    for line in group:
        if part and not (_NARROWEST <= width <= _WIDEST and _belongs(part[-1], line, width)):
            yield part
            part = []
        part.append(line)
    yield part


def _belongs(a: _Line, b: _Line, width: int) -> bool:
    if MARK.match(b.text) or a.text == b.text or match_line(a.text) or match_line(b.text):
        return False
    if _goes_on(a, b):
        return True
    # The first line of a page is its title more often than a paragraph's first line.
    return _is_full(a, b, width) and (a.text.endswith(_FINAL) or not a.is_first)


def _goes_on(a: _Line, b: _Line) -> bool:
    """A sentence that does not end with line `a` goes on in lower case."""
    return b.text[0].islower() and not a.text.endswith((".", "!", "?"))


def _is_full(a: _Line, b: _Line, width: int) -> bool:
    """The next word would not have fitted: that is why a wrapped line ends."""
    return len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width


def _width(group: list[_Line]) -> int:
    return max(line.end - line.start for line in group)
