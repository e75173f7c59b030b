"""Facilities that a name tells apart ("Bagram Air Base", "the Iranian consulate in Herat"), or the place
where they are ("a camp near Herat").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_phrases import Found
from scripts.annotate.place_resolution import Resolved
from scripts.annotate.place_text import PlaceText, is_proper
from scripts.records import Place

_NOUNS = ("NOUN", "PROPN")
_REACH = 6  # tokens between a facility and the place behind it
_PREMODIFIERS = ("POS", "HYPH", "NNP", "NNPS", "NN", "JJ", "NNS")


def find_facilities(text: PlaceText, resolved: list[Resolved], lexicon: PlaceLexicon) -> list[Found]:
    """Noun phrases headed by a facility noun that carry a name; type facility, precision vague."""
    found = list(_find(text, resolved, lexicon))
    countries: dict[str, str] = {}
    for item in found:
        if item.place.country_code:
            countries.setdefault(item.place.name, item.place.country_code)
    return [
        replace(f, place=replace(f.place, country_code=f.place.country_code or countries.get(f.place.name)))
        for f in found
    ]


def _find(text: PlaceText, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    for at, word in enumerate(text.lowers):
        if word not in lexicon.facilities or text.doc[at].pos_ not in _NOUNS:
            continue
        head = text.doc[at]
        start, end = _extent(text, head, lexicon)
        if end and _is_named(text, start, at, resolved, lexicon) and _is_somewhere(text, head, end, lexicon):
            country = _country(text, start, end, at, resolved, lexicon)
            yield Found(start, end, Place(_name(text, start, end, at, lexicon), "facility", country), "place")
        elif (
            end
            and lexicon.facilities[word] in lexicon["sited_words"]
            and _is_somewhere(text, head, end, lexicon)
        ):
            site = _site(text, end, resolved, lexicon)
            if site is not None:
                place = Place(text.span(start, site.end), "facility", site.candidate.country_code)
                yield Found(start, end, place, "place", "nominal")


def _site(text: PlaceText, end: int, resolved: list[Resolved], lexicon: PlaceLexicon) -> Resolved | None:
    """The known place right behind: "a camp outside X", "a depot on the outskirts of X"."""
    if text.lower(end) not in lexicon["site_prepositions"]:
        return None
    near = [r for r in resolved if end < r.start <= end + _REACH]
    between = text.doc[end : near[0].start] if near else ()
    apart = any(t.is_punct or t.pos_ in ("VERB", "AUX", "CCONJ", "PRON") for t in between)
    return near[0] if near and not apart else None


def _extent(text: PlaceText, head: Token, lexicon: PlaceLexicon) -> tuple[int, int]:
    """The noun phrase without its article; (0, 0) when the noun only modifies another."""
    end = head.i + 1
    if text.lower(end) in lexicon["building_words"]:
        end += 1
    after = text.neighbour(end - 1, end)
    if after is not None and (
        after.pos_ in _NOUNS or after.tag_ == "POS" or (text.attached(end) and after.text == "-")
    ):
        return 0, 0
    start, first = head.i, head.sent.start
    while start > first and _belongs(text.doc[start - 1]):
        start -= 1
    while start < head.i and not _may_begin(text.doc[start], lexicon):
        start += 1
    return start, end


def _belongs(token: Token) -> bool:
    if token.tag_ == "NNS":
        return token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"
    return token.tag_ in _PREMODIFIERS or token.text in ("-", "–") or token.lower_ in ("al", "el")


def _may_begin(token: Token, lexicon: PlaceLexicon) -> bool:
    return token.tag_ in ("NNP", "NNPS", "NN", "NNS", "JJ") and token.lower_ not in lexicon["plain_modifiers"]


def _name(text: PlaceText, start: int, end: int, head: int, lexicon: PlaceLexicon) -> str:
    """As it is written; an embassy by whose it is and what it is, however the text puts that."""
    word = lexicon.facilities[text.lowers[head]]
    owner = next((w for w in text.words[start:head] if w in lexicon.demonyms), None)
    return f"{owner} {word}" if owner and word in lexicon["diplomatic_words"] else text.span(start, end)


def _is_named(
    text: PlaceText, start: int, head: int, resolved: list[Resolved], lexicon: PlaceLexicon
) -> bool:
    inside = text.doc[start:head]
    proper = any(is_proper(t) and t.text not in lexicon.demonyms for t in inside)
    local = any(start <= r.start < head for r in resolved)
    national = local or any(t.text in lexicon.demonyms for t in inside)
    word = lexicon.facilities[text.lowers[head]]
    if word in lexicon["weak_facility_words"]:
        return proper and is_proper(text.doc[head - 1]) and is_proper(text.doc[head])
    if word in lexicon["diplomatic_words"]:
        return proper or national
    return proper or (national and any(t.tag_ == "POS" for t in inside))


def _is_somewhere(text: PlaceText, head: Token, end: int, lexicon: PlaceLexicon) -> bool:
    """A facility in a title or as a speaker is a body, not a place."""
    if lexicon.facilities[head.lower_] in lexicon["diplomatic_words"]:
        return True
    token = text.doc[end - 1]
    for _ in range(4):
        governor = token.head
        if token.dep_ == "pobj":
            outer = governor.head.lower_ if governor.lower_ == "of" else governor.lower_  # "outside of"
            return outer in lexicon["facility_prepositions"]
        if token.dep_ in ("dobj", "nsubj", "nsubjpass"):
            return governor.lemma_ in lexicon["facility_verbs"] or _is_located(governor, lexicon)
        if token.dep_ not in ("compound", "conj", "appos", "poss"):
            return False
        token = governor
    return False


def _is_located(verb: Token, lexicon: PlaceLexicon) -> bool:
    places = lexicon["facility_prepositions"]
    return verb.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ in places for c in verb.children)


def _country(
    text: PlaceText, start: int, end: int, head: int, resolved: list[Resolved], lexicon: PlaceLexicon
) -> str | None:
    """ "in X" after it; the place in its own name; else the place nearest before it in its sentence."""
    if text.lower(end) in ("in", "near", "outside", "at", "of", ","):
        for item in resolved:
            if end < item.start <= end + 3:
                return item.candidate.country_code
    own = [r for r in resolved if start <= r.start and r.end <= end]
    if own and lexicon.facilities[text.lowers[head]] not in lexicon["diplomatic_words"]:
        return own[-1].candidate.country_code
    first = text.doc[head].sent.start
    before = [r for r in resolved if first <= r.start and r.end <= start and r.sense.locative]
    return before[-1].candidate.country_code if before else None
