"""What the words beside a name say: what holds it ("Herat, Afghanistan"), and its kind ("Herat province")."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_names import Mention
from scripts.annotate.place_text import PlaceText
from scripts.gazetteer import Candidate, fold


@dataclass(frozen=True, slots=True)
class Hints:
    """`container`: the mention that says where; `shared`: said at another mention of the same name."""

    country_code: str | None = None
    admin1_code: str | None = None
    kind: str | None = None  # province | city
    container: Mention | None = None
    shared: bool = False

    def fit(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Candidates that agree; none when the country said has no place of this name; the kind yields."""
        if self.country_code is not None:
            candidates = tuple(c for c in candidates if c.country_code == self.country_code)
        inside = tuple(c for c in candidates if self.admin1_code and c.admin1_code == self.admin1_code)
        candidates = inside or candidates
        return tuple(c for c in candidates if c.location_type == self.kind) or candidates


def hints_of(text: PlaceText, mentions: tuple[Mention, ...], lexicon: PlaceLexicon) -> list[Hints]:
    """One for each mention. A name that is explained once, and never otherwise, means the same everywhere."""
    starts, ends = {m.start: m for m in mentions}, {m.end: m for m in mentions}
    own = [_hint(text, m, starts, ends, lexicon) for m in mentions]
    told: defaultdict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for mention, hint in zip(mentions, own, strict=True):
        if hint.country_code:
            told[fold(mention.surface)].add((hint.country_code, hint.admin1_code))
    return [_with_shared(hint, told[fold(m.surface)]) for m, hint in zip(mentions, own, strict=True)]


def _with_shared(hint: Hints, told: set[tuple[str, str | None]]) -> Hints:
    if hint.country_code or len({country for country, _ in told}) != 1:
        return hint
    country, admin1 = min(told, key=str)
    return replace(hint, country_code=country, admin1_code=admin1 if len(told) == 1 else None, shared=True)


def _hint(
    text: PlaceText, m: Mention, starts: dict[int, Mention], ends: dict[int, Mention], lexicon: PlaceLexicon
) -> Hints:
    if m.candidates[0].location_type == "country" and len(m.candidates) == 1:
        return Hints()
    kind, start, end = _kind(text, m, lexicon)
    container = _container_after(text, m, end, starts) or _container_before(text, start, ends)
    if container is not None and container.candidates[0].location_type in ("country", "province"):
        country, admin1 = container.candidates[0].country_code, container.candidates[0].admin1_code
        inside = any(c.admin1_code == admin1 for c in m.candidates)
        if any(c.country_code == country for c in m.candidates):
            return Hints(country, admin1 if inside else None, kind, container)
        if text.lower(end) == "in":
            return Hints(country, None, kind, container)
    country = _nationality_before(text, m, start, kind is not None, lexicon)
    return Hints(country if any(c.country_code == country for c in m.candidates) else None, None, kind)


def _kind(text: PlaceText, m: Mention, lexicon: PlaceLexicon) -> tuple[str | None, int, int]:
    """The kind that a word beside the name says, and where the name with that word begins and ends."""
    start, end = m.start, m.end
    after, before = text.lower(end), text.lower(start - 1)
    if after in lexicon["province_words"]:
        return "province", start, end + 1
    if after in ("city", "town", "village"):
        return "city", start, end + 1
    if before == "of" and text.lower(start - 2) in lexicon["province_words"]:
        return "province", start - 1, end
    if before == "of" and text.lower(start - 2) in lexicon["city_words"]:
        return "city", start - 1, end
    return "city" if before in ("capital", "city", "town") else None, start, end


def _container_after(text: PlaceText, m: Mention, end: int, starts: dict[int, Mention]) -> Mention | None:
    """ "Herat, Afghanistan", "Aleppo in northern Syria"; not "Iraq, Syria", a list of equals."""
    if text.lower(end) not in (",", "in", "("):
        return None
    for at in range(end + 1, min(end + 4, len(text))):
        if at in starts:
            alike = starts[at].candidates[0].location_type == m.candidates[0].location_type
            return None if alike and text.lower(end) == "," else starts[at]
        if text.doc[at].is_punct or text.doc[at].pos_ in ("VERB", "SPACE", "NUM"):
            break
    return None


def _container_before(text: PlaceText, start: int, ends: dict[int, Mention]) -> Mention | None:
    """ "Yemen's Hodeidah", "Syria's eastern city of Deir ez-Zor"."""
    for at in range(start - 1, max(start - 5, 0), -1):
        if text.lowers[at] in ("'s", "’s", "'", "’"):
            return ends.get(at)
        if text.doc[at].pos_ not in ("ADJ", "NOUN", "PROPN") and text.lowers[at] != "of":
            break
    return None


def _nationality_before(
    text: PlaceText, m: Mention, start: int, named: bool, lexicon: PlaceLexicon
) -> str | None:
    """ "the Iraqi province of Anbar", "the Afghan capital, Kabul", "the Syrian city Homs"."""
    kinds = lexicon["city_words"] | lexicon["province_words"]
    for at in range(start - 1, max(start - 6, -1), -1):
        if text.words[at] in lexicon.demonyms:
            return lexicon.demonyms[text.words[at]] if named else None
        named = named or text.lowers[at] in kinds
        if text.words[at] not in (",", "of", "-") and text.doc[at].pos_ not in (
            "ADJ",
            "NOUN",
            "PROPN",
            "ADV",
        ):
            break
    return None
