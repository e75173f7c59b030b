"""Places that are called by their kind alone: "the province", "the capital", "the country", "the bases"."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_phrases import Found
from scripts.annotate.place_sense import sense_of
from scripts.annotate.place_text import PlaceText
from scripts.gazetteer import Gazetteer
from scripts.records import Place

_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
_REACH = 3  # sentences
# "Misrata fighters held the city": a city that only modifies is hardly the one meant.
_REFERABLE = {"city": ("place",), "province": ("place", "modifier")}


def find_nominal(
    text: PlaceText,
    named: list[Found],
    nationalities: dict[int, str],
    lexicon: PlaceLexicon,
    gazetteer: Gazetteer,
) -> Iterator[Found]:
    """In order of the text; in doubt nothing."""
    anaphors = lexicon.maps["anaphors"]
    for at, word in enumerate(text.lowers):
        if word in anaphors and text.lower(at - 1) in _DETERMINERS and _stands_alone(text, at):
            start, kind, place = at - 1, anaphors[word], None
            if kind in ("province", "city"):
                place = _latest(text, at, named, kind)
            elif text.lower(at - 1) == "the":
                place = _only_country(text, at, named, nationalities, lexicon)
                if place is not None and kind == "capital":
                    place = _capital(place, lexicon, gazetteer)
        elif word in lexicon.facilities and _stands_alone(text, at):
            kind, (start, place) = "facility", _facility(text, at, named)
        else:
            continue
        if place is not None:
            acts = "country" if kind == "country" else None
            sense = sense_of(text.doc[start : at + 1], lexicon, acts).kind
            yield Found(start, at + 1, place, sense, "nominal")


def _stands_alone(text: PlaceText, at: int) -> bool:
    """ "the province", not "the province of X", "the city council"; no name follows in apposition."""
    if text.doc[at].pos_ != "NOUN":
        return False
    after = text.neighbour(at, at + 1)
    if after is None:
        return True
    if after.lower_ == "of" or after.pos_ == "PROPN" or (after.pos_ == "NOUN" and after.dep_ != "npadvmod"):
        return False
    return not (after.text == "," and at + 2 < len(text) and text.doc[at + 2].pos_ == "PROPN")


def _latest(text: PlaceText, at: int, named: list[Found], kind: str) -> Place | None:
    """The latest of its kind, if its sentence names no other."""
    senses = _REFERABLE[kind]
    before = [f for f in named if f.end <= at and f.place.location_type == kind and f.sense in senses]
    if not before or _sentences_between(text, before[-1].start, at) > _REACH:
        return None
    first = text.doc[before[-1].start].sent.start
    rivals = {f.place.name for f in before if f.start >= first}
    return before[-1].place if len(rivals) == 1 else None


def _only_country(
    text: PlaceText, at: int, named: list[Found], nationalities: dict[int, str], lexicon: PlaceLexicon
) -> Place | None:
    """The one country of this sentence so far and the one before it, else the only one of the document."""
    if not any(f.place.country_code for f in named):
        return None
    for low, high in ((_start_of_previous(text, at), at), (0, len(text))):
        codes = {f.place.country_code for f in named if low <= f.start < high and f.place.country_code}
        if not codes and low:
            continue
        codes |= {code for i, code in nationalities.items() if low <= i < high}
        if len(codes) == 1:
            c = lexicon.countries[min(filter(None, codes))]
            return Place(
                c.name, "country", c.country_code, None, c.latitude, c.longitude, "country", c.geonames_id
            )
        if codes:
            return None
    return None


def _start_of_previous(text: PlaceText, at: int) -> int:
    start: int = text.doc[at].sent.start
    before = start - 1
    while before > 0 and text.doc[before].pos_ == "SPACE":
        before -= 1
    return text.doc[before].sent.start if before >= 0 else 0


def _capital(country: Place, lexicon: PlaceLexicon, gazetteer: Gazetteer) -> Place | None:
    code = country.country_code or ""
    name = lexicon.countries[code].capital
    for c in gazetteer.lookup({name}).get(name, ()):
        if c.location_type == "city" and c.country_code == code:
            return Place(c.name, "city", code, c.admin1_code, c.latitude, c.longitude, "city", c.geonames_id)
    return None


def _facility(text: PlaceText, at: int, named: list[Found]) -> tuple[int, Place | None]:
    """ "the (training) bases" after bases that have a name: the same noun in the same number."""
    start = at
    while start > 0 and at - start < 2 and text.doc[start - 1].tag_ in ("NN", "VBG", "JJ"):
        start -= 1
    if text.lower(start - 1) not in _DETERMINERS:
        return at, None
    before = [f for f in named if f.place.location_type == "facility" and f.end <= at]
    same = [f for f in before if text.lowers[f.end - 1] == text.lowers[at]]
    return start, same[-1].place if len({f.place.name for f in same}) == 1 else None


def _sentences_between(text: PlaceText, first: int, second: int) -> int:
    tokens = text.doc[first + 1 : second + 1]
    return sum(1 for token in tokens if token.is_sent_start and token.pos_ != "SPACE")
