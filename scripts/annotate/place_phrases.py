"""Places that no gazetteer has, built on names that it has: parts of countries and border areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_resolution import Resolved
from scripts.records import Place

_PRECISION = {"country": "country", "region": "vague", "province": "province", "city": "city"}
_HYPHENS = ("-", "–", "—", "/", "‑")


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
    place = Place(
        c.name,
        c.location_type,
        c.country_code,
        c.admin1_code,
        c.latitude,
        c.longitude,
        _PRECISION[c.location_type],
        c.geonames_id,
    )
    return Found(resolved.start, resolved.end, place, resolved.sense.kind)


def find_parts(doc: Doc, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    """ "northern Uganda", "the north-east of Syria": type region, precision vague."""
    for item in resolved:
        start, word = _direction(doc, item.start, lexicon)
        if word is None or (item.candidate.location_type == "region" and item.candidate.country_code is None):
            continue
        c = item.candidate
        admin1 = c.admin1_code if c.location_type in ("province", "city") else None
        yield Found(
            start, item.end, Place(f"{word} {c.name}", "region", c.country_code, admin1), item.sense.kind
        )


def _direction(doc: Doc, start: int, lexicon: PlaceLexicon) -> tuple[int, str | None]:
    """Where the words of direction before token `start` begin, and the direction."""
    of_the = start >= 3 and doc[start - 1].lower_ == "of" and doc[start - 3].lower_ == "the"
    if of_the and doc[start - 2].lower_ in lexicon.maps["direction_nouns"]:
        return start - 2, lexicon.maps["direction_nouns"][doc[start - 2].lower_]
    for width in (3, 1):
        text = doc[max(start - width, 0) : start].text.lower().replace("–", "-")
        if (
            start >= width
            and text in lexicon.maps["directions"]
            and not any(t.pos_ == "SPACE" for t in doc[start - width : start])
        ):
            return start - width, lexicon.maps["directions"][text]
    return start, None


def find_borders(doc: Doc, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    """ "the Iran-Turkmenistan border", "the border between X and Y", "Syria's border with Iraq", "the Afghan border"."""
    sides = _sides(doc, resolved, lexicon)
    for token in doc:
        if token.lemma_.lower() not in lexicon["border_words"] or token.pos_ not in ("NOUN", "PROPN"):
            continue
        border = _named_before(doc, token.i, sides) or _named_after(doc, token.i, sides)
        if border is None:
            continue
        start, end, names = border
        place = Place(f"{'-'.join(names)} border", "border_area", _side_named(doc, start, end, resolved))
        yield Found(start, end, place, "place")


@dataclass(frozen=True, slots=True)
class _Side:
    start: int
    end: int
    name: str


def _sides(doc: Doc, resolved: list[Resolved], lexicon: PlaceLexicon) -> dict[int, _Side]:
    """By last token: names of countries and regions, and the adjectives that stand for countries."""
    sides = {
        r.end - 1: _Side(r.start, r.end, r.candidate.name)
        for r in resolved
        if r.candidate.location_type in ("country", "region")
    }
    for token in doc:
        if token.text in lexicon.demonyms:
            sides.setdefault(
                token.i, _Side(token.i, token.i + 1, lexicon.countries[lexicon.demonyms[token.text]].name)
            )
    return sides


def _named_before(doc: Doc, border: int, sides: dict[int, _Side]) -> tuple[int, int, list[str]] | None:
    at = border - 1
    while at >= 0 and doc[at].lower_ in (
        "'s",
        "’s",
        "'",
        "’",
        "common",
        "shared",
        "land",
        "southern",
        "northern",
        "eastern",
        "western",
    ):
        at -= 1
    last = sides.get(at)
    if last is None:
        return None
    join = last.start - 1
    first = sides.get(join - 1) if join > 0 and doc[join].text in (*_HYPHENS, "and") else None
    if first is not None:
        return first.start, border + 1, [first.name, last.name]
    if after := _with(doc, border + 1, sides):
        return last.start, after.end, [last.name, after.name]
    return last.start, border + 1, [last.name]


def _named_after(doc: Doc, border: int, sides: dict[int, _Side]) -> tuple[int, int, list[str]] | None:
    if neighbour := _with(doc, border + 1, sides):
        return border, neighbour.end, [neighbour.name]
    if border + 2 >= len(doc) or doc[border + 1].lower_ not in ("between", "of"):
        return None
    by_start = {side.start: side for side in sides.values()}
    first = by_start.get(border + 2) or by_start.get(border + 3)
    if first is None or first.end >= len(doc) or doc[first.end].lower_ != "and":
        return None
    second = by_start.get(first.end + 1) or by_start.get(first.end + 2)
    return (border, second.end, [first.name, second.name]) if second else None


def _with(doc: Doc, at: int, sides: dict[int, _Side]) -> _Side | None:
    if at + 1 < len(doc) and doc[at].lower_ == "with":
        return next((s for s in sides.values() if s.start in (at + 1, at + 2)), None)
    return None


def _side_named(doc: Doc, start: int, end: int, resolved: list[Resolved]) -> str | None:
    """The country on whose side the text puts it: "... border in Iran", "in Pakistan near the Afghan border"."""
    sentence_start, sentence_end = doc[start].sent.start, doc[end - 1].sent.end
    for item in resolved:
        if end < item.start <= min(end + 3, sentence_end - 1) and doc[end].lower_ in (
            "in",
            "inside",
            "within",
        ):
            return item.candidate.country_code
    before = [
        r
        for r in resolved
        if max(sentence_start, start - 8) <= r.start and r.end <= start and r.sense.locative
    ]
    if before and not any(t.pos_ in ("VERB", "PUNCT") for t in doc[before[-1].end : start]):
        return before[-1].candidate.country_code
    return None
