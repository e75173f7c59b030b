"""Names of bodies: when two of them are one body's."""

from __future__ import annotations

import unicodedata
from functools import cache

from scripts import authority
from scripts.reference import load_yaml


def same_body(one: str, other: str) -> bool:
    """The same words but for the country and the form of the office: "Malian Supreme Court" and "Supreme
    Court", "Foreign Ministry of Ukraine" and "Ministry of Foreign Affairs"; never another country's, and
    never one name inside another.
    """
    words, country = body_key(one)
    others, other_country = body_key(other)
    return bool(words) and words == others and (not country or not other_country or country == other_country)


@cache
def body_key(name: str) -> tuple[frozenset[str], str | None]:
    """The words that say which body it is, and the code of the country in whose name it stands."""
    spellings = load_yaml("anaphora.yml")["body_words"]
    words, country = _without_country(name.replace("’", "'").replace("'s ", " ").split())
    folded = [spellings.get(folded_word(w), folded_word(w)) for w in words]
    return frozenset(w for w in folded if w), country


def without_suffix(name: str) -> str:
    """ "Orlan Shipping" of "Orlan Shipping Co., Ltd."; a single word stays with its suffix."""
    words = name.replace(",", " ").split()
    suffixes = load_yaml("anaphora.yml")["company_suffixes"]
    while len(words) > 2 and (words[-1] in suffixes or words[-1].removesuffix(".") in suffixes):
        words.pop()
    return " ".join(words)


def folded_word(word: str) -> str:
    """Small letters without accents, points and hyphens."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum()).casefold()


def _without_country(words: list[str]) -> tuple[list[str], str | None]:
    names = _country_words()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            code = names.get(" ".join(words[start : start + size]))
            if code and len(words) > size:
                return words[:start] + words[start + size :], code
    return words, None


@cache
def _country_words() -> dict[str, str]:
    """Names of countries and demonyms -> code; capitals are none, which other bodies bear in their names."""
    forms = {form: c.code for c in authority.countries().values() for form in (c.name, *c.aliases)}
    return {**forms, **authority.demonyms()}
