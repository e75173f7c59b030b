"""The article of the sample and whom and what it mentions: rows of documents, actors and locations."""

from __future__ import annotations

from datetime import date

from scripts.records import Row, Tables
from tests.validate.sample_article import DOCUMENT, TEXT, at, row


def _actor(name: str, kind: str, words: str) -> tuple[Row, Row, Row]:
    slug = name.lower().replace(" ", "-")
    actor = f"act-{slug}"
    return (
        row("actors", actor_id=actor, name=name, actor_type=kind, is_named=name[0].isupper()),
        row("actor_names", actor_id=actor, name=name, name_type="canonical", origin="document"),
        row(
            "actor_mentions",
            mention_id=f"amn-{slug}",
            document_id=DOCUMENT,
            actor_id=actor,
            text=words,
            mention_type="named",
            **at(words),
        ),
    )


ACTORS = [
    _actor("Dunmark Army", "government_body", "The Dunmark Army"),
    _actor("Karvel Post", "media", "Karvel Post"),
    _actor("Norland Treasury", "government_body", "the Norland Treasury"),
    _actor("Ostra Radio", "media", "Ostra Radio"),
    _actor("the rebels", "armed_group", "the rebels"),
]
ENTITIES: Tables = {
    "documents": [
        row(
            "documents",
            document_id=DOCUMENT,
            title="Karvel Post, 3 May 2021",
            publisher_id="act-karvel-post",
            published=date(2021, 5, 3),
            language="en",
            url="https://example.org/karvel",
            source_file="karvel.txt",
            sha256="0" * 64,
            characters=len(TEXT),
            words=len(TEXT.split()),
        )
    ],
    "actors": [actor for actor, _, _ in ACTORS],
    "actor_names": [name for _, name, _ in ACTORS],
    "actor_mentions": [mention for _, _, mention in ACTORS],
    "affiliations": [
        row(
            "affiliations",
            affiliation_id="aff-1",
            document_id=DOCUMENT,
            actor_id="act-dunmark-army",
            relation="other",
            status="current",
            quote="The Dunmark Army",
            **at("The Dunmark Army"),
        )
    ],
    "locations": [
        row(
            "locations",
            location_id="loc-port-velin",
            name="Port Velin",
            location_type="city",
            country_code="DK",
            latitude=55.25,
            longitude=10.5,
            location_precision="city",
            geonames_id=12,
        )
    ],
    "location_names": [
        row(
            "location_names",
            location_id="loc-port-velin",
            name="Port Velin",
            name_type="canonical",
            origin="document",
        )
    ],
    "location_mentions": [
        row(
            "location_mentions",
            mention_id="lmn-1",
            document_id=DOCUMENT,
            location_id="loc-port-velin",
            text="Port Velin",
            mention_type="named",
            **at("Port Velin"),
        )
    ],
}
