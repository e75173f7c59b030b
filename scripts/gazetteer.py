"""Names of places -> candidates, from `data/reference/places.parquet` and `place_names.parquet`.

Names are compared by `fold`: accents, apostrophes, hyphens and the case of particles do not count, the case of
other letters does. The key column is sorted by code points, so a name is found by bisection and nothing is built at load.
"""

from __future__ import annotations

import csv
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.records import DataError

REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
     "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŋ": "ng", "ə": "a", "Ə": "A",
     ".": None, "-": " ", "‐": " ", "‑": " ", "–": " ", "\N{NO-BREAK SPACE}": " "}
    | dict.fromkeys("'’‘`´ʻʼʽʾʿˈ′", None)
)  # fmt: skip
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "an",
        "ez",
        "es",
        "e",
        "i",
        "o",
        "y",
        "de",
        "del",
        "della",
        "la",
        "le",
        "les",
        "los",
        "las",
        "du",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "of",
        "and",
        "the",
        "on",
        "upon",
        "sur",
        "am",
        "en",
        "um",
        "und",
        "ed",
        "et",
        "bin",
        "ibn",
    ]
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key under which a name is kept: "Sana’a" and "Sanaa", "Mazar-i-Sharif" and "Mazār-i Sharīf" have one each."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain.translate(_UNDECOMPOSED) if not unicodedata.combining(c))
    words = plain.split()
    return " ".join(w.lower() if w.lower() in _PARTICLES else w for w in words)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `primary`: the name is its main one in English, not one of its variants."""

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
    """A row of `countries.csv`; the box holds every place of the country, whole degrees, -180..180 if it crosses 180."""

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
            except (KeyError, ValueError) as error:
                raise DataError(
                    f"{path.name} line {number}: {error!r}; rebuild it with scripts/make_gazetteer.py"
                ) from error
    return tuple(countries)


def _country(row: dict[str, str]) -> Country:
    return Country(
        row["country_code"], row["name"], row["official_name"], _split(row["aliases"]), _split(row["demonyms"]),
        row["capital"], _split(row["capital_aliases"]), _split(row["metonyms"]), row["region"],
        float(row["latitude"]), float(row["longitude"]), float(row["lat_min"]), float(row["lat_max"]),
        float(row["lon_min"]), float(row["lon_max"]), int(row["geonames_id"]) if row["geonames_id"] else None,
    )  # fmt: skip


class Gazetteer:
    """Look-up of names; see `Gazetteer.load`."""

    def __init__(self, places: pa.Table, names: pa.Table, countries: tuple[Country, ...]) -> None:
        self.countries = {country.country_code: country for country in countries}
        self._columns = [places.column(c).combine_chunks() for c in _PLACE_COLUMNS]
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
            tables = [
                pq.ParquetFile(reference / f"{name}.parquet").read(use_threads=False) for name in _TABLES
            ]
        except (OSError, pa.ArrowException) as error:
            raise DataError(f"{reference}: {error}; rebuild it with scripts/make_gazetteer.py") from error
        return cls(tables[0], tables[1], load_countries(reference / "countries.csv"))

    def lookup(self, names: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """The candidates of each name that has any, countries first, then by population."""
        found = {name: self._candidates(fold(name)) for name in names}
        return {name: candidates for name, candidates in found.items() if candidates}

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        if key not in self._known:
            self._known[key] = (*self._countries.get(key, ()), *self._search(key))
        return self._known[key]

    def _search(self, key: str) -> list[Candidate]:
        found = []
        at = bisect_left(self._keys, key, key=lambda scalar: scalar.as_py())
        while at < len(self._keys) and self._keys[at].as_py() == key:
            row = self._rows[at].as_py()
            found.append(
                Candidate(*(column[row].as_py() for column in self._columns), self._primary[at].as_py())
            )
            at += 1
        return sorted(
            found, key=lambda c: (-c.population, c.location_type, c.geonames_id or 0, c.admin1_code or "")
        )

    def _add(self, key: str, country: Country) -> None:
        place = Candidate(country.name, "country", country.country_code, None, country.latitude, country.longitude, 0,
                          country.geonames_id, True)  # fmt: skip
        if place not in self._countries.setdefault(key, []):
            self._countries[key].append(place)


_TABLES = ("places", "place_names")
_PLACE_COLUMNS = (
    "name",
    "location_type",
    "country_code",
    "admin1_code",
    "latitude",
    "longitude",
    "population",
    "geonames_id",
)
