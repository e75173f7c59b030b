"""Places that are called by their kind alone: "the province", "the capital", "the country", "the bases"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from scripts.annotate.place_facilities import is_facility_noun
from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_phrases import Found
from scripts.annotate.place_sense import sense_of
from scripts.gazetteer import Candidate, Gazetteer
from scripts.records import Place

_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
_REACH = 3  # sentences
_REFERABLE = {"city": ("place",), "province": ("place", "modifier")}


def find_nominal(
    doc: Doc, named: list[Found], lexicon: PlaceLexicon, gazetteer: Gazetteer
) -> Iterator[Found]:
    """In order of the text; in doubt nothing."""
    for token in doc:
        if token.i == 0 or not _stands_alone(doc, token):
            continue
        start = token.i - 1
        kind = lexicon.maps["anaphors"].get(token.lower_)
        place: Place | None = None
        if kind in ("province", "city"):
            place = _latest(doc, token, named, kind)
        elif kind == "country":
            place = _only_country(doc, token, named, lexicon)
        elif kind == "capital":
            country = _only_country(doc, token, named, lexicon)
            place = _capital(country, lexicon, gazetteer) if country else None
        else:
            start, place = _facility(doc, token, named, lexicon)
        if place is not None:
            span = Span(doc, start, token.i + 1)
            yield Found(
                start,
                token.i + 1,
                place,
                sense_of(span, lexicon, "country" if kind == "country" else None).kind,
                "nominal",
            )


def _stands_alone(doc: Doc, token: Token) -> bool:
    """ "the province", not "the province of X", "the country music"."""
    if token.pos_ != "NOUN":
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and (
        after.lower_ == "of" or is_name(after) or (after.pos_ == "NOUN" and after.dep_ != "npadvmod")
    ):
        return False
    if after is not None and after.text == "," and token.i + 2 < len(doc) and is_name(doc[token.i + 2]):
        return False  # an apposition: the name itself is the mention
    return True


def is_name(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _latest(doc: Doc, token: Token, named: list[Found], kind: str) -> Place | None:
    if doc[token.i - 1].lower_ not in _DETERMINERS:
        return None
    before = [
        f for f in named if f.end <= token.i and f.place.location_type == kind and f.sense in _REFERABLE[kind]
    ]
    if not before or _sentences_between(doc, before[-1].start, token.i) > _REACH:
        return None
    place = before[-1].place
    first = doc[before[-1].start].sent.start
    rivals = {f.place.name for f in before if f.start >= first}
    return place if len(rivals) == 1 else None


def _only_country(doc: Doc, token: Token, named: list[Found], lexicon: PlaceLexicon) -> Place | None:
    """The one country of this sentence up to here and of the one before it, else the only one of the document."""
    if doc[token.i - 1].lower_ != "the":
        return None
    sentence = token.sent
    previous = doc[sentence.start - 1].sent.start if sentence.start else 0
    if sentence.start and doc[sentence.start - 1].pos_ == "SPACE" and sentence.start > 1:
        previous = doc[sentence.start - 2].sent.start
    for low, high in ((previous, token.i), (0, len(doc))):
        codes = {f.place.country_code for f in named if low <= f.start < high and f.place.country_code}
        if not codes and low:
            continue
        codes |= {lexicon.demonyms[t.text] for t in doc[low:high] if t.text in lexicon.demonyms}
        if not any(f.place.country_code for f in named):
            return None
        if len(codes) == 1:
            country = lexicon.countries[next(iter(c for c in codes if c))]
            return Place(country.name, "country", country.country_code, None, country.latitude, country.longitude, "country",
                         country.geonames_id)  # fmt: skip
        if codes:
            return None
    return None


def _capital(country: Place, lexicon: PlaceLexicon, gazetteer: Gazetteer) -> Place | None:
    names = {lexicon.countries[country.country_code or ""].capital}
    fitting: list[Candidate] = [
        c for candidates in gazetteer.lookup(names).values() for c in candidates
        if c.location_type == "city" and c.country_code == country.country_code
    ]  # fmt: skip
    if not fitting:
        return None
    c = max(fitting, key=lambda x: x.population)
    return Place(
        c.name, "city", c.country_code, c.admin1_code, c.latitude, c.longitude, "city", c.geonames_id
    )


def _facility(doc: Doc, token: Token, named: list[Found], lexicon: PlaceLexicon) -> tuple[int, Place | None]:
    """ "the (training) bases" after bases that have a name: the same noun in the same number."""
    start = token.i
    while start > 0 and doc[start - 1].tag_ in ("NN", "VBG", "JJ") and token.i - start < 2:
        start -= 1
    if not is_facility_noun(token, lexicon) or start == 0 or doc[start - 1].lower_ not in _DETERMINERS:
        return token.i, None
    before = [
        f
        for f in named
        if f.place.location_type == "facility" and f.end <= token.i and doc[f.end - 1].lower_ == token.lower_
    ]
    names = {f.place.name for f in before}
    return start, before[-1].place if len(names) == 1 else None


def _sentences_between(doc: Doc, first: int, second: int) -> int:
    return sum(1 for token in doc[first + 1 : second + 1] if token.is_sent_start and token.pos_ != "SPACE")
