"""The authority files: known actors (`data/reference/actors.csv`) and states
(`data/reference/countries.csv`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scripts.reference import REFERENCE


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor. `aliases` holds every other form by which English news names it, acronyms included."""

    name: str
    actor_type: str
    country_code: str | None
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    parent: str | None = None
    wikidata_id: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.acronyms)


@dataclass(frozen=True, slots=True)
class Country:
    """A state, and the words that stand for it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...]


@cache
def actors() -> tuple[Entry, ...]:
    return tuple(
        Entry(
            name=row["name"],
            actor_type=row["actor_type"],
            country_code=row["country_code"] or None,
            aliases=_split(row["aliases"]),
            acronyms=_split(row["acronyms"]),
            parent=row["parent"] or None,
            wikidata_id=row["wikidata_id"] or None,
        )
        for row in _rows("actors.csv")
    )


@cache
def countries() -> dict[str, Country]:
    """By ISO 3166-1 alpha-2 code."""
    return {
        row["country_code"]: Country(
            code=row["country_code"],
            name=row["name"],
            aliases=_split(row["aliases"]),
            demonyms=_split(row["demonyms"]),
            capital=row["capital"] or None,
            metonyms=_split(row["metonyms"]),
        )
        for row in _rows("countries.csv")
    }


@cache
def states() -> dict[str, Entry]:
    """Every country as an actor, by code."""
    return {
        c.code: Entry(name=c.name, actor_type="state", country_code=c.code, aliases=(*c.aliases, *c.metonyms))
        for c in countries().values()
    }


@cache
def demonyms() -> dict[str, str]:
    """Adjective or noun ("Iranian", "Iranians") -> country code; words that two countries share are left
    out.
    """
    owners: dict[str, set[str]] = {}
    for country in countries().values():
        for word in country.demonyms:
            owners.setdefault(word, set()).add(country.code)
    return {word: codes.pop() for word, codes in owners.items() if len(codes) == 1}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
