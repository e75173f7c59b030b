"""The descriptor of a published version: the contract, and what this version's files are.

The CSV is the resource; the Parquet file of the same table stands in its `alternates`, an addition of ours.
Data Package v2 has no word for one table in two formats, and a second resource would be a second table to its
readers, one that Frictionless reads through pandas and rejects for nullable integers. No clock is read: the
same tables give the same descriptor.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.contract import Contract
from scripts.publish.checksums import sha256
from scripts.records import Row, Tables


def write_descriptor(
    folder: Path,
    version: str,
    tables: Tables,
    contract: Contract,
    accuracy: Mapping[str, object] | None = None,
) -> None:
    """Writes `datapackage.json` into `folder`, which already holds the CSV and Parquet files of `tables`.

    `accuracy` (measured figures, anything that JSON holds) is published as it is.
    """
    descriptor = contract.descriptor()
    resources = descriptor.pop("resources")
    descriptor["version"] = version
    descriptor["sources"] = [*descriptor.get("sources", []), *_sources(tables)]
    if accuracy is not None:
        descriptor["accuracy"] = accuracy
    descriptor["resources"] = [_resource(resource, folder, tables) for resource in resources]
    text = json.dumps(descriptor, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="")


def _resource(resource: dict[str, Any], folder: Path, tables: Tables) -> dict[str, Any]:
    name = resource["name"]
    schema = resource.pop("schema")
    return {
        **resource,
        **_file(folder / f"{name}.csv"),
        "rows": len(tables[name]),
        "alternates": [
            {
                **_file(folder / f"{name}.parquet"),
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
            }
        ],
        "schema": schema,
    }


def _file(path: Path) -> dict[str, Any]:
    return {"path": path.name, "bytes": path.stat().st_size, "hash": f"sha256:{sha256(path)}"}


def _sources(tables: Tables) -> list[dict[str, object]]:
    publishers = {row["actor_id"]: row["name"] for row in tables.get("actors", [])}
    return [_source(row, publishers.get(row["publisher_id"])) for row in tables.get("documents", [])]


def _source(document: Row, publisher: object) -> dict[str, object]:
    parts = (document["title"], publisher, document["published"])
    source: dict[str, object] = {"title": ", ".join(str(part) for part in parts if part is not None)}
    if document["url"] is not None:
        source["path"] = document["url"]
    return {**source, "source_file": document["source_file"], "hash": f"sha256:{document['sha256']}"}
