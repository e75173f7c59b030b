"""The component `places`: `doc.spans["places"]`, disjoint, in order of the text.

Each span has `span._.place: Place`, `span._.mention_type` (`named`, `nominal`) and `span._.place_sense`:
`place` where the words mean the place, `actor` where they mean the state that acts ("Tehran denied"),
`modifier` before a noun ("Herat police").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from scripts.annotate.place_anaphora import find_nominal
from scripts.annotate.place_described import find_described
from scripts.annotate.place_facilities import find_facilities
from scripts.annotate.place_lexicon import PlaceLexicon, place_lexicon
from scripts.annotate.place_names import find_toponyms
from scripts.annotate.place_phrases import Found, find_borders, find_parts, named_place
from scripts.annotate.place_resolution import resolve
from scripts.annotate.place_text import PlaceText
from scripts.gazetteer import Gazetteer

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
        named = list(_disjoint([*phrases, *(named_place(r) for r in resolved)]))
        nominal = find_nominal(text, named, toponyms.nationalities, lexicon, self.gazetteer)
        doc.spans["places"] = [_span(doc, found) for found in _disjoint([*named, *nominal])]
        return doc


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
