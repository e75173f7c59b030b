"""GeoJSON (RFC 7946): one point for each location, with what is claimed of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from scripts.exports.json_file import write_json
from scripts.exports.source import Source
from scripts.exports.sql import plain
from scripts.exports.views import FLAT
from scripts.records import Row, Tables


def write_geojson(source: Source, views: Tables, path: Path) -> None:
    """Writes a FeatureCollection of every location that has coordinates."""
    write_json(feature_collection(source, views), path)


def feature_collection(source: Source, views: Tables) -> dict[str, Any]:
    """Properties are the columns of `locations` and, as text, the claims that name the place."""
    flat = {row["allegation_id"]: row for row in views[FLAT]}
    claims: dict[object, list[tuple[Row, object]]] = defaultdict(list)
    for link in source.tables["allegation_locations"]:
        claims[link["location_id"]].append((flat[link["allegation_id"]], link["role"]))
    features = [
        _feature(row, claims[row["location_id"]])
        for row in source.tables["locations"]
        if row["longitude"] is not None and row["latitude"] is not None
    ]
    return {"type": "FeatureCollection", "features": features}


def _feature(location: Row, claims: list[tuple[Row, object]]) -> dict[str, Any]:
    columns = {
        name: plain(value) for name, value in location.items() if name not in ("latitude", "longitude")
    }
    days = [day for claim, _ in claims for day in (claim["date_start"], claim["date_end"]) if day is not None]
    return {
        "type": "Feature",
        "id": location["location_id"],
        "geometry": {"type": "Point", "coordinates": [location["longitude"], location["latitude"]]},
        "properties": {
            **columns,
            "allegations": len({claim["allegation_id"] for claim, _ in claims}),
            "categories": "; ".join(sorted({str(claim["category"]) for claim, _ in claims})) or None,
            "earliest": plain(min(days, key=str, default=None)),
            "latest": plain(max(days, key=str, default=None)),
            # Readers of maps take lists apart badly: one text, a line for each claim.
            "claims": "\n".join(_line(claim, role) for claim, role in claims) or None,
        },
    }


def _line(claim: Row, role: object) -> str:
    return f"{claim['speaker']} ({claim['stance']}, {claim['category']}, {role}): “{claim['quote']}”"
