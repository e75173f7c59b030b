"""Finds names of places in a Doc: the longest name that the gazetteer knows, unless it is part of a longer name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.gazetteer import Candidate, Gazetteer

MAX_TOKENS = 8
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]|[ldLD]['’][A-Z]")
_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ez", "es", "the"})
_INNER = frozenset({"-", "–", "of", "and", "the", "de", "del", "la", "le", "les", "los", "du", "da", "do", "dos", "des", "di", "i", "e", "y",
                    "el", "al", "ez", "es", "az", "ad", "ar", "as", "upon", "on", "sur", "'s", "’s", "en", "am"})  # fmt: skip
_NAME_PARTICLES = frozenset({"bin", "ibn", "van", "von", "abu", "bint"})
_TIMES = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
                    "April", "May", "June", "July", "August", "September", "October", "November", "December"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start:end` of the Doc carry a name that may mean one of `candidates`; `joined`: "Iran-backed"."""

    start: int
    end: int
    surface: str
    candidates: tuple[Candidate, ...]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Toponyms:
    """`mentions` in order; `countries`: how often the Doc names each country, by name, demonym or inside other names;
    `name_parts`: single words that end a longer name which is no place ("Lloyd Austin")."""

    mentions: tuple[Mention, ...]
    countries: Counter[str]
    name_parts: frozenset[str]


def find_toponyms(doc: Doc, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> Toponyms:
    windows = [(start, ends) for start, ends in _windows(doc)]
    texts = {doc[s:e].text for s, ends in windows for e in ends}
    known = gazetteer.lookup(texts | {_title(t) for t in texts if _shouts(t)})
    mentions: list[Mention] = []
    countries: Counter[str] = Counter(lexicon.demonyms[t.text] for t in doc if t.text in lexicon.demonyms)
    name_parts: set[str] = set()
    covered = 0
    for start, ends in windows:
        if start < covered:
            continue
        end = next((e for e in reversed(ends) if _candidates(known, doc[start:e].text)), None)
        if end is None:
            continue
        if doc[start].lower_ == "the" and end > start + 1 and _candidates(known, doc[start + 1 : end].text):
            continue
        covered = end
        candidates = _candidates(known, doc[start:end].text)
        if candidates[0].location_type == "country" and candidates[0].country_code:
            countries[candidates[0].country_code] += 1
        verdict = _boundary(doc, start, end, candidates, lexicon, known)
        if verdict == "name":
            if end == start + 1:
                name_parts.add(doc[start].text)
        elif verdict != "reject":
            mentions.append(Mention(start, end, doc[start:end].text, candidates, verdict == "joined"))
    return Toponyms(tuple(mentions), countries, frozenset(name_parts))


def is_capitalised(token: Token) -> bool:
    return _CAPITAL.match(token.text) is not None


def is_proper(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") and is_capitalised(token)


def _windows(doc: Doc) -> Iterator[tuple[int, list[int]]]:
    """Start of each stretch that may be a name, and its possible ends, the nearest first."""
    for token in doc:
        start = token.i
        if token.pos_ == "SPACE" or not (is_capitalised(token) or token.lower_ in _ARTICLES):
            continue
        ends = [start + 1] if is_capitalised(token) and len(token.text) > 1 else []
        for at in range(start + 1, min(start + MAX_TOKENS, len(doc))):
            inner = doc[at]
            if is_capitalised(inner):
                ends.append(at + 1)
            elif inner.lower_ not in _INNER:
                break
        if ends:
            yield start, ends


def _candidates(known: dict[str, tuple[Candidate, ...]], text: str) -> tuple[Candidate, ...]:
    return known.get(text) or (known.get(_title(text), ()) if _shouts(text) else ())


def _shouts(text: str) -> bool:
    return text.isupper() and len(text) >= 5


def _title(text: str) -> str:
    return text.title()


def _boundary(
    doc: Doc,
    start: int,
    end: int,
    candidates: tuple[Candidate, ...],
    lexicon: PlaceLexicon,
    known: dict[str, tuple[Candidate, ...]],
) -> str:
    """`place`, `joined` (a modifier by hyphen), `name` (ends a longer name that is no place) or `reject`."""
    is_country = candidates[0].location_type == "country"
    single = end == start + 1
    if (
        not is_country
        and single
        and not is_proper(doc[start])
        and not _is_mistagged(doc, start, candidates, lexicon)
    ):
        return "reject"
    before, after = _same_sentence(doc, start, start - 1), _same_sentence(doc, start, end)
    if before is not None and (verdict := _before(doc, before, lexicon)):
        return verdict
    if after is None:
        return "place"
    if after.text in ("-", "–") and not doc[end - 1].whitespace_ and not after.whitespace_:
        return "joined"
    if is_proper(after) and after.text not in lexicon["transparent_after"] and after.text not in _TIMES:
        follows = known.get(after.text)
        starts_a_place = follows is not None and follows[0].location_type == "country"
        return "place" if starts_a_place or after.lower_ in lexicon.facilities else "reject"
    return "place"


def _is_mistagged(doc: Doc, at: int, candidates: tuple[Candidate, ...], lexicon: PlaceLexicon) -> bool:
    """The tagger takes rare names for other words: "Aleppo city was quiet"."""
    after = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    typed = after in lexicon["province_words"] or after in ("city", "town")
    known = candidates[0].primary and candidates[0].population >= 200_000
    if not is_capitalised(doc[at]) or doc[at].tag_ in ("VBG", "VBN", "RB", "MD", "PRP"):
        return False
    return typed or (known and doc[at].text not in lexicon["never_places"])


def _before(doc: Doc, before: Token, lexicon: PlaceLexicon) -> str | None:
    """What the token before a name makes of it, if anything."""
    if (
        before.text in ("-", "–")
        and not before.whitespace_
        and before.i
        and not doc[before.i - 1].whitespace_
    ):
        earlier = doc[before.i - 1]
        return "joined" if earlier.text in lexicon.demonyms or is_proper(earlier) else "reject"
    if before.lower_ in _NAME_PARTICLES:
        return "name"
    if before.lower_ == "of" and before.i and doc[before.i - 1].text in lexicon["name_heads"]:
        return "reject"
    if before.lower_ == "the" and before.i > 1 and doc[before.i - 1].lower_ == "of":
        return "reject" if doc[before.i - 2].text in lexicon["name_heads"] else None
    if not is_proper(before) and before.lower_.rstrip(".") not in lexicon["person_titles"]:
        return None
    if (
        before.text in _TIMES
        or before.text in lexicon.demonyms
        or before.lower_ in lexicon.maps["directions"]
    ):
        return None
    if before.lower_ in lexicon["province_words"] | lexicon["city_words"] or before.text in (
        "Downtown",
        "Greater",
    ):
        return None
    return "name"


def _same_sentence(doc: Doc, anchor: int, at: int) -> Token | None:
    if not 0 <= at < len(doc) or doc[at].pos_ == "SPACE":
        return None
    low, high = min(anchor, at), max(anchor, at)
    return None if any(doc[i].is_sent_start for i in range(low + 1, high + 1)) else doc[at]
