"""Places that no gazetteer has, built on names that it has: parts of countries and border areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_resolution import Resolved
from scripts.annotate.place_text import PlaceText
from scripts.records import Place

_PRECISION = {"country": "country", "region": "vague", "province": "province", "city": "city"}
_JOINS = ("-", "–", "—", "/", "‑", "and")


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start:end` name `place`. `mention_type`: named | nominal; `sense`: place | actor | modifier."""

    start: int
    end: int
    place: Place
    sense: str
    mention_type: str = "named"


def named_place(resolved: Resolved) -> Found:
    c = resolved.candidate
    precision = _PRECISION[c.location_type]
    code, admin1 = c.country_code, c.admin1_code
    place = Place(
        c.name, c.location_type, code, admin1, c.latitude, c.longitude, precision, c.geonames_id
    )  # fmt: skip
    return Found(resolved.start, resolved.end, place, resolved.sense.kind)


def with_label(text: PlaceText, found: Found, lexicon: PlaceLexicon) -> Found:
    """ "Gorkha district": the word that says what it is belongs to the mention, and the name stays."""
    at = found.end + (text.lower(found.end) == "autonomous")
    labels = lexicon["province_words"] | lexicon.maps["labels"].keys()
    label = text.neighbour(found.end - 1, at)
    if label is None or label.lower_ not in labels or label.pos_ not in ("NOUN", "PROPN"):
        return found
    following = text.neighbour(at, at + 1)
    goes_on = following is not None and following.pos_ in ("NOUN", "PROPN")
    country = found.place.location_type == "country"
    if goes_on or country:
        return found
    sense = "place" if found.sense == "modifier" else found.sense  # what it modified is its label
    return replace(found, end=at + 1, sense=sense)


def find_parts(text: PlaceText, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    """ "northern Uganda", "the north-east of Syria": type region, precision vague."""
    for item in resolved:
        start, word = _direction(text, item.start, lexicon)
        c = item.candidate
        if word is None or (c.location_type == "region" and c.country_code is None):
            continue
        admin1 = c.admin1_code if c.location_type in ("province", "city") else None
        place = Place(f"{word} {c.name}", "region", c.country_code, admin1)
        yield Found(start, item.end, place, item.sense.kind)


def _direction(text: PlaceText, start: int, lexicon: PlaceLexicon) -> tuple[int, str | None]:
    """Where the words of direction before token `start` begin, and the direction."""
    nouns, adjectives = lexicon.maps["direction_nouns"], lexicon.maps["directions"]
    if text.lower(start - 1) == "of" and text.lower(start - 3) == "the":
        return start - 2, nouns.get(text.lower(start - 2))
    if text.lower(start - 2) in ("-", "–") and start >= 3:
        compound = "-".join((text.lower(start - 3), text.lower(start - 1)))
        if compound in adjectives:
            return start - 3, adjectives[compound]
    return start - 1, adjectives.get(text.lower(start - 1))


@dataclass(frozen=True, slots=True)
class _Side:
    start: int
    end: int
    name: str


def find_borders(
    text: PlaceText, resolved: list[Resolved], nationalities: dict[int, str], lexicon: PlaceLexicon
) -> Iterator[Found]:
    """ "the Iran-Iraq border", "the border between X and Y", "X's border with Y", "the Afghan border"."""
    borders = [i for i, word in enumerate(text.lowers) if word in lexicon["border_words"]]
    if not borders:
        return
    sides = _sides(resolved, nationalities, lexicon)
    for at in borders:
        border = _named_before(text, at, sides, lexicon) or _named_after(text, at, sides)
        if border is not None and text.doc[at].pos_ in ("NOUN", "PROPN"):
            start, end, names = border
            country = _side_named(text, start, end, resolved)
            yield Found(start, end, Place(f"{'-'.join(names)} border", "border_area", country), "place")


def _sides(
    resolved: list[Resolved], nationalities: dict[int, str], lexicon: PlaceLexicon
) -> dict[int, _Side]:
    """By first token: names of countries and regions, and the adjectives that stand for countries."""
    sides = {at: _Side(at, at + 1, lexicon.countries[code].name) for at, code in nationalities.items()}
    for r in resolved:
        if r.candidate.location_type in ("country", "region"):
            sides[r.start] = _Side(r.start, r.end, r.candidate.name)
    return sides


def _named_before(
    text: PlaceText, border: int, sides: dict[int, _Side], lexicon: PlaceLexicon
) -> tuple[int, int, list[str]] | None:
    by_last = {side.end - 1: side for side in sides.values()}
    at = border - 1
    while text.lower(at) in ("'s", "’s", "'", "’", "common", "shared", "land") or (
        text.lower(at) in lexicon.maps["directions"]
    ):
        at -= 1
    last = by_last.get(at)
    if last is None:
        return None
    first = by_last.get(last.start - 2) if text.lower(last.start - 1) in _JOINS else None
    if first is not None:
        return first.start, border + 1, [first.name, last.name]
    if after := _with(text, border + 1, sides):
        return last.start, after.end, [last.name, after.name]
    return last.start, border + 1, [last.name]


def _named_after(text: PlaceText, border: int, sides: dict[int, _Side]) -> tuple[int, int, list[str]] | None:
    if other := _with(text, border + 1, sides):
        return border, other.end, [other.name]
    if text.lower(border + 1) not in ("between", "of"):
        return None
    first = _side_at(border + 2, sides)
    if first is None or text.lower(first.end) != "and":
        return None
    second = _side_at(first.end + 1, sides)
    return (border, second.end, [first.name, second.name]) if second else None


def _with(text: PlaceText, at: int, sides: dict[int, _Side]) -> _Side | None:
    return _side_at(at + 1, sides) if text.lower(at) == "with" else None


def _side_at(at: int, sides: dict[int, _Side]) -> _Side | None:
    """Here or after an article."""
    return sides.get(at) or sides.get(at + 1)


def _side_named(text: PlaceText, start: int, end: int, resolved: list[Resolved]) -> str | None:
    """Whose side it is said to be on: "... border in Iran", "in Pakistan near the Afghan border"."""
    if text.lower(end) in ("in", "inside", "within"):
        for item in resolved:
            if end < item.start <= end + 3:
                return item.candidate.country_code
    first = max(text.doc[start].sent.start, start - 8)
    before = [r for r in resolved if first <= r.start and r.end <= start and r.sense.locative]
    if before and not any(t.pos_ in ("VERB", "PUNCT") for t in text.doc[before[-1].end : start]):
        return before[-1].candidate.country_code
    return None
