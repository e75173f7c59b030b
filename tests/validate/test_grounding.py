"""Offsets, quotes and words that do not stand in the text."""

from __future__ import annotations

import pytest

from tests.validate import sample
from tests.validate.mutations import Change, check, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    (
        "documents",
        put("documents", "doc-karvel", characters=5),
        f"documents doc-karvel characters: characters equals the length of the text, {len(sample.TEXT)}, 5",
    ),
    (
        "spans",
        put("allegations", "alg-2", start=9, end=9),
        "allegations alg-2 start: start lies before end, (9, 9)",
    ),
    (
        "spans",
        put("statements", "stm-1", cue_end=9999),
        f"statements stm-1 cue_end: span lies inside the document of {len(sample.TEXT)} characters, (42, 9",
    ),
    (
        "quotes",
        put("allegations", "alg-1", start=93),
        "allegations alg-1 quote: equals the document from 93 to 114, 'shelled Port Velin in April 2021'",
    ),
    (
        "quotes",
        put("actor_mentions", "amn-ostra-radio", text="Ostra radio"),
        "actor_mentions amn-ostra-radio text: equals the document from 69 to 80, 'Ostra radio'",
    ),
    (
        "quotes",
        put("statements", "stm-1", source_text="Dunmark Army"),
        "statements stm-1 source_text: equals the document from 25 to 41, 'Dunmark Army'",
    ),
    (
        "verbatim",
        put("allegations", "alg-2", quantity_text="four companies"),
        "allegations alg-2 quantity_text: words stand in the document, 'four companies'",
    ),
    (
        "verbatim",
        put("sanctions", "snc-1", reason="terrorism"),
        "sanctions snc-1 reason: words stand in the document, 'terrorism'",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)


def test_a_document_without_its_text() -> None:
    assert [str(violation) for violation in check(sample.tables(), {})] == [
        "documents doc-karvel document_id: text of the document is at hand, None"
    ]


def test_offsets_count_code_points() -> None:
    text = sample.TEXT.replace("Karvel", "𝒦arvel")
    tables = sample.tables()
    sample.find(tables, "actor_mentions", "amn-karvel-post")["text"] = "𝒦arvel Post"
    assert check(tables, {sample.DOCUMENT: text}) == []
