"""An invented article, what is in it, and tables that say exactly that."""

from __future__ import annotations

import copy
from datetime import date

from scripts.contract import load_contract
from scripts.evaluation.gold import Gold, GoldActor, GoldAllegation, GoldPlace, GoldSanction
from scripts.records import Article, Metadata, Row, Tables

TEXT = (
    "Ilse Brandt said that the Harbor Guard burned mills near Valdora in May 2020. "
    "The Treasury sanctioned two guards, among them Otto Lind, on June 3, 2020."
)
BURNED = "the Harbor Guard burned mills near Valdora in May 2020"
SANCTIONED = "The Treasury sanctioned two guards, among them Otto Lind"

GOLD = Gold(
    article=Article("mills.txt", "0" * 64, TEXT, (), Metadata(title="Mills")),
    actors=(
        GoldActor("Ilse Brandt", True, ("Ilse Brandt",)),
        GoldActor("Harbor Guard", True, ("Harbor Guard", "the Harbor Guard")),
        GoldActor("Treasury", True, ("Treasury", "The Treasury")),
        GoldActor("two guards", False, ("two guards",)),
    ),
    places=(GoldPlace("Valdora", "city", "IT", (45.0, 7.0), ("Valdora",)),),
    allegations=(
        GoldAllegation(
            quote=BURNED,
            category="attack",
            stance="asserted",
            mode="indirect_speech",
            chain=("Ilse Brandt",),
            accused=frozenset({"Harbor Guard"}),
            objects=frozenset(),
            places=frozenset({"Valdora"}),
            date="2020-05",
        ),
    ),
    sanctions=(GoldSanction(SANCTIONED, "Treasury", "2020-06-03", 2, frozenset({"Otto Lind"})),),
)


def quoted(words: str) -> Row:
    start = TEXT.index(words)
    return {"document_id": "doc-mills", "quote": words, "start": start, "end": start + len(words)}


def actor(actor_id: str, name: str, is_named: bool = True) -> Row:
    return {"actor_id": actor_id, "name": name, "is_named": is_named}


def mention(key: str, entity: str, text: str, kind: str = "named") -> Row:
    return {"document_id": "doc-mills", key: entity, "text": text, "mention_type": kind}


_RIGHT: Tables = {
    **{table: [] for table in load_contract().tables},
    "documents": [{"document_id": "doc-mills", "source_file": "mills.txt"}],
    "actors": [
        actor("act-brandt", "Ilse Brandt"),
        actor("act-guard", "Harbor Guard"),
        actor("act-treasury", "Treasury"),
        actor("act-two", "two guards", is_named=False),
    ],
    "actor_mentions": [
        mention("actor_id", "act-brandt", "Ilse Brandt"),
        mention("actor_id", "act-guard", "the Harbor Guard"),
        mention("actor_id", "act-treasury", "The Treasury"),
        mention("actor_id", "act-two", "two guards", "nominal"),
    ],
    "locations": [
        {
            "location_id": "loc-valdora",
            "name": "Valdora",
            "country_code": "IT",
            "latitude": 45.3,
            "longitude": 7.2,
        }
    ],
    "location_mentions": [mention("location_id", "loc-valdora", "Valdora")],
    "allegations": [
        {
            "allegation_id": "alg-1",
            **quoted("the Harbor Guard burned mills"),
            "category": "attack",
            "stance": "asserted",
            "mode": "indirect_speech",
            "date": "2020-05",
            "date_start": date(2020, 5, 1),
            "date_end": date(2020, 5, 31),
            "date_precision": "month",
        }
    ],
    "attributions": [
        {"allegation_id": "alg-1", "level": 1, "actor_id": "act-brandt"},
        {"allegation_id": "alg-1", "level": 0, "actor_id": "act-treasury"},
    ],
    "allegation_actors": [{"allegation_id": "alg-1", "actor_id": "act-guard", "role": "accused"}],
    "allegation_locations": [{"allegation_id": "alg-1", "location_id": "loc-valdora", "role": "near"}],
    "sanctions": [
        {
            "sanction_id": "snc-1",
            **quoted(SANCTIONED),
            "authority_id": "act-treasury",
            "date_start": date(2020, 6, 3),
            "target_count": 2,
        }
    ],
    "sanction_targets": [{"sanction_id": "snc-1", "name": "Otto Lind", "actor_id": None}],
}


def right() -> Tables:
    """The tables anew, to make wrong in one place."""
    return copy.deepcopy(_RIGHT)
