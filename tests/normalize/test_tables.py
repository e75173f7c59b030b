"""Findings of several documents become tables that fit the contract."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scripts.annotate.pipeline import Reader
from scripts.contract import load_contract
from scripts.extract import Findings, extract
from scripts.normalize import normalize
from scripts.reference import load_yaml
from scripts.validate import validate
from tests.reading import article

FIRST = (
    "Colonel Anton Reed met the lawyer Milo Varga in Omdurman on Monday.\n\n"
    "The mayor said the army bombed a hospital."
)
SECOND = (
    "Canada sanctioned the trader Milo Varga for financing the Orlan Brigade.\n\n"
    "A guard said soldiers killed two farmers near Omdurman."
)


def findings(reader: Reader, text: str, name: str, **known: Any) -> Findings:
    one = replace(article(text, **known), source_file=name, sha256=f"{abs(hash(name)) % 10**8:064d}")
    (doc,) = reader.read([one])
    return extract(doc)


@pytest.fixture(scope="module")
def two(reader: Reader) -> list[Findings]:
    return [findings(reader, FIRST, "a.txt", publisher="Kesh Herald"), findings(reader, SECOND, "b.txt")]


def test_every_table_of_the_contract_is_there_with_exactly_its_columns(two: list[Findings]) -> None:
    tables = normalize(two)
    contract = load_contract()
    assert list(tables) == list(contract.tables)
    for name, table in contract.tables.items():
        for row in tables[name]:
            assert set(row) == set(table.columns), name


def test_the_order_of_documents_changes_nothing(two: list[Findings]) -> None:
    assert normalize(two) == normalize(reversed(two))


def test_an_actor_of_two_documents_is_one_row_and_keeps_all_mentions(two: list[Findings]) -> None:
    tables = normalize(two)
    (row,) = [r for r in tables["actors"] if r["name"] == "Milo Varga"]
    mentions = {r["document_id"] for r in tables["actor_mentions"] if r["actor_id"] == row["actor_id"]}
    assert mentions == {"doc-a", "doc-b"}


def test_an_unnamed_actor_belongs_to_its_document(reader: Reader) -> None:
    text = "The mayor said the army left the town."
    tables = normalize([findings(reader, text, "a.txt"), findings(reader, text, "b.txt")])
    assert sum(r["name"] == "mayor" for r in tables["actors"]) == 2


def test_every_chain_begins_with_the_publisher_and_has_no_gap(two: list[Findings]) -> None:
    tables = normalize(two)
    publishers = {r["document_id"]: r["publisher_id"] for r in tables["documents"]}
    for allegation in tables["allegations"]:
        chain = [r for r in tables["attributions"] if r["allegation_id"] == allegation["allegation_id"]]
        assert sorted(int(str(r["level"])) for r in chain) == list(range(len(chain)))
        (outermost,) = [r for r in chain if r["level"] == 0]
        assert outermost["actor_id"] == publishers[str(allegation["document_id"])]
        assert outermost["statement_id"] is None


def test_an_unread_document_is_a_row_and_nothing_else() -> None:
    tables = normalize([Findings(article("Rien."))])
    assert len(tables["documents"]) == 1
    assert [len(tables[name]) for name in ("allegations", "statements", "sanctions", "locations")] == [
        0,
        0,
        0,
        0,
    ]
    assert [r["actor_id"] for r in tables["actors"]] == [tables["documents"][0]["publisher_id"]]


def test_no_documents_are_empty_tables_beside_the_categories() -> None:
    tables = normalize([])
    assert [name for name, rows in tables.items() if rows] == ["categories"]


def test_a_text_full_of_claims_passes_every_rule_of_the_contract(reader: Reader) -> None:
    examples = load_yaml("claim_examples.yml")
    text = "\n\n".join(e["text"] for kind in ("claims", "known_failures") for e in examples[kind])
    one = findings(reader, text, "made-up.txt", publisher="Kesh Herald")
    violations = validate(normalize([one]), {"doc-made-up": text}, load_contract())
    assert list(violations) == []
