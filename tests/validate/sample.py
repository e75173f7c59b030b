"""A small, valid set of tables about an invented article; tests break it in one place at a time."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from scripts.contract import load_contract
from scripts.records import Row, Tables
from scripts.validate import Box

TEXT = (
    "Karvel Post, 3 May 2021\n\n"
    "The Dunmark Army said the rebels, quoted by Ostra Radio, shelled Port Velin in April 2021. "
    "“They shelled it,” a colonel said.\n"
    "On 2 May 2021 the Norland Treasury sanctioned three companies for “arming the rebels”."
)
DOCUMENT = "doc-karvel"
BOXES = {"DK": Box(54.0, 58.0, 8.0, 16.0), "FJ": Box(-21.0, -12.0, 176.0, -178.0)}


def tables() -> Tables:
    """Fresh rows of every table, each sorted by primary key."""
    return deepcopy(_TABLES)


def texts() -> dict[str, str]:
    return {DOCUMENT: TEXT}


def find(rows: Tables, table: str, key: str) -> Row:
    """The row whose primary key, its parts joined by `/`, is `key`."""
    columns = load_contract().tables[table].primary_key
    return next(row for row in rows[table] if "/".join(str(row[column]) for column in columns) == key)


def _row(table: str, /, **values: Any) -> Row:
    columns = load_contract().tables[table].columns
    unknown = set(values) - set(columns)
    assert not unknown, unknown
    return {column: values.get(column) for column in columns}


def _at(words: str, prefix: str = "") -> dict[str, int]:
    start = TEXT.index(words)
    return {f"{prefix}start": start, f"{prefix}end": start + len(words)}


def _actor(name: str, kind: str, words: str) -> tuple[Row, Row, Row]:
    slug = name.lower().replace(" ", "-")
    actor = f"act-{slug}"
    return (
        _row("actors", actor_id=actor, name=name, actor_type=kind, is_named=name[0].isupper()),
        _row("actor_names", actor_id=actor, name=name, name_type="canonical", origin="document"),
        _row(
            "actor_mentions",
            mention_id=f"amn-{slug}",
            document_id=DOCUMENT,
            actor_id=actor,
            text=words,
            mention_type="named",
            **_at(words),
        ),
    )


def _statement(number: int, actor: str, source: str, cue: str, quote: str, parent: int | None) -> Row:
    return _row(
        "statements",
        statement_id=f"stm-{number}",
        document_id=DOCUMENT,
        actor_id=actor,
        source_text=source,
        cue=cue,
        mode="indirect_speech",
        quote=quote,
        **_at(source, "source_"),
        **_at(cue, "cue_"),
        **_at(quote),
        parent_statement_id=None if parent is None else f"stm-{parent}",
    )


def _allegation(number: int, quote: str, statement: str | None, **values: Any) -> Row:
    return _row(
        "allegations",
        allegation_id=f"alg-{number}",
        document_id=DOCUMENT,
        statement_id=statement,
        stance="asserted",
        mode="narrator" if statement is None else "indirect_speech",
        stage="accomplished",
        rule="verb",
        review_status="machine",
        quote=quote,
        **_at(quote),
        **values,
    )


def _link(allegation: int, level: int, actor: str, statement: str | None) -> Row:
    return _row(
        "attributions", allegation_id=f"alg-{allegation}", level=level, actor_id=actor, statement_id=statement
    )


ACTORS = [
    _actor("Dunmark Army", "government_body", "The Dunmark Army"),
    _actor("Karvel Post", "media", "Karvel Post"),
    _actor("Norland Treasury", "government_body", "the Norland Treasury"),
    _actor("Ostra Radio", "media", "Ostra Radio"),
    _actor("the rebels", "armed_group", "the rebels"),
]
SHELLED = "shelled Port Velin in April 2021"
ARMED = "“arming the rebels”"

_TABLES: Tables = {
    "documents": [
        _row(
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
        _row(
            "affiliations",
            affiliation_id="aff-1",
            document_id=DOCUMENT,
            actor_id="act-dunmark-army",
            relation="other",
            status="current",
            quote="The Dunmark Army",
            **_at("The Dunmark Army"),
        )
    ],
    "locations": [
        _row(
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
        _row(
            "location_names",
            location_id="loc-port-velin",
            name="Port Velin",
            name_type="canonical",
            origin="document",
        )
    ],
    "location_mentions": [
        _row(
            "location_mentions",
            mention_id="lmn-1",
            document_id=DOCUMENT,
            location_id="loc-port-velin",
            text="Port Velin",
            mention_type="named",
            **_at("Port Velin"),
        )
    ],
    "statements": [
        _statement(
            1,
            "act-dunmark-army",
            "The Dunmark Army",
            "said",
            "the rebels, quoted by Ostra Radio, " + SHELLED,
            None,
        ),
        _statement(2, "act-ostra-radio", "Ostra Radio", "quoted by", SHELLED, 1),
    ],
    "allegations": [
        _allegation(
            1,
            SHELLED,
            "stm-2",
            category="attack",
            date="2021-04",
            date_start=date(2021, 4, 1),
            date_end=date(2021, 4, 30),
            date_precision="month",
            date_text="April 2021",
            date_basis="explicit",
        ),
        _allegation(2, ARMED, None, category="arms_supply", quantity_text="three companies"),
    ],
    "allegation_actors": [
        _row("allegation_actors", allegation_id="alg-1", actor_id="act-the-rebels", role="accused"),
        _row("allegation_actors", allegation_id="alg-2", actor_id="act-the-rebels", role="beneficiary"),
    ],
    "allegation_locations": [
        _row("allegation_locations", allegation_id="alg-1", location_id="loc-port-velin", role="at")
    ],
    "attributions": [
        _link(1, 0, "act-karvel-post", None),
        _link(1, 1, "act-dunmark-army", "stm-1"),
        _link(1, 2, "act-ostra-radio", "stm-2"),
        _link(2, 0, "act-karvel-post", None),
    ],
    "sanctions": [
        _row(
            "sanctions",
            sanction_id="snc-1",
            document_id=DOCUMENT,
            authority_id="act-norland-treasury",
            date="2021-05-02",
            date_start=date(2021, 5, 2),
            date_end=date(2021, 5, 2),
            date_precision="day",
            date_text="2 May 2021",
            date_basis="explicit",
            target_count=3,
            reason=ARMED,
            review_status="machine",
            quote="the Norland Treasury sanctioned three companies",
            **_at("the Norland Treasury sanctioned three companies"),
        )
    ],
    "sanction_targets": [
        _row(
            "sanction_targets", sanction_id="snc-1", ordinal=1, description="three companies", target_count=3
        )
    ],
    "categories": [
        _row("categories", category="arms_supply", label="Arms supply", definition="Weapons given or sold."),
        _row(
            "categories", category="attack", label="Attack", definition="Armed violence, shelling included."
        ),
    ],
    "review": [
        _row(
            "review",
            table="allegations",
            row_id="alg-3",
            column="*",
            document_id=DOCUMENT,
            action="reject",
            reason="The sentence says something else.",
        )
    ],
    "corrections": [
        _row(
            "corrections",
            correction_id="cor-1",
            row_id="alg-1",
            date=date(2021, 6, 1),
            kind="reply",
            party="a lawyer",
            request="To publish a reply.",
            reply="We were elsewhere.",
            outcome="published",
        )
    ],
    "changes": [
        _row("changes", table="allegations", key="alg-3", column="*", action="removed", **{"class": "review"})
    ],
    "id_history": [
        _row(
            "id_history",
            old_id="alg-3",
            version="0.2.0",
            ordinal=1,
            reason="retracted",
            note="rejected in review",
        )
    ],
}
