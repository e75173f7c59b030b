"""Neighbours' formats, as far as no outside validator is needed; the tests of tools ask those."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.exports.source import Source
from tests.validate import sample


@pytest.fixture(scope="module")
def entities(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "entities.ftm.json").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_allegations_never_become_entities(entities: list[dict[str, Any]], source: Source) -> None:
    assert {entity["schema"] for entity in entities} <= {
        "Article", "Person", "Organization", "PublicBody", "Company", "LegalEntity", "Mention", "Sanction",
    }  # fmt: skip
    text = json.dumps(entities, ensure_ascii=False)
    for claim in source.tables["allegations"]:
        assert str(claim["allegation_id"]) not in text
        reasons = {str(row["reason"]) for row in source.tables["sanctions"]}
        assert str(claim["quote"]) in reasons or str(claim["quote"]) not in text


def test_a_sanction_is_told_by_its_document(entities: list[dict[str, Any]]) -> None:
    (sanction,) = [entity for entity in entities if entity["schema"] == "Sanction"]
    properties = sanction["properties"]
    assert properties["entity"] == ["act-angby"], "a target without a name is none"
    assert properties["proof"] == ["doc-karvel"]
    assert properties["publisher"] == ["Karvel Post"]
    assert properties["summary"][0].startswith("As reported in")


def test_only_named_actors_are_entities(entities: list[dict[str, Any]]) -> None:
    ids = {entity["id"] for entity in entities}
    assert "act-angby" in ids
    assert "act-the-rebels" not in ids
    for entity in entities:
        for reference in ("resolved", "document", "proof", "entity"):
            assert set(entity["properties"].get(reference, [])) <= ids


def test_every_quote_is_annotated_in_its_place(folder: Path, source: Source) -> None:
    collection = json.loads((folder / "annotations.jsonld").read_text("utf-8"))
    items = collection["first"]["items"]
    quoted = [
        row
        for name, table in source.contract.tables.items()
        if "quote" in table.columns
        for row in source.tables[name]
    ]
    assert collection["total"] == len(items) == len(quoted)
    for item in items:
        position, quote = item["target"][0]["selector"]
        start, end = position["start"], position["end"]
        assert sample.TEXT[start:end] == quote["exact"]
        assert sample.TEXT[:start].endswith(quote["prefix"])
        assert sample.TEXT[end:].startswith(quote["suffix"])


def test_csvw_describes_every_column_and_key(folder: Path, source: Source) -> None:
    described = {
        t["url"]: t["tableSchema"] for t in json.loads((folder / "csv-metadata.json").read_text())["tables"]
    }
    for name, table in source.contract.tables.items():
        schema = described[f"{name}.csv"]
        assert [column["name"] for column in schema["columns"]] == list(table.columns)
        assert len(schema.get("foreignKeys", [])) == len(table.foreign_keys)
        assert (folder / f"{name}.csv").read_bytes() == (source.folder / f"{name}.csv").read_bytes()


def test_datasette_describes_tables_views_and_facets(folder: Path, source: Source) -> None:
    metadata = json.loads((folder / "datasette.json").read_text("utf-8"))
    tables = metadata["databases"][source.name]["tables"]
    assert {*source.contract.tables, "allegations_flat", "timeline"} <= set(tables)
    assert "stance" in tables["allegations"]["facets"]
    assert tables["actors"]["label_column"] == "name"
    assert metadata["license_url"].startswith("https://creativecommons.org/")


def test_schema_org_names_the_files(folder: Path) -> None:
    dataset = json.loads((folder / "dataset.jsonld").read_text("utf-8"))
    assert 50 <= len(dataset["description"]) <= 5000  # what search engines ask for
    for download in dataset["distribution"]:
        assert (folder / download["contentUrl"]).is_file()
