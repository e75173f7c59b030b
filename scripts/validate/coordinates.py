"""Coordinates lie in the country that the row names."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from scripts.records import DataError
from scripts.validate.subject import Box, Subject, Violation

COUNTRIES = Path(__file__).resolve().parent.parent.parent / "data" / "reference" / "countries.csv"


def coordinates(subject: Subject) -> Iterator[Violation]:
    """Latitude and longitude come together, inside the country's box if there is one."""
    for row in subject.rows("locations"):
        latitude, longitude, country = row["latitude"], row["longitude"], row["country_code"]
        if (latitude is None) != (longitude is None):
            column = "latitude" if latitude is None else "longitude"
            yield subject.violation("locations", row, column, "latitude and longitude come together", None)
        if not isinstance(latitude, float) or not isinstance(longitude, float):
            continue
        box = subject.boxes.get(str(country))
        if box is not None and not inside(box, latitude, longitude):
            rule = f"coordinates lie in {country}"
            yield subject.violation("locations", row, "latitude,longitude", rule, (latitude, longitude))


def inside(box: Box, latitude: float, longitude: float) -> bool:
    """Whether a point lies in the box, its edges included."""
    if not box.lat_min <= latitude <= box.lat_max:
        return False
    if box.lon_min > box.lon_max:
        return longitude >= box.lon_min or longitude <= box.lon_max
    return box.lon_min <= longitude <= box.lon_max


@cache
def load_boxes(path: Path = COUNTRIES) -> Mapping[str, Box]:
    """Boxes by ISO 3166-1 alpha-2 code from the columns `country_code`, `lat_min`, `lat_max`, `lon_min`,
    `lon_max`; a country whose four cells are empty has none. Raises `DataError` for anything else."""
    boxes: dict[str, Box] = {}
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                edges = [row[column] for column in ("lat_min", "lat_max", "lon_min", "lon_max")]
                if any(edges):
                    boxes[row["country_code"]] = Box(*(float(edge) for edge in edges))
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{path.name}: no boxes of countries: {error!r}. Restore the file.") from error
    return boxes
