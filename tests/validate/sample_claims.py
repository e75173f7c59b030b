"""What the article of the sample claims: its rows of statements, allegations and sanctions."""

from __future__ import annotations

from datetime import date
from typing import Any

from scripts.records import Row, Tables
from tests.validate.sample_article import DOCUMENT, at, row

SHELLED = "shelled Port Velin in April 2021"
ARMED = "“arming the rebels”"


def _statement(number: int, actor: str, source: str, cue: str, quote: str, parent: int | None) -> Row:
    return row(
        "statements",
        statement_id=f"stm-{number}",
        document_id=DOCUMENT,
        actor_id=actor,
        source_text=source,
        cue=cue,
        mode="indirect_speech",
        quote=quote,
        **at(source, "source_"),
        **at(cue, "cue_"),
        **at(quote),
        parent_statement_id=None if parent is None else f"stm-{parent}",
    )


def _allegation(number: int, quote: str, statement: str | None, **values: Any) -> Row:
    return row(
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
        **at(quote),
        **values,
    )


def _link(allegation: int, level: int, actor: str, statement: str | None) -> Row:
    return row(
        "attributions", allegation_id=f"alg-{allegation}", level=level, actor_id=actor, statement_id=statement
    )


CLAIMS: Tables = {
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
        row("allegation_actors", allegation_id="alg-1", actor_id="act-the-rebels", role="accused"),
        row("allegation_actors", allegation_id="alg-2", actor_id="act-the-rebels", role="beneficiary"),
    ],
    "allegation_locations": [
        row("allegation_locations", allegation_id="alg-1", location_id="loc-port-velin", role="at")
    ],
    "attributions": [
        _link(1, 0, "act-karvel-post", None),
        _link(1, 1, "act-dunmark-army", "stm-1"),
        _link(1, 2, "act-ostra-radio", "stm-2"),
        _link(2, 0, "act-karvel-post", None),
    ],
    "sanctions": [
        row(
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
            **at("the Norland Treasury sanctioned three companies"),
        )
    ],
    "sanction_targets": [
        row("sanction_targets", sanction_id="snc-1", ordinal=1, description="three companies", target_count=3)
    ],
}
