"""Words about places (`data/reference/place_terms.yml`) and the names of nationalities (`countries.csv`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scripts.gazetteer import Country, fold, load_countries
from scripts.reference import check_keys, load_yaml

_SETS = (
    "province_words",
    "city_words",
    "facility_words",
    "weak_facility_words",
    "sited_words",
    "site_prepositions",
    "diplomatic_words",
    "building_words",
    "border_words",
    "name_heads",
    "role_heads",
    "person_titles",
    "transparent_after",
    "never_places",
    "places_after_preposition",
    "locative_prepositions",
    "actor_prepositions",
    "transfer_nouns",
    "transfer_verbs",
    "undergo_verbs",
    "facility_prepositions",
    "facility_verbs",
    "plain_modifiers",
    "articles",
    "inner_words",
    "name_particles",
    "times",
    "city_parts",
    "locative_after",
    "locative_after_governors",
    "place_verbs",
    "state_verbs",
    "conduct_nouns",
    "places_in_general",
)
_MAPS = ("directions", "direction_nouns", "anaphors", "described_words", "labels")


@dataclass(frozen=True)
class PlaceLexicon:
    """The sets and maps of the file under their names there; `facilities`: "bases" -> "base" (a
    lemmatizer makes "basis" of it), `demonyms`: "Afghan" -> AF, `capitals`: AF -> their folded names."""

    sets: Mapping[str, frozenset[str]]
    maps: Mapping[str, Mapping[str, str]]
    facilities: Mapping[str, str]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, frozenset[str]]
    countries: Mapping[str, Country]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]

    def is_site(self, word: str) -> bool:
        """ "Camp", "roadblocks", "town": a place that nobody does."""
        kinds = ("city_words", "province_words", "border_words")
        return word in self.facilities or any(word in self.sets[k] for k in kinds)

    def is_capital(self, country_code: str | None, name: str) -> bool:
        return country_code is not None and fold(name) in self.capitals.get(country_code, ())


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun if noun.endswith("s") else f"{noun}es" if noun.endswith(("ch", "sh", "x")) else f"{noun}s"


@cache
def place_lexicon() -> PlaceLexicon:
    """Raises `DataError` for a key of the file that nobody reads."""
    data = load_yaml("place_terms.yml")
    check_keys("data/reference/place_terms.yml", data, {*_SETS, *_MAPS, "particles", "examples"})
    countries = load_countries()
    return PlaceLexicon(
        sets={name: frozenset(data[name]) for name in _SETS},
        maps={name: dict(data[name]) for name in _MAPS},
        facilities={form: word for word in data["facility_words"] for form in (word, _plural(word))},
        demonyms={d: c.country_code for c in countries for d in c.demonyms if d not in ("US", "U.S.")},
        capitals={
            c.country_code: frozenset(map(fold, filter(None, (c.capital, *c.capital_aliases))))
            for c in countries
        },
        countries={c.country_code: c for c in countries},
    )
