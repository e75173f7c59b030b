"""Croissant 1.0 (https://docs.mlcommons.org/croissant/): the CSV files as record sets."""

from __future__ import annotations

from typing import Any

from scripts.contract import Table
from scripts.exports.ddl import meaning
from scripts.exports.source import Source
from scripts.publish.checksums import sha256

TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
# The context that the specification prescribes to the letter.
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(source: Source) -> dict[str, Any]:
    """The metadata; `contentUrl` is the CSV file beside it."""
    descriptor = source.descriptor
    tables = source.contract.tables.values()
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": source.name,
        "description": descriptor["description"],
        "version": source.contract.version,
        "license": descriptor["licenses"][0]["path"],
        "keywords": descriptor.get("keywords", []),
        "creator": [{"@type": "sc:Organization", "name": who["title"]} for who in descriptor["contributors"]],
        "citeAs": f"{descriptor['title']}, version {source.contract.version}",
        "distribution": [_file(table, source) for table in tables],
        "recordSet": [_records(table) for table in tables],
    }


def _file(table: Table, source: Source) -> dict[str, Any]:
    name = f"{table.name}.csv"
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": table.description,
        "contentUrl": name,
        "encodingFormat": "text/csv",
        "sha256": sha256(source.folder / name),
    }


def _records(table: Table) -> dict[str, Any]:
    # No `references`: readers take them for joins, and fail where a table refers to two others or to itself.
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{table.name}/{field.name}",
            "name": field.name,
            "description": meaning(field),
            "dataType": TYPES[field.type],
            "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": field.name}},
        }
        for field in table.fields
    ]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.primary_key],
        "field": fields,
    }
