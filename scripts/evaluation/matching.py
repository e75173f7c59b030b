"""When two names, two stretches of text or two points count as the same, and who is paired with whom."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

EARTH_DIAMETER = 12_742.0
"""In kilometres."""

_POSSESSIVE = re.compile(r"[’'`]s\b")
_PUNCTUATION = re.compile(r"[^\w\s]")
_ARTICLE = re.compile(r"\b(?:the|a|an)\b")


def plain(name: str) -> str:
    """A name without what writers vary: case, accents, punctuation, articles, possessive endings."""
    letters = unicodedata.normalize("NFKD", name)
    text = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    for variation, instead in ((_POSSESSIVE, ""), (_PUNCTUATION, " "), (_ARTICLE, " ")):
        text = variation.sub(instead, text)
    return " ".join(text.split())


def plain_forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(plain, names)))


def shared_part(text: str, quote: str, start: int, end: int) -> float:
    """How much of the shorter one `quote`, where it stands best in `text`, shares with `text[start:end]`."""
    best = 0.0
    at = text.find(quote) if quote else -1
    while at >= 0:
        common = min(at + len(quote), end) - max(at, start)
        best = max(best, common / max(1, min(len(quote), end - start)))
        at = text.find(quote, at + 1)
    return best


def pairs(candidates: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """(likeness, gold, answer) -> answer by gold: each at most once, the likest first, ties in order."""
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, gold, answer in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if gold not in paired and answer not in taken:
            paired[gold] = answer
            taken.add(answer)
    return paired


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER * math.asin(math.sqrt(h))
