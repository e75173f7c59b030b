"""Which place a name means: by the words around it, then by the countries of the document, then by size."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from scripts.annotate.place_hints import Hints, hints_of
from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_names import Mention, Toponyms
from scripts.annotate.place_sense import LOCATIVE, MODIFIER, Sense, sense_of
from scripts.annotate.place_text import PlaceText
from scripts.gazetteer import Candidate, fold

# No town outweighs a country of its name; elsewhere the figures compare with the decimal logarithm of people.
_BASE = {"country": 20.0, "region": 7.0, "province": 4.2}
# A country whose name is also a division elsewhere, in a document that never otherwise speaks of it.
_DOUBTED_COUNTRY = 5.5
# People. Below the first a place is obscure: it needs words that place it.
_TOWN, _CITY, _METROPOLIS = 30_000, 100_000, 1_000_000
_FORMER = 10_000
# How many times as large a city is than its namesakes where nobody needs to be told which one is meant.
_DWARFS = 8


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and the place that it means."""

    mention: Mention
    candidate: Candidate
    sense: Sense

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """`share`: country -> its part of what the document says; `within`: country -> its places named."""

    share: Mapping[str, float]
    within: Mapping[str, frozenset[str]]

    def speaks_of(self, country_code: str | None, beside: str) -> bool:
        """The document speaks of the country otherwise than by the name `beside`."""
        return country_code in self.share or bool(self.within.get(country_code or "", frozenset()) - {beside})


def resolve(text: PlaceText, toponyms: Toponyms, lexicon: PlaceLexicon) -> list[Resolved]:
    """The mentions that can be told apart, in order; what stays open or doubtful is left out."""
    mentions = toponyms.mentions
    hints = hints_of(text, mentions, lexicon)
    evidence = _evidence(mentions, toponyms.countries, lexicon)
    names = frozenset(i for m in mentions for i in range(m.start, m.end))
    containers = {id(h.container) for h in hints if h.container is not None}
    readings: list[tuple[Mention, Hints, Resolved]] = []
    for at, mention in enumerate(mentions):
        fitting = hints[at].fit(mention.candidates)
        if not fitting:
            continue
        today = _current(fitting, mention)
        best = max(_not_dwarfed(today), key=lambda c: _score(c, mention, evidence, lexicon))
        best = _as_province(text, best, fitting, hints[at], mentions, at)
        sense = (
            MODIFIER
            if mention.joined
            else sense_of(text.doc[mention.start : mention.end], lexicon, _acts(best, lexicon), names)
        )
        sense = LOCATIVE if _is_dateline(text, mention) else sense
        readings.append((mention, hints[at], Resolved(mention, best, sense)))
    located = {
        fold(m.surface)
        for m, h, r in readings
        if r.sense.locative or h.kind or h.country_code or id(m) in containers
    }
    return [
        r for m, h, r in readings if _is_sure(r, h, fold(m.surface) in located, evidence, toponyms, lexicon)
    ]


def _is_dateline(text: PlaceText, m: Mention) -> bool:
    """A paragraph that opens with "(New York) - ", "Manama: " or "BAGHDAD (Reuters)"."""
    start = m.start - 1 if text.lower(m.start - 1) == "(" else m.start
    if start > 0 and "\n" not in text.doc[start - 1].text_with_ws:
        return False
    after = text.lower(m.end)
    if after == ")":
        return text.lower(m.end + 1) in ("-", "–", "—")
    return after in (":", "–", "—", "(") or (after == "-" and bool(text.doc[m.end].whitespace_))


def _current(fitting: tuple[Candidate, ...], mention: Mention) -> list[Candidate]:
    """Without a town that once bore the name ("Salisbury", now Harare), where another one bears it today."""
    key = fold(mention.surface).lower()
    today = any(c.primary and c.population >= _FORMER for c in fitting)
    return [
        c
        for c in fitting
        if c.primary
        or not today
        or c.location_type != "city"
        or SequenceMatcher(None, key, fold(c.name).lower(), autojunk=False).ratio() >= 0.6
    ] or list(fitting)


def _not_dwarfed(fitting: list[Candidate]) -> list[Candidate]:
    """Without small towns that are called like a city of many times their size: "Geneva" alone is not one
    in Illinois, whatever the article speaks of.
    """
    largest = max((c.population for c in fitting if c.location_type == "city" and c.primary), default=0)
    dwarf = min(_CITY / 2, largest / _DWARFS) if largest >= _CITY else 0
    return [c for c in fitting if c.location_type != "city" or c.population >= dwarf]


def _outweighs(city: Candidate, others: tuple[Candidate, ...]) -> bool:
    """Many times as large as each other place of the name."""
    rivals = [c.population for c in others if c != city and c.location_type == "city"]
    provinces = any(c.location_type == "province" and c.country_code != city.country_code for c in others)
    return not provinces and city.population >= _DWARFS * max(rivals, default=0)


def _acts(c: Candidate, lexicon: PlaceLexicon) -> str | None:
    if c.location_type == "country":
        return "country"
    return "capital" if c.location_type == "city" and lexicon.is_capital(c.country_code, c.name) else None


