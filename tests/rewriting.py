"""What the tables say of an article, as gold for the same article with its words replaced."""

from __future__ import annotations

from scripts.evaluation import Gold
from scripts.evaluation.answers import Answer, Entity
from scripts.evaluation.gold import GoldActor, GoldAllegation, GoldPlace, GoldSanction
from scripts.records import Article, Row
from tests.replacements import Replacement


def rewritten(answer: Answer, article: Article, replacement: Replacement) -> Gold:
    """What the tables say of the article as it was, as gold for the article as it is now, actors by id."""
    return Gold(
        article=article,
        actors=tuple(
            GoldActor(actor.id, bool(actor.row["is_named"]), written(actor, replacement))
            for actor in answer.actors
        ),
        places=tuple(
            GoldPlace(
                name=place.id,
                location_type=str(place.row["location_type"]),
                country_code=country(place.row, replacement),
                point=None,
                forms=written(place, replacement),
            )
            for place in answer.places
        ),
        allegations=tuple(
            GoldAllegation(
                quote=replacement(str(claim.row["quote"])),
                category=str(claim.row["category"]),
                stance=str(claim.row["stance"]),
                mode=str(claim.row["mode"]),
                chain=claim.chain,
                accused=claim.accused,
                objects=claim.objects,
                places=claim.places,
                date=day(claim.row, replacement),
            )
            for claim in answer.claims
        ),
        sanctions=tuple(
            GoldSanction(
                quote=replacement(str(measure.row["quote"])),
                authority=str(measure.row["authority_id"]),
                date=day(measure.row, replacement),
                target_count=number(measure.row, replacement),
                targets=frozenset(map(replacement, measure.targets)),
            )
            for measure in answer.measures
        ),
    )


def written(entity: Entity, replacement: Replacement) -> tuple[str, ...]:
    """The forms in which the text has it now. Names from authority files are those of somebody else."""
    return tuple(sorted(map(replacement, entity.forms)))


def country(row: Row, replacement: Replacement) -> str | None:
    code = row["country_code"]
    return None if code is None else replacement.countries.get(str(code), str(code))


def day(row: Row, replacement: Replacement) -> str | None:
    value = row["date"]
    return None if value is None else replacement.dates.get(str(value), str(value))


def number(row: Row, replacement: Replacement) -> int | None:
    value = row["target_count"]
    return replacement.counts.get(value, value) if isinstance(value, int) else None
