"""Exports of a version of the sample tables, made once for the tests that only look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.exports.folder import write_exports
from scripts.exports.source import Source, read_source
from scripts.publish import publish
from scripts.records import Row, Tables
from tests.validate import sample


def tables() -> Tables:
    """The sample, with what exports must bear: accents, quotation marks, line feeds, several parties."""
    found = sample.tables()
    for key, name, country in (("act-angby", "Ångby & Sons", "DK"), ("act-ohara", "O’Hara’s <Army>", None)):
        actor = {
            **found["actors"][0],
            "actor_id": key,
            "name": name,
            "is_named": True,
            "country_code": country,
        }
        found["actors"].append({**actor, "actor_type": "company" if country else "armed_group"})
        names = {"actor_id": key, "name": name, "name_type": "canonical", "origin": "document"}
        found["actor_names"].append(dict(names))
        found["allegation_actors"].append({"allegation_id": "alg-2", "actor_id": key, "role": "accused"})
    fiji = {
        **found["locations"][0],
        "location_id": "loc-vatu",
        "name": 'Vatu "the" Rock',
        "country_code": "FJ",
    }
    found["locations"].append({**fiji, "latitude": None, "longitude": None, "geonames_id": None})
    for role in ("from", "at"):
        place: Row = {"allegation_id": "alg-1", "location_id": "loc-vatu", "role": role}
        found["allegation_locations"].append(place)
    found["sanction_targets"].append(
        {
            **found["sanction_targets"][0],
            "ordinal": 2,
            "actor_id": "act-angby",
            "description": None,
            "target_count": 1,
        }
    )
    # A digest of digits alone, which no file has, would be read as a number.
    found["documents"][0]["sha256"] = "ab" * 32
    found["documents"][0]["title"] = '“Rebels”;\nsecond, "third"'
    return found


def publish_in(folder: Path) -> Path:
    return publish(tables(), folder, "0.1.0", load_contract())


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The version; its one text is the sample's."""
    read = read_source(publish_in(tmp_path_factory.mktemp("data")))
    return Source(read.folder, read.contract, read.tables, {"karvel.txt": sample.TEXT})


@pytest.fixture(scope="session")
def exported(source: Source, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tables]:
    """The folder of exports and the rows of the views."""
    return write_exports(source, tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="session")
def folder(exported: tuple[Path, Tables]) -> Path:
    return exported[0]


@pytest.fixture(scope="session")
def views(exported: tuple[Path, Tables]) -> Tables:
    return exported[1]