def _evidence(mentions: tuple[Mention, ...], named: Counter[str], lexicon: PlaceLexicon) -> Evidence:
    """A country's name or nationality counts for three, a capital or a place that only it has for one."""
    weights: Counter[str] = Counter({code: 3 * count for code, count in named.items()})
    within: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        best = max(mention.candidates, key=lambda c: (c.location_type == "country", c.primary, c.population))
        code = best.country_code
        if code is None:
            continue
        others = [c for c in mention.candidates if c.country_code != code]
        rivals = [c for c in others if c.location_type != "city" or c.population >= _CITY]
        if best.location_type == "country":
            weights[code] -= 3 if _is_doubled(mention) else 0
        elif not rivals and lexicon.is_capital(code, best.name):
            weights[code] += 1
        elif best.location_type in ("region", "province") and not others:
            weights[code] += 1
            within[code].add(fold(mention.surface))
        elif not rivals and best.location_type == "city" and best.primary and best.population >= _CITY:
            within[code].add(fold(mention.surface))
    total = sum(weights.values())
    share = {code: weight / total for code, weight in weights.items() if weight > 0}
    return Evidence(share, {code: frozenset(names) for code, names in within.items()})


def _is_doubled(mention: Mention) -> bool:
    """The name of a country and of a division of another one: Georgia."""
    first = mention.candidates[0]
    return first.location_type == "country" and any(
        c.location_type == "province" and c.primary and c.country_code != first.country_code
        for c in mention.candidates
    )


def _score(c: Candidate, mention: Mention, evidence: Evidence, lexicon: PlaceLexicon) -> float:
    if c.location_type == "country":
        doubted = _is_doubled(mention) and c.country_code not in evidence.share
        return _DOUBTED_COUNTRY if doubted else _BASE["country"]
    size = _BASE.get(c.location_type) or math.log10(max(c.population, 500))
    share = evidence.share.get(c.country_code or "", 0.0)
    home = 2.5 + 2.0 * share if share else 0.0
    if c.location_type == "province":
        size -= 0.0 if c.primary else 1.0
        if _is_doubled(mention):
            home = 4.5 if evidence.within.get(c.country_code or "") else 0.0
    capital = 2.0 if _acts(c, lexicon) == "capital" else 0.0
    return size + (0.8 if c.primary else 0.0) + home + capital


def _as_province(
    text: PlaceText,
    best: Candidate,
    fitting: tuple[Candidate, ...],
    hint: Hints,
    mentions: tuple[Mention, ...],
    at: int,
) -> Candidate:
    """A city that the text goes on to call "the province" is the province of its name."""
    country = best.country_code
    provinces = (
        c for c in fitting if c.location_type == "province" and c.country_code == country and c.primary
    )
    namesake = next(provinces, None)
    if best.location_type != "city" or namesake is None or hint.kind == "city":
        return best
    surface = fold(mentions[at].surface)
    alike = [(i, m) for i, m in enumerate(mentions) if fold(m.surface) == surface]
    if any(_is_called_city(text, m) for _, m in alike):
        return best
    for i, mention in alike:
        rivals = (m.start for m in mentions[i + 1 :] if m.candidates[0].location_type != "country")
        following = next(rivals, len(text))
        if any(_is_the_province(text, k) for k in range(mention.end + 1, min(following, mention.end + 60))):
            return namesake
    return best


def _is_the_province(text: PlaceText, at: int) -> bool:
    bare = text.lower(at + 1) not in ("of", "'s", "’s")
    return bare and text.lowers[at] in ("province", "governorate") and text.lower(at - 1) == "the"


def _is_called_city(text: PlaceText, m: Mention) -> bool:
    before = (text.lower(m.start - 2), text.lower(m.start - 1))
    return text.lower(m.end) in ("city", "town") or before == ("city", "of")


def _is_sure(
    r: Resolved, hint: Hints, located: bool, evidence: Evidence, toponyms: Toponyms, lexicon: PlaceLexicon
) -> bool:
    """Precision first: an obscure place needs its country in the document, a common word needs more."""
    c, word = r.candidate, r.mention.surface
    if c.location_type == "country":
        return True
    told = hint.country_code is not None and not hint.shared
    if r.end == r.start + 1 and not told and not _is_a_place_word(word, r.sense, toponyms, lexicon):
        return False
    if (
        hint.country_code is not None
        or c.location_type == "region"
        or lexicon.is_capital(c.country_code, c.name)
    ):
        return True
    at_home = evidence.speaks_of(c.country_code, fold(word))
    if c.location_type == "province":
        alone = c.primary and len({x.country_code for x in r.mention.candidates}) == 1
        return (located or not r.sense.agent) and (at_home or alone)
    if at_home:
        known = c.primary or c.population >= _TOWN
        return known and (located or (c.population >= _CITY and not r.sense.agent))
    if located and c.primary and c.population >= _CITY and _outweighs(c, r.mention.candidates):
        return True
    return located and ((c.primary and c.population >= 3 * _CITY) or c.population >= _METROPOLIS)


def _is_a_place_word(word: str, sense: Sense, toponyms: Toponyms, lexicon: PlaceLexicon) -> bool:
    """False for a common word, or a person's name in this document, unless a place is meant beyond doubt."""
    if word in lexicon["never_places"] or word in lexicon["name_heads"]:
        return sense.locative and word in lexicon["places_after_preposition"]
    return sense.locative or word not in toponyms.name_parts
