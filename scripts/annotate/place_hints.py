"""What the words beside a name say of it: what holds it ("Herat, Afghanistan"), and of what kind it is ("Herat province")."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_names import Mention
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
        divided = (
            tuple(c for c in candidates if self.admin1_code and c.admin1_code == self.admin1_code)
            or candidates
        )
        return tuple(c for c in divided if c.location_type == self.kind) or divided


def hints_of(doc: Doc, mentions: tuple[Mention, ...], lexicon: PlaceLexicon) -> list[Hints]:
    """One for each mention. A name that is explained once, and never otherwise, means the same everywhere."""
    starts, ends = {m.start: m for m in mentions}, {m.end: m for m in mentions}
    own = [_hint(doc, m, starts, ends, lexicon) for m in mentions]
    told: defaultdict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for mention, hint in zip(mentions, own, strict=True):
        if hint.country_code:
            told[fold(mention.surface)].add((hint.country_code, hint.admin1_code))
    return [_with_shared(hint, told[fold(m.surface)]) for m, hint in zip(mentions, own, strict=True)]


def _with_shared(hint: Hints, told: set[tuple[str | None, str | None]]) -> Hints:
    if hint.country_code or len({country for country, _ in told}) != 1:
        return hint
    country, admin1 = sorted(told, key=str)[0]
    return replace(hint, country_code=country, admin1_code=admin1 if len(told) == 1 else None, shared=True)


def _hint(
    doc: Doc, m: Mention, starts: dict[int, Mention], ends: dict[int, Mention], lexicon: PlaceLexicon
) -> Hints:
    if m.candidates[0].location_type == "country" and len(m.candidates) == 1:
        return Hints()
    kind, start, end = _kind(doc, m, lexicon)
    container = _container_after(doc, m, end, starts) or _container_before(doc, start, ends)
    if container is not None and (outer := container.candidates[0]).location_type in ("country", "province"):
        named = frozenset(c.country_code for c in m.candidates)
        if outer.country_code in named:
            admin1 = (
                outer.admin1_code if any(c.admin1_code == outer.admin1_code for c in m.candidates) else None
            )
            return Hints(outer.country_code, admin1, kind, container)
        if doc[end].lower_ == "in" if end < len(doc) else False:
            return Hints(outer.country_code, None, kind, container)
    country = _nationality_before(doc, start, lexicon) or _nationality_before(
        doc, m.start, lexicon, named=kind is not None
    )
    fits = any(c.country_code == country for c in m.candidates)
    return Hints(country if fits else None, None, kind)


def _kind(doc: Doc, m: Mention, lexicon: PlaceLexicon) -> tuple[str | None, int, int]:
    """The kind that a word beside the name says, and where the name with that word begins and ends."""
    start, end = m.start, m.end
    after = doc[end].lower_ if end < len(doc) else ""
    if after in lexicon["province_words"]:
        return "province", start, end + 1
    if after in ("city", "town", "village"):
        return "city", start, end + 1
    if start >= 2 and doc[start - 1].lower_ == "of":
        word = doc[start - 2].lower_
        kind = (
            "province"
            if word in lexicon["province_words"]
            else "city"
            if word in lexicon["city_words"]
            else None
        )
        return kind, start - 1 if kind else start, end
    if start >= 1 and doc[start - 1].lower_ in ("capital", "city", "town"):
        return "city", start, end
    return None, start, end


def _container_after(doc: Doc, m: Mention, end: int, starts: dict[int, Mention]) -> Mention | None:
    """ "Herat, Afghanistan", "Aleppo in northern Syria"."""
    if end < len(doc) and doc[end].lower_ in (",", "in", "("):
        for at in range(end + 1, min(end + 4, len(doc))):
            if at in starts:
                # "Iraq, Syria": a list of equals is no address.
                alike = starts[at].candidates[0].location_type == m.candidates[0].location_type
                return None if alike and doc[end].text == "," else starts[at]
            if doc[at].is_punct or doc[at].pos_ in ("VERB", "SPACE", "NUM"):
                break
    return None


def _container_before(doc: Doc, start: int, ends: dict[int, Mention]) -> Mention | None:
    """ "Yemen's Hodeidah", "Syria's eastern city of Deir ez-Zor"."""
    for at in range(start - 1, max(start - 5, 0), -1):
        if doc[at].lower_ in ("'s", "’s", "'", "’"):
            return ends.get(at)
        if doc[at].pos_ not in ("ADJ", "NOUN", "PROPN") and doc[at].lower_ != "of":
            break
    return None


def _nationality_before(doc: Doc, start: int, lexicon: PlaceLexicon, *, named: bool = False) -> str | None:
    """ "the Iraqi province of Anbar", "the Afghan capital, Kabul", "the Syrian city Homs"."""
    for at in range(start - 1, max(start - 6, -1), -1):
        word = doc[at]
        if word.text in lexicon.demonyms:
            return lexicon.demonyms[word.text] if named else None
        named = named or word.lower_ in lexicon["city_words"] or word.lower_ in lexicon["province_words"]
        if not (word.text in (",", "of", "-") or word.pos_ in ("ADJ", "NOUN", "PROPN", "ADV")):
            break
    return None
