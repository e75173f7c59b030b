"""Which place a name means: the words around it first, then the countries that the document speaks of, then size."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_names import Mention, Toponyms
from scripts.annotate.place_sense import MODIFIER, Sense, sense_of
from scripts.gazetteer import Candidate, fold

_BASE = {"country": 9.0, "region": 7.0, "province": 4.2}


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
class Hints:
    """What the words beside a mention say: the country or division that holds it, and whether it is a city."""

    country_code: str | None = None
    admin1_code: str | None = None
    kind: str | None = None  # province | city

    def fit(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Candidates that agree; each hint that nothing agrees with is passed over."""
        for name, value in (
            ("country_code", self.country_code),
            ("admin1_code", self.admin1_code),
            ("location_type", self.kind),
        ):
            agreeing = tuple(c for c in candidates if value is not None and getattr(c, name) == value)
            candidates = agreeing or candidates
        return candidates


def resolve(doc: Doc, toponyms: Toponyms, lexicon: PlaceLexicon) -> list[Resolved]:
    """The mentions that can be told apart, in order; what stays open or doubtful is left out."""
    mentions = toponyms.mentions
    hints = _hints(doc, mentions, lexicon)
    shared = _shared_hints(mentions, hints)
    evidence = _evidence(mentions, toponyms.countries, lexicon)
    senses: list[Sense] = []
    chosen: list[Candidate] = []
    for at, mention in enumerate(mentions):
        hint = (
            hints[at]
            if hints[at].country_code
            else replace(shared[fold(mention.surface)], kind=hints[at].kind)
        )
        fitting = hint.fit(mention.candidates)
        best = max(fitting, key=lambda c: _score(c, evidence, lexicon))
        chosen.append(_as_province(doc, best, fitting, hint, mentions, at))
        acts = best.location_type == "country" or lexicon.is_capital(best.country_code, best.name)
        sense = MODIFIER if mention.joined else sense_of(doc[mention.start : mention.end], lexicon, acts=acts)
        senses.append(sense)
    located = {
        fold(m.surface)
        for m, s, h in zip(mentions, senses, hints, strict=True)
        if s.locative or h.kind or h.country_code
    }
    out = []
    for at, mention in enumerate(mentions):
        told = bool(hints[at].country_code or shared[fold(mention.surface)].country_code)
        if _is_sure(
            mention,
            chosen[at],
            senses[at],
            told,
            fold(mention.surface) in located,
            evidence,
            toponyms,
            lexicon,
        ):
            out.append(Resolved(mention, chosen[at], senses[at]))
    return out


def _hints(doc: Doc, mentions: tuple[Mention, ...], lexicon: PlaceLexicon) -> list[Hints]:
    starts = {m.start: m for m in mentions}
    ends = {m.end: m for m in mentions}
    return [_hint(doc, m, starts, ends, lexicon) for m in mentions]


def _hint(
    doc: Doc, m: Mention, starts: dict[int, Mention], ends: dict[int, Mention], lexicon: PlaceLexicon
) -> Hints:
    kind, end, start = None, m.end, m.start
    if end < len(doc) and doc[end].lower_ in lexicon["province_words"]:
        kind, end = "province", end + 1
    elif end < len(doc) and doc[end].lower_ in ("city", "town", "village"):
        kind, end = "city", end + 1
    if start >= 2 and doc[start - 1].lower_ == "of":
        word = doc[start - 2].lower_
        kind = (
            "province"
            if word in lexicon["province_words"]
            else "city"
            if word in lexicon["city_words"]
            else kind
        )
        start -= 2
    elif start >= 1 and doc[start - 1].lower_ in ("capital", "city", "town"):
        kind, start = "city", start - 1
    container = _container_after(doc, end, starts) or _container_before(doc, start, ends)
    if (
        container is not None
        and container is not m
        and container.candidates[0].location_type in ("country", "province")
    ):
        outer = container.candidates[0]
        return Hints(outer.country_code, outer.admin1_code, kind)
    return Hints(_demonym_before(doc, start, lexicon), None, kind)


def _container_after(doc: Doc, end: int, starts: dict[int, Mention]) -> Mention | None:
    """ "Herat, Afghanistan", "Aleppo in northern Syria"."""
    if end < len(doc) and doc[end].lower_ in (",", "in", "("):
        for at in range(end + 1, min(end + 4, len(doc))):
            if at in starts:
                return starts[at]
            if doc[at].is_punct or doc[at].pos_ in ("VERB", "SPACE", "NUM"):
                break
    return None


def _container_before(doc: Doc, start: int, ends: dict[int, Mention]) -> Mention | None:
    """ "Yemen's Hodeidah", "Syria's eastern city of Deir ez-Zor"."""
    for at in range(start - 1, max(start - 4, 0), -1):
        if doc[at].lower_ in ("'s", "’s", "'", "’"):
            return ends.get(at)
        if doc[at].pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    return None


