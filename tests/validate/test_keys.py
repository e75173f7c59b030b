"""Keys that repeat or lead nowhere, and rows out of order."""

from __future__ import annotations

import pytest

from tests.validate.mutations import Change, add, messages, put

BROKEN: list[tuple[str, Change, str]] = [
    (
        "primary_keys",
        add("categories", "attack", label="Attacks"),
        "categories attack category: primary key is unique, 'attack'",
    ),
    (
        "primary_keys",
        add("allegation_actors", "alg-1/act-the-rebels/accused"),
        "allegation_actors alg-1/act-the-rebels/accused allegation_id,actor_id,role: primary key is unique, "
        "('alg-1', 'act-the-rebels', 'accused')",
    ),
    (
        "unique_keys",
        add("categories", "attack", category="training"),
        "categories training label: unique key is unique, 'Attack'",
    ),
    (
        "unique_keys",
        add("actor_mentions", "amn-ostra-radio", mention_id="amn-radio"),
        "actor_mentions amn-radio document_id,actor_id,start,end: unique key is unique, "
        "('doc-karvel', 'act-ostra-radio', 69, 80)",
    ),
    (
        "foreign_keys",
        put("allegation_actors", "alg-1/act-the-rebels/accused", actor_id="act-nobody"),
        "allegation_actors alg-1/act-nobody/accused actor_id: foreign key to actors, 'act-nobody'",
    ),
    (
        "foreign_keys",
        put("statements", "stm-2", parent_statement_id="stm-9"),
        "statements stm-2 parent_statement_id: foreign key to statements, 'stm-9'",
    ),
    (
        "same_documents",
        put("statements", "stm-2", document_id="doc-other"),
        "allegations alg-1 statement_id: statements is of the same document, 'stm-2'",
    ),
    (
        "same_documents",
        put("statements", "stm-2", document_id="doc-other"),
        "statements stm-2 parent_statement_id: statements is of the same document, 'stm-1'",
    ),
    (
        "sorted_rows",
        lambda t: t["categories"].reverse(),
        "categories arms_supply -: rows are sorted by primary key, 'arms_supply'",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    found = messages(change)
    assert any(message.startswith(expected) for message in found), "\n".join(found)
