"""Shapes of page furniture: lines that belong to the page and not to the article.

The shapes, with examples of what is and is not meant, are data: `data/reference/page_furniture.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from scripts.ingest.dates import DATE, DAY_MONTH
from scripts.records import BlockKind
from scripts.reference import check_keys, load_yaml

FILE = "page_furniture.yml"
LONGEST = 500
"""No shape is tried on a longer line (code points)."""
_USUAL_LONGEST = 160
_KEYS = {"name", "kind", "pattern", "closing", "opening", "max", "examples", "counterexamples"}
_KINDS = {
    "junk": BlockKind.JUNK,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
}
# One code point for one code point: places in the canonical line are places in the text.
_CANONICAL = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
    | {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\r\n\v\f\x85\u2028\u2029", " "),
        "×": "x",
    }
)


@dataclass(frozen=True, slots=True)
class Shape:
    """One entry of `page_furniture.yml`, compiled."""

    name: str
    kind: BlockKind
    pattern: re.Pattern[str]
    closing: bool
    opening: bool
    longest: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A shape found; places count from the start of what was matched, `content` a caption without credit."""

    shape: Shape
    end: int
    publisher: tuple[int, int] | None
    content: tuple[int, int]


def canonical(line: str) -> str:
    """`line` with one form of quotation mark, dash and space, as long as it was."""
    return line.translate(_CANONICAL)


@cache
def shapes() -> tuple[Shape, ...]:
    """All shapes, in the order in which they are tried; `DataError` for an entry with an unknown key."""
    data = load_yaml(FILE)
    fragments = _fragments(data)
    return tuple(_shape(entry, fragments) for entry in data["shapes"])


@lru_cache(maxsize=8192)
def match_line(line: str) -> Hit | None:
    """The first shape that `line` as a whole has."""
    if len(line) > LONGEST or not line:
        return None
    plain = canonical(line)
    for shape in shapes():
        if not shape.opening and len(plain) <= shape.longest and (found := shape.pattern.fullmatch(plain)):
            return _hit(shape, found)
    return None


def match_opening(paragraph: str) -> Hit | None:
    """The dateline with which `paragraph` begins, when something follows it."""
    plain = canonical(paragraph[:_USUAL_LONGEST])
    for shape in shapes():
        if shape.opening and (found := shape.pattern.match(plain)) and found.end() < len(plain):
            hit = _hit(shape, found)
            if not _spells_out(plain, hit.publisher):
                return hit
    return None


@cache
def is_outlet(name: str) -> bool:
    """Whether `name` is a medium's by list or by one of its words."""
    plain = canonical(name).casefold()
    data = load_yaml(FILE)
    if plain.removeprefix("the ") in {outlet.casefold().removeprefix("the ") for outlet in data["outlets"]}:
        return True
    return not set(re.findall(r"[^\W\d_]+", plain)).isdisjoint(data["organization_words"])


def is_organization(name: str) -> bool:
    """Whether a name in a byline is an organization's and not a person's."""
    words = re.findall(r"[^\W\d_]+", name)
    acronyms = [word for word in words if word.isupper() and len(word) > 2]
    shouted = len(name.split()) > 1 and all(word.isupper() for word in words)
    return (
        is_outlet(name)
        or (bool(acronyms) and not shouted)
        or name.casefold().endswith((".com", ".org", ".net"))
    )


def _hit(shape: Shape, found: re.Match[str]) -> Hit:
    groups = found.groupdict()
    publisher = found.span("publisher") if groups.get("publisher") else None
    return Hit(shape, found.end(), publisher, found.span("content" if groups.get("content") else 0))


def _spells_out(plain: str, publisher: tuple[int, int] | None) -> bool:
    """'Norland Liberation Army (NLA) - ': a name and its acronym, no place and its agency."""
    if publisher is None:
        return False
    initials = "".join(re.findall(r"\b[A-Z]", plain[: publisher[0]]))
    return initials.endswith("".join(filter(str.isalpha, plain[slice(*publisher)])))


def _fragments(data: dict[str, Any]) -> dict[str, str]:
    names = {form for outlet in data["outlets"] for form in (canonical(outlet), canonical(outlet).upper())}
    outlets = sorted(names, key=lambda name: (-len(name), name))
    fragments = {
        "DATE": DATE,
        "DAY_MONTH": DAY_MONTH,
        "OUTLET": "(?-i:(?:The )?(?:" + "|".join(map(re.escape, outlets)) + r")(?!\w))",
    }
    for name, pattern in data["fragments"].items():
        fragments[name] = _filled(pattern, fragments)
    return fragments


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    return re.sub(r"(?<!\?P)<([A-Z_]+)>", lambda found: fragments[found[1]], pattern)


def _shape(entry: dict[str, Any], fragments: dict[str, str]) -> Shape:
    check_keys(f"data/reference/{FILE}: {entry.get('name')}", entry, _KEYS)
    return Shape(
        name=entry["name"],
        kind=_KINDS[entry["kind"]],
        pattern=re.compile(_filled(entry["pattern"], fragments), re.IGNORECASE),
        closing=entry.get("closing", False),
        opening=entry.get("opening", False),
        longest=entry.get("max", _USUAL_LONGEST),
    )
