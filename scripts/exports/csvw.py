"""CSV on the Web (https://www.w3.org/TR/tabular-metadata/): the CSV files with types, keys and meanings."""

from __future__ import annotations

from typing import Any

from scripts.contract import Field, Table
from scripts.exports.ddl import meaning
from scripts.exports.source import Source

TYPES = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean", "date": "date"}


def csvw_metadata(source: Source) -> dict[str, Any]:
    """A TableGroup of every table; its URLs are those of the CSV files beside it."""
    descriptor = source.descriptor
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": descriptor["title"],
        "dc:description": descriptor["description"],
        "dc:license": {"@id": descriptor["licenses"][0]["path"]},
        "schema:version": source.contract.version,
        "dialect": {"header": True, "delimiter": ",", "encoding": "utf-8", "doubleQuote": True},
        "tables": [_table(table) for table in source.contract.tables.values()],
    }


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(field) for field in table.fields],
        "primaryKey": list(table.primary_key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "columnReference": list(key.columns),
                "reference": {"resource": f"{key.table}.csv", "columnReference": list(key.references)},
            }
            for key in table.foreign_keys
        ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _column(field: Field) -> dict[str, Any]:
    column: dict[str, Any] = {
        "name": field.name,
        "titles": field.name,
        "dc:description": meaning(field),
        "datatype": _datatype(field),
        "null": "",
    }
    return column | ({"required": True} if field.required else {})


def _datatype(field: Field) -> dict[str, Any]:
    datatype: dict[str, Any] = {"base": TYPES[field.type]}
    if field.enum:
        datatype["format"] = "|".join(field.enum)
    elif field.type == "boolean":
        datatype["format"] = "true|false"
    if field.minimum is not None:
        datatype["minimum"] = field.minimum
    if field.maximum is not None:
        datatype["maximum"] = field.maximum
    if field.max_length is not None:
        datatype["maxLength"] = field.max_length
    return datatype
