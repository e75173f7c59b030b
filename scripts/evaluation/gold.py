"""Gold articles: `NAME.txt` and, beside it, `NAME.json` with what a complete and correct conversion holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.ingest import read_article
from scripts.records import Article, DataError


@dataclass(frozen=True, slots=True)
class GoldActor:
    """`forms`: the name and every form in which the text mentions it."""

    name: str
    is_named: bool
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """`point` (latitude, longitude in degrees) is known for some places only."""

    name: str
    location_type: str
    country_code: str | None
    point: tuple[float, float] | None
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAllegation:
    """Actors and places by name; `chain` from the outermost source to the innermost; `date` an ISO prefix."""

    quote: str
    category: str
    stance: str
    mode: str
    chain: tuple[str, ...]
    accused: frozenset[str]
    objects: frozenset[str]
    places: frozenset[str]
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldSanction:
    """`targets` are names as written, empty when nobody is named; `date` an ISO prefix."""

    quote: str
    authority: str
    date: str | None
    target_count: int | None
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One article and what is in it."""

    article: Article
    actors: tuple[GoldActor, ...]
    places: tuple[GoldPlace, ...]
    allegations: tuple[GoldAllegation, ...]
    sanctions: tuple[GoldSanction, ...]


def read_gold(folder: Path) -> list[Gold]:
    """Every gold article of a folder, by name. Sidecars are left out: what the text says is measured.

    Raises `DataError` for a folder without gold, an article without its annotation or the other way round,
    and an annotation that is not of the format.
    """
    texts, annotations = ({path.stem for path in folder.glob(f"*.{kind}")} for kind in ("txt", "json"))
    if alone := sorted(texts ^ annotations):
        name = alone[0]
        raise DataError(f"{folder}/{name}: is not both, {name}.txt and {name}.json; put both there")
    if not texts:
        raise DataError(f"{folder}: holds no gold; put pairs of NAME.txt and NAME.json there")
    return [_read(folder / f"{name}.json") for name in sorted(texts)]


def _read(path: Path) -> Gold:
    article = read_article(path.with_suffix(".txt"), with_sidecar=False)
    try:
        given = json.loads(path.read_text("utf-8"))
        return Gold(
            article=article,
            actors=tuple(map(_actor, given["actors"])),
            places=tuple(map(_place, given["locations"])),
            allegations=tuple(map(_allegation, given["allegations"])),
            sanctions=tuple(map(_sanction, given["sanctions"])),
        )
    except KeyError as error:
        raise DataError(f"{path}: the key {error} is missing; see {path.parent}/README.md") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: is no annotation ({error}); see {path.parent}/README.md") from error


def _actor(given: Mapping[str, Any]) -> GoldActor:
    return GoldActor(given["name"], given["type"] != "unnamed", (given["name"], *given["mentions"]))


def _place(given: Mapping[str, Any]) -> GoldPlace:
    known = given["lat"] is not None and given["lon"] is not None
    return GoldPlace(
        name=given["name"],
        location_type=given["type"],
        country_code=given["country"],
        point=(float(given["lat"]), float(given["lon"])) if known else None,
        forms=(given["name"], *given["mentions"]),
    )


def _allegation(given: Mapping[str, Any]) -> GoldAllegation:
    return GoldAllegation(
        quote=given["quote"],
        category=given["category"],
        stance=given["stance"],
        mode=given["mode"],
        chain=tuple(given["attribution"]),
        accused=frozenset(given["accused"]),
        objects=frozenset(given["targets"]) | frozenset(given["beneficiaries"]),
        places=frozenset(given["locations"]),
        date=given["date"],
    )


def _sanction(given: Mapping[str, Any]) -> GoldSanction:
    return GoldSanction(
        quote=given["quote"],
        authority=given["authority"],
        date=given["imposed"],
        target_count=given["target_count"],
        targets=frozenset(given["targets"]),
    )
