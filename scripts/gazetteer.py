"""Names of places -> candidates, from `data/reference/places.parquet` and `place_names.parquet`.

Names are compared by `fold`: accents, apostrophes, hyphens and the case of particles do not count, the case
of other letters does. The key column is sorted by code points: a name is found by bisection, and nothing is
built at load.
"""

from __future__ import annotations

import csv
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.records import DataError
from scripts.reference import load_yaml

REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"
_UNDECOMPOSED = str.maketrans(
    dict(zip("łŁøØđĐıðÐħĦəƏ-‐‑–\N{NO-BREAK SPACE}", "lLoOdDidDhHaA     ", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ŋ": "ng", ".": None}
    | dict.fromkeys("'’‘`´ʻʼʽʾʿˈ′")
)
_PARTICLES = frozenset(load_yaml("place_terms.yml")["particles"])
# A process that reads many documents must not grow with them.
_REMEMBERED = 50_000


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: the same for "Sana'a" and "Sanaa", for "Mazar-i-Sharif" and "Mazār-i Sharīf"."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain.translate(_UNDECOMPOSED) if not unicodedata.combining(c))
    words = plain.split()
    return " ".join(w.lower() if w.lower() in _PARTICLES else w for w in words)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `primary`: the name is its main one in English, not a mere variant."""

    name: str
    location_type: str  # country | region | province | city
    country_code: str | None
    admin1_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames_id: int | None
    primary: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A row of `countries.csv`; the box holds all its places, and all longitudes if it crosses 180."""

    country_code: str
    name: str
    official_name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capital_aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    region: str
    latitude: float
    longitude: float
    lat_min: float
    lat_max: float
    lon_min: float
    lon_max: float
    geonames_id: int | None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@lru_cache(maxsize=4)
def load_countries(path: Path = REFERENCE / "countries.csv") -> tuple[Country, ...]:
    """All countries, in order of their code. Raises DataError for a row that cannot be read."""
    countries = []
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                countries.append(_country(row))
            except (KeyError, TypeError, ValueError) as error:
                raise DataError(
                    f"{path.name} line {number}: {error!r}; rebuild it with scripts/make_gazetteer.py"
                ) from error
    return tuple(countries)


def _country(row: dict[str, str]) -> Country:
    values: dict[str, Any] = dict(row)
    for name in ("aliases", "demonyms", "capital_aliases", "metonyms"):
        values[name] = _split(row[name])
    for name in ("latitude", "longitude", "lat_min", "lat_max", "lon_min", "lon_max"):
        values[name] = float(row[name])
    values["geonames_id"] = int(row["geonames_id"]) if row["geonames_id"] else None
    return Country(**values)


class Gazetteer:
    """Look-up of names; see `Gazetteer.load`."""

    def __init__(self, places: pa.Table, names: pa.Table, countries: tuple[Country, ...]) -> None:
        self.countries = {country.country_code: country for country in countries}
        self._columns = {name: places.column(name).combine_chunks() for name in places.column_names}
        self._keys, self._rows, self._primary = (
            names.column(c).combine_chunks() for c in ("key", "place", "primary")
        )
        self._countries: dict[str, list[Candidate]] = {}
        self._known: dict[str, tuple[Candidate, ...]] = {}
        for country in countries:
            for name in (country.name, country.official_name, *country.aliases):
                self._add(fold(name), country)

    @classmethod
    @lru_cache(maxsize=2)
    def load(cls, reference: Path = REFERENCE) -> Gazetteer:
        """Reads the reference files. Raises DataError when one is missing or damaged."""
        try:
            places, names = (
                pq.ParquetFile(reference / name).read(use_threads=False)
                for name in ("places.parquet", "place_names.parquet")
            )
        except (OSError, pa.ArrowException) as error:
            raise DataError(f"{reference}: {error}; rebuild it with scripts/make_gazetteer.py") from error
        return cls(places, names, load_countries(reference / "countries.csv"))

    def lookup(self, names: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """The candidates of each name that has any, countries first, then by population."""
        found = {name: self._candidates(fold(name)) for name in names}
        return {name: candidates for name, candidates in found.items() if candidates}

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        if key not in self._known:
            self._known[key] = (*self._countries.get(key, ()), *self._search(key))
        return self._known[key]

    def _search(self, key: str) -> list[Candidate]:
        found = []
        at = bisect_left(self._keys, key, key=lambda scalar: scalar.as_py())
        while at < len(self._keys) and self._keys[at].as_py() == key:
            row = self._rows[at].as_py()
            values = {name: column[row].as_py() for name, column in self._columns.items()}
            found.append(Candidate(**values, primary=self._primary[at].as_py()))
            at += 1
        return sorted(found, key=_by_size)

    def _add(self, key: str, country: Country) -> None:
        code, at = country.country_code, (country.latitude, country.longitude)
        place = Candidate(country.name, "country", code, None, *at, 0, country.geonames_id, True)
        if place not in self._countries.setdefault(key, []):
            self._countries[key].append(place)


def _by_size(c: Candidate) -> tuple[int, str, int, str]:
    return -c.population, c.location_type, c.geonames_id or 0, c.admin1_code or ""
