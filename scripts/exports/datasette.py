"""Metadata for Datasette (its releases 0.x): descriptions, facets, units, labels and licences."""

from __future__ import annotations

from typing import Any

from scripts.contract import Table
from scripts.exports.ddl import meaning
from scripts.exports.source import Source
from scripts.exports.sqlite import searched
from scripts.exports.views import load_views

LABELS = ("name", "title", "label", "quote")
UNITS = {"latitude": "degree", "longitude": "degree"}


def datasette_metadata(source: Source) -> dict[str, Any]:
    """What `datasette --metadata` reads; the database is named as the file is."""
    descriptor = source.descriptor
    (license_, *_) = descriptor["licenses"]
    tables = {name: _table(table) for name, table in source.contract.tables.items()}
    tables |= {
        f"{name}_fts{part}": {"hidden": True}
        for name, table in source.contract.tables.items()
        if searched(table)
        for part in ("", "_config", "_data", "_docsize", "_idx")
    }
    tables |= {name: _described(view.table) for name, view in load_views(source.contract).items()}
    return {
        "title": f"{descriptor['title']}, {source.contract.version}",
        "description": descriptor["description"],
        "license": license_["name"],
        "license_url": license_["path"],
        "databases": {source.name: {"description": descriptor["description"], "tables": tables}},
    }


def _table(table: Table) -> dict[str, Any]:
    options = _described(table)
    for label in LABELS:
        if label in table.columns:
            options["label_column"] = label
            break
    if facets := [field.name for field in table.fields if field.enum or field.type == "boolean"]:
        options["facets"] = facets
    if units := {column: UNITS[column] for column in table.columns if column in UNITS}:
        options["units"] = units
    return options


def _described(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "description": table.description,
        "columns": {field.name: meaning(field) for field in table.fields},
    }
