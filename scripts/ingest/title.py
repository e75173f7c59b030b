"""Titles as pages write them: with the site's name behind, now and then not quite as the page itself says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.ingest.furniture import canonical, is_organization, is_outlet

_SEPARATOR = re.compile(r" +(\||-{1,2}|::) +")
_LONGEST_NAME = 5  # words
# 'Opinion | The war must end': what stands before the bar is a section, and no title is left without it.
_SHORTEST_TITLE = 2  # words
# A cell that begins with one of these is run by spreadsheets; none of them is part of a title.
_UNFIT_START = "=+-@ \t*#_|–—"


@dataclass(frozen=True, slots=True)
class Signature:
    """Where, in a title, the title proper ends and the site's name stands."""

    title_end: int
    start: int
    end: int


def split_signature(title: str) -> Signature | None:
    """The site's name at the end of `title` ('Army denies raid - Norland News'); `None` when there is none.

    After a dash only what is known or looks like a medium counts ('Army denies raid - ministry' has none),
    after a bar any name.
    """
    plain = canonical(title)
    parts = list(_SEPARATOR.finditer(plain))
    if not parts or parts[0].start() == 0:
        return None
    name = plain[parts[-1].end() :]
    if not name or len(name.split()) > _LONGEST_NAME or not name[0].isupper():
        return None
    bar = parts[-1][1] in ("|", "::")
    if not (bar or is_outlet(name) or (len(name.split()) == 1 and "." in name and is_organization(name))):
        return None
    # 'Army denies raid | World | Norland News': sections between the title and the site go with it.
    first = next(part for part in parts if part[1] == parts[-1][1]) if bar else parts[-1]
    if len(plain[: first.start()].split()) < _SHORTEST_TITLE:
        return None
    return Signature(first.start(), parts[-1].end(), len(title))


def same_title(line: str, title: str) -> bool:
    """Whether a line of the text is the title that is known from elsewhere, be it with the site's name."""
    line, title = _comparable(line), _comparable(title)
    return bool(line) and line == title


def unsigned(title: str) -> str:
    """`title` without the site's name."""
    signature = split_signature(title)
    return title[: signature.title_end] if signature else title


def clean_title(words: str) -> str:
    """On one line, without what no title begins with."""
    return " ".join(words.split()).lstrip(_UNFIT_START)


def _comparable(title: str) -> str:
    return " ".join(re.findall(r"\w+", canonical(unsigned(title)).casefold()))
