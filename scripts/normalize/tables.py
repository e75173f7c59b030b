"""Findings of all documents -> `Tables` that fit the contract, without orphans, sorted by primary key."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from scripts.contract import load_contract
from scripts.extract.findings import Actor, Findings
from scripts.normalize.cells import clean
from scripts.normalize.claims import DocumentRows
from scripts.normalize.entities import Entities, actor_id
from scripts.normalize.ids import digest, slug
from scripts.records import Row, Tables
from scripts.reference import REFERENCE


def normalize(findings: Iterable[Findings]) -> Tables:
    """Every table of the contract, also the empty ones."""
    contract = load_contract()
    tables: Tables = {name: [] for name in contract.tables}
    tables["categories"] = categories()
    entities = Entities()
    for one in sorted(findings, key=lambda f: f.article.source_file):
        _add_document(tables, entities, one)
    entities.finish(tables)
    _drop_orphans(tables)
    for name, table in contract.tables.items():
        tables[name].sort(key=lambda row: tuple((row[c] is not None, row[c]) for c in table.primary_key))
    return tables


def document_id(findings: Findings) -> str:
    """By the name of the source file, which is unique in a folder: a corrected text of the same article
    keeps its id.
    """
    stem = Path(findings.article.source_file).stem
    return "-".join(part for part in ("doc", slug(stem) or digest(stem)) if part)


def categories() -> list[Row]:
    with (REFERENCE / "categories.csv").open(encoding="utf-8", newline="") as file:
        return [{column: value or None for column, value in row.items()} for row in csv.DictReader(file)]


def _add_document(tables: Tables, entities: Entities, findings: Findings) -> None:
    key, article = document_id(findings), findings.article
    actors = entities.add_actors(findings, key)
    locations = entities.add_locations(findings, key)
    publisher = (
        actors[findings.publisher]
        if findings.publisher is not None
        else _unread_publisher(entities, findings, key)
    )
    metadata = article.metadata
    tables["documents"].append(
        {
            "document_id": key,
            "title": (clean(metadata.title) or article.source_file)[:500],
            "publisher_id": publisher,
            "published": metadata.published,
            "language": metadata.language,
            "url": clean(metadata.url),
            "source_file": article.source_file,
            "sha256": article.sha256,
            "characters": len(article.text),
            "words": len(article.text.split()),
            "license": clean(metadata.license),
        }
    )
    DocumentRows(tables, findings, key, actors, locations).add()


def _unread_publisher(entities: Entities, findings: Findings, key: str) -> str:
    """An article that is not parsed (another language) still has a publisher."""
    name = findings.article.metadata.publisher
    actor = Actor(
        name=name or f"publisher of {findings.article.source_file}",
        actor_type="media",
        is_named=name is not None,
        country_code=None,
        description=None,
        wikidata_id=None,
        entry=None,
        names=((name or f"publisher of {findings.article.source_file}", "canonical", "document"),),
        mentions=(),
    )
    entities.add_actors(Findings(findings.article, actors=(actor,)), key)
    return actor_id(actor, key)


def _drop_orphans(tables: Tables) -> None:
    """Actors and places that no row and no mention speaks of any more (their only mention was unfit for a
    cell).
    """
    mentioned = {r["actor_id"] for r in tables["actor_mentions"]} | {
        r["publisher_id"] for r in tables["documents"]
    }
    used = {
        r[c]
        for t, c in (
            ("attributions", "actor_id"),
            ("allegation_actors", "actor_id"),
            ("statements", "actor_id"),
            ("sanctions", "authority_id"),
            ("sanction_targets", "actor_id"),
            ("affiliations", "actor_id"),
            ("affiliations", "organization_id"),
        )
        for r in tables[t]
    }
    gone = {r["actor_id"] for r in tables["actors"]} - mentioned - used
    for table in ("actors", "actor_names"):
        tables[table] = [r for r in tables[table] if r["actor_id"] not in gone]
