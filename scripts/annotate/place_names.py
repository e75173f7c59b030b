"""Finds names of places: the longest name that the gazetteer knows, unless it is part of a longer name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_text import PlaceText, is_proper
from scripts.gazetteer import Candidate, Gazetteer

# The longest names of countries and divisions have seven words and hyphens.
MAX_TOKENS = 8
HYPHENS = ("-", "–")
Known = dict[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start:end` carry a name that may mean one of `candidates`; `joined`: "Iran-backed"."""

    start: int
    end: int
    surface: str
    candidates: tuple[Candidate, ...]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Toponyms:
    """`mentions` in order; `nationalities`: token -> country of "Afghan"; `countries`: how often each is
    named, by itself, by nationality or inside other names; `name_parts`: single words that end a longer
    name which is no place ("Jack London")."""

    mentions: tuple[Mention, ...]
    nationalities: dict[int, str]
    countries: Counter[str]
    name_parts: frozenset[str]


def find_toponyms(text: PlaceText, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> Toponyms:
    windows = list(_windows(text, lexicon))
    known = _look_up({surface for _, ends in windows for _, surface in ends}, gazetteer)
    nationalities = {i: lexicon.demonyms[w] for i, w in enumerate(text.words) if w in lexicon.demonyms}
    countries = Counter(nationalities.values())
    mentions: list[Mention] = []
    name_parts: set[str] = set()
    covered = 0
    for start, ends in windows:
        end, surface = next(((e, s) for e, s in reversed(ends) if s in known), (0, ""))
        if start < covered or not end:
            continue
        if text.lowers[start] == "the" and text.span(start + 1, end) in known:
            continue
        covered, candidates = end, known[surface]
        if candidates[0].location_type == "country" and candidates[0].country_code:
            countries[candidates[0].country_code] += 1
        verdict = _verdict(text, start, end, candidates, lexicon, known)
        if verdict == "name" and end == start + 1:
            name_parts.add(surface)
        elif verdict in ("place", "joined"):
            mentions.append(Mention(start, end, surface, candidates, verdict == "joined"))
    return Toponyms(tuple(mentions), nationalities, countries, frozenset(name_parts))


def _windows(text: PlaceText, lexicon: PlaceLexicon) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Start of each stretch that may be a name, and its possible ends with their words, the nearest first."""
    capital = [text.capital(at) for at in range(len(text))]
    inner = lexicon["inner_words"]
    for start, word in enumerate(text.lowers):
        if not (capital[start] or word in lexicon["articles"]):
            continue
        ends = [start + 1] if capital[start] and len(word) > 1 else []
        for at in range(start + 1, min(start + MAX_TOKENS, len(text))):
            if capital[at]:
                ends.append(at + 1)
            elif text.lowers[at] not in inner:
                break
        if ends:
            yield start, [(end, text.span(start, end)) for end in ends]


def _look_up(surfaces: set[str], gazetteer: Gazetteer) -> Known:
    """Names in capitals ("BAGHDAD") are looked up as names, too; acronyms are not."""
    titles = {s: s.title() for s in surfaces if s.isupper() and len(s) >= 5}
    found = gazetteer.lookup(surfaces | set(titles.values()))
    known = {s: found.get(s) or found.get(titles.get(s, ""), ()) for s in surfaces}
    return {surface: candidates for surface, candidates in known.items() if candidates}


def _verdict(
    text: PlaceText,
    start: int,
    end: int,
    candidates: tuple[Candidate, ...],
    lexicon: PlaceLexicon,
    known: Known,
) -> str:
    """`place`, `joined` (a modifier by hyphen), `name` (ends a longer name that is no place) or `reject`."""
    single, token = end == start + 1, text.doc[start]
    is_country = candidates[0].location_type == "country"
    if (
        not is_country
        and single
        and not is_proper(token)
        and not _is_mistagged(text, token, candidates, lexicon)
    ):
        return "reject"
    before, after = text.neighbour(start, start - 1), text.neighbour(end - 1, end)
    if before is not None and (verdict := _before(text, before, lexicon)):
        return verdict
    if after is None:
        return "place"
    if after.text in HYPHENS and text.attached(end) and end + 1 < len(text) and text.attached(end + 1):
        return "joined"
    if is_proper(after) and after.text not in lexicon["transparent_after"] | lexicon["times"]:
        follows = known.get(after.text)
        starts_a_place = follows is not None and follows[0].location_type == "country"
        return "place" if starts_a_place or after.lower_ in lexicon.facilities else "reject"
    return "place"


def _is_mistagged(
    text: PlaceText, token: Token, candidates: tuple[Candidate, ...], lexicon: PlaceLexicon
) -> bool:
    """The tagger takes rare names for other words: "Aleppo city was quiet"."""
    if token.tag_ in ("VBG", "VBN", "RB", "MD", "PRP") or not text.capital(token.i):
        return False
    after = text.lower(token.i + 1)
    known = candidates[0].primary and candidates[0].population >= 200_000
    typed = after in lexicon["province_words"] or after in ("city", "town")
    return typed or (known and token.text not in lexicon["never_places"])


def _before(text: PlaceText, before: Token, lexicon: PlaceLexicon) -> str | None:
    """What the token before a name makes of it, if anything."""
    at, word = before.i, before.lower_
    if word in HYPHENS and text.attached(at) and text.attached(at + 1):
        earlier = text.doc[at - 1]
        return "joined" if earlier.text in lexicon.demonyms or is_proper(earlier) else "reject"
    if word in lexicon["name_particles"]:
        return "name"
    head = at - 1 if word == "of" else at - 2 if word == "the" and text.lower(at - 1) == "of" else -1
    if head >= 0:
        return "reject" if text.words[head] in lexicon["name_heads"] else None
    if not is_proper(before) and word.rstrip(".") not in lexicon["person_titles"]:
        return None
    kinds = lexicon["province_words"] | lexicon["city_words"] | lexicon["city_parts"]
    if word in kinds or word in lexicon.maps["directions"] or before.text in lexicon["times"]:
        return None
    return None if before.text in lexicon.demonyms else "name"
