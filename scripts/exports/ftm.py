"""FollowTheMoney entities, one JSON object a line, for Aleph and the tools of OpenSanctions.

Only what that model can say without turning a claim into a fact: the documents, the named actors that
stand in them, where they are mentioned, and sanctions of named targets with the document that tells.
The model has no word for `it is claimed that`, so allegations and affiliations are left out altogether, and a
reported sanction names the document as its publisher.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.exports.source import Source
from scripts.publish.canonical import render
from scripts.records import Row

# A group (`detainees`) is no organization: the widest kind that may be named is as much as the text says.
SCHEMATA = {
    "person": "Person",
    "group": "LegalEntity",
    "organization": "Organization",
    "armed_group": "Organization",
    "media": "Organization",
    "company": "Company",
    "government_body": "PublicBody",
    "state": "PublicBody",
}

Entity = dict[str, Any]


def write_ftm(source: Source, path: Path) -> None:
    """Writes the entities, sorted by id."""
    found = sorted(entities(source), key=lambda entity: str(entity["id"]))
    lines = [json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in found]
    path.write_text("".join(lines), "utf-8", newline="")


def entities(source: Source) -> Iterator[Entity]:
    """Article, the actor schemata, Mention and Sanction. Ids are those of the tables."""
    actors = source.by_id("actors")
    documents = source.by_id("documents")
    for document in documents.values():
        yield _article(document, actors)
    names: dict[object, list[object]] = {actor: [] for actor in actors}
    for row in source.tables["actor_names"]:
        names[row["actor_id"]].append(row["name"])
    for actor in actors.values():
        if actor["is_named"]:
            yield _actor(actor, names[actor["actor_id"]])
    for mention in source.tables["actor_mentions"]:
        actor = actors[mention["actor_id"]]
        if actor["is_named"] and mention["mention_type"] == "named":
            yield _mention(mention, actor)
    sanctions = source.by_id("sanctions")
    for target in source.tables["sanction_targets"]:
        named = actors.get(target["actor_id"], {"is_named": False})
        if named["is_named"]:
            yield _sanction(target, sanctions[target["sanction_id"]], actors, documents)


def _entity(key: str, schema: str, **properties: list[object]) -> Entity:
    filled = {name: [render(v) for v in values if v is not None] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: v for name, v in filled.items() if v}}


def _article(document: Row, actors: dict[object, Row]) -> Entity:
    return _entity(
        str(document["document_id"]),
        "Article",
        title=[document["title"]],
        publisher=[actors[document["publisher_id"]]["name"]],
        publishedAt=[document["published"]],
        sourceUrl=[document["url"]],
        fileName=[document["source_file"]],
        mimeType=["text/plain"],
    )


def _actor(actor: Row, names: list[object]) -> Entity:
    return _entity(
        str(actor["actor_id"]),
        SCHEMATA[str(actor["actor_type"])],
        name=[actor["name"]],
        alias=[name for name in names if name != actor["name"]],
        country=[str(actor["country_code"]).lower() if actor["country_code"] else None],
        wikidataId=[actor["wikidata_id"]],
    )


def _mention(mention: Row, actor: Row) -> Entity:
    return _entity(
        str(mention["mention_id"]),
        "Mention",
        document=[mention["document_id"]],
        resolved=[actor["actor_id"]],
        name=[mention["text"]],
        detectedSchema=[SCHEMATA[str(actor["actor_type"])]],
    )


def _sanction(target: Row, sanction: Row, actors: dict[object, Row], documents: dict[object, Row]) -> Entity:
    document = documents[sanction["document_id"]]
    return _entity(
        f"{sanction['sanction_id']}-{target['ordinal']}",
        "Sanction",
        entity=[target["actor_id"]],
        authority=[actors[sanction["authority_id"]]["name"]],
        program=[sanction["program"]],
        listingDate=[sanction["date"]],
        reason=[sanction["reason"]],
        summary=[f"As reported in “{document['title']}”: “{sanction['quote']}”"],
        publisher=[actors[document["publisher_id"]]["name"]],
        sourceUrl=[document["url"]],
        proof=[document["document_id"]],
    )
