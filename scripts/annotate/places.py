"""The component `places`: `doc.spans["places"]`, disjoint, in order of the text.

Each span has `span._.place: Place`, `span._.mention_type` (`named`, `nominal`) and `span._.place_sense`:
`place` where the words mean the place, `actor` where they mean the state that acts ("Tehran denied"),
`modifier` before a noun ("Herat police").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from scripts.annotate.place_anaphora import find_nominal
from scripts.annotate.place_described import find_described
from scripts.annotate.place_facilities import find_facilities
from scripts.annotate.place_lexicon import PlaceLexicon, place_lexicon
from scripts.annotate.place_names import find_toponyms
from scripts.annotate.place_phrases import Found, find_borders, find_parts, named_place, with_label
from scripts.annotate.place_resolution import Resolved, resolve
from scripts.annotate.place_text import PlaceText
from scripts.gazetteer import Gazetteer

# Tokens: how far back a place still tells where the text is.
BEFORE = 150

Span.set_extension("place", default=None, force=True)
Span.set_extension("place_sense", default=None, force=True)
Span.set_extension("mention_type", default=None, force=True)


class Places:
    """Finds the places of one document from its own words alone."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self.gazetteer = gazetteer
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        text, lexicon = PlaceText.of(doc), self.lexicon
        toponyms = find_toponyms(text, self.gazetteer, lexicon)
        resolved = resolve(text, toponyms, lexicon)
        phrases = [
            *find_borders(text, resolved, toponyms.nationalities, lexicon),
            *find_facilities(text, resolved, lexicon),
            *find_parts(text, resolved, lexicon),
            *find_described(text, resolved, lexicon),
        ]
        phrases = _located(phrases, toponyms.countries, resolved)
        named = list(_disjoint([*phrases, *(with_label(text, named_place(r), lexicon) for r in resolved)]))
        nominal = find_nominal(text, named, toponyms.nationalities, lexicon, self.gazetteer)
        doc.spans["places"] = [_span(doc, found) for found in _disjoint([*named, *nominal])]
        return doc


def _located(found: list[Found], countries: Counter[str], resolved: list[Resolved]) -> list[Found]:
    """Places that nothing behind them puts anywhere lie where a place is that they are named after, where the
    last place before them is, or in the country that the text names twice as often as any other.
    """
    most = countries.most_common(2)
    home = most[0][0] if most and (len(most) == 1 or most[0][1] >= 2 * most[1][1]) else None
    known = {r.candidate.name: r.candidate.country_code for r in resolved}
    placed = {r.start: r.candidate.country_code for r in resolved if r.sense.locative}
    told = {f.place.name: f.place.country_code for f in found if f.place.country_code}
    out = []
    for f in sorted(found, key=lambda f: f.start):
        code = f.place.country_code or told.get(f.place.name)
        if code is None and f.place.location_type in ("facility", "city", "region", "other"):
            namesake = next((known[w] for w in f.place.name.split() if known.get(w)), None)
            before = [i for i, country in placed.items() if f.start - BEFORE < i < f.start and country]
            near = before and f.place.location_type != "facility"
            code = namesake or (placed[max(before)] if near else None) or home
        placed.setdefault(f.start, code)
        if code:
            told.setdefault(f.place.name, code)
        out.append(replace(f, place=replace(f.place, country_code=code)))
    return out


def _disjoint(found: Iterable[Found]) -> Iterator[Found]:
    """The longest of those that overlap, in order of the text."""
    taken: set[int] = set()
    kept = []
    for item in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if taken.isdisjoint(range(item.start, item.end)):
            taken.update(range(item.start, item.end))
            kept.append(item)
    yield from sorted(kept, key=lambda f: f.start)


def _span(doc: Doc, found: Found) -> Span:
    span = Span(doc, found.start, found.end)
    span._.place = found.place
    span._.place_sense = found.sense
    span._.mention_type = found.mention_type
    return span


@Language.factory("places")
def create_places(nlp: Language, name: str) -> Places:
    return Places(Gazetteer.load(), place_lexicon())