def _demonym_before(doc: Doc, start: int, lexicon: PlaceLexicon) -> str | None:
    """ "the Iraqi province of Anbar", "the Afghan capital, Kabul"."""
    named = False
    for at in range(start - 1, max(start - 5, -1), -1):
        word = doc[at]
        if word.text in lexicon.demonyms:
            return lexicon.demonyms[word.text] if named else None
        named = named or word.lower_ in lexicon["city_words"] | lexicon["province_words"]
        if not (word.text in (",", "of", "-") or word.pos_ in ("ADJ", "NOUN", "PROPN", "ADV")):
            break
    if named or start < len(doc):
        at = start
        if at < len(doc) and doc[at].lower_ in lexicon["city_words"] | lexicon["province_words"]:
            for back in range(at - 1, max(at - 4, -1), -1):
                if doc[back].text in lexicon.demonyms:
                    return lexicon.demonyms[doc[back].text]
                if doc[back].pos_ not in ("ADJ", "NOUN", "PROPN"):
                    break
    return None


def _shared_hints(mentions: tuple[Mention, ...], hints: list[Hints]) -> dict[str, Hints]:
    """A name that is explained once, and never otherwise, means the same everywhere in the document."""
    told: defaultdict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for mention, hint in zip(mentions, hints, strict=True):
        if hint.country_code and any(c.country_code == hint.country_code for c in mention.candidates):
            told[fold(mention.surface)].add((hint.country_code, hint.admin1_code))
    out: defaultdict[str, Hints] = defaultdict(Hints)
    for name, values in told.items():
        if len({country for country, _ in values}) == 1:
            out[name] = Hints(next(iter(values))[0], next(iter(values))[1] if len(values) == 1 else None)
    return out


def _evidence(mentions: tuple[Mention, ...], named: Counter[str], lexicon: PlaceLexicon) -> dict[str, float]:
    """Country -> share of what the document says about countries; capitals count for a third of a mention."""
    weights: Counter[str] = Counter({code: 3 * count for code, count in named.items()})
    for mention in mentions:
        best = max(mention.candidates, key=lambda c: (c.primary, c.population))
        if best.location_type == "city" and lexicon.is_capital(best.country_code, best.name):
            weights[best.country_code or ""] += 1
        elif (
            best.location_type in ("region", "province")
            and len({c.country_code for c in mention.candidates}) == 1
        ):
            weights[best.country_code or ""] += 1
    weights.pop("", None)
    return {code: weight / sum(weights.values()) for code, weight in weights.items()}


def _score(c: Candidate, evidence: dict[str, float], lexicon: PlaceLexicon) -> float:
    size = _BASE.get(c.location_type) or math.log10(max(c.population, 500))
    if c.location_type == "province" and not c.primary:
        size -= 1.0
    home = 2.5 + 2.0 * evidence[c.country_code] if c.country_code in evidence else 0.0
    capital = 2.0 if c.location_type == "city" and lexicon.is_capital(c.country_code, c.name) else 0.0
    return size + (0.8 if c.primary else 0.0) + (home if c.location_type != "country" else 0.0) + capital


def _as_province(
    doc: Doc,
    best: Candidate,
    fitting: tuple[Candidate, ...],
    hint: Hints,
    mentions: tuple[Mention, ...],
    at: int,
) -> Candidate:
    """A city that the text goes on to call "the province" is the province of its name."""
    namesake = next(
        (
            c
            for c in fitting
            if c.location_type == "province" and c.country_code == best.country_code and c.primary
        ),
        None,
    )
    if best.location_type != "city" or namesake is None or hint.kind == "city":
        return best
    surface = fold(mentions[at].surface)
    explicit = [i for i, m in enumerate(mentions) if fold(m.surface) == surface and m.end < len(doc)]
    cities = any(
        doc[mentions[i].end].lower_ in ("city", "town") or _is_called(doc, mentions[i].start, "city")
        for i in explicit
    )
    for i, mention in enumerate(mentions):
        following = mentions[i + 1].start if i + 1 < len(mentions) else len(doc)
        if fold(mention.surface) != surface:
            continue
        for token in doc[mention.end : min(following, mention.end + 60)]:
            bare = token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in ("of", "'s", "’s")
            if (
                token.lower_ in ("province", "governorate")
                and doc[token.i - 1].lower_ == "the"
                and bare
                and not cities
            ):
                return namesake
    return best


def _is_called(doc: Doc, start: int, word: str) -> bool:
    return start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == word


def _is_sure(
    mention: Mention,
    c: Candidate,
    sense: Sense,
    told: bool,
    located: bool,
    evidence: dict[str, float],
    toponyms: Toponyms,
    lexicon: PlaceLexicon,
) -> bool:
    """Precision first: an obscure place needs its country in the document, a word that is also a name needs more."""
    if c.location_type == "country" or told:
        return True
    single = mention.end == mention.start + 1
    if single and mention.surface in lexicon["never_places"]:
        if mention.surface not in lexicon["places_after_preposition"] or not sense.locative:
            return False
    if single and mention.surface in toponyms.name_parts and not sense.locative:
        return False
    if c.location_type == "region" or lexicon.is_capital(c.country_code, c.name):
        return True
    if not located and c.population < 1_000_000:
        return False
    if c.country_code in evidence:
        return c.location_type == "province" or c.primary or c.population >= 10_000
    if c.location_type == "province":
        return (
            c.primary
            and "-" in (c.admin1_code or "")
            and len({x.country_code for x in mention.candidates}) == 1
        )
    return c.primary and c.population >= 300_000 or c.population >= 1_500_000
