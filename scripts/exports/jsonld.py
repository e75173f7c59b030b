"""schema.org Dataset as JSON-LD: what search engines for data sets read."""

from __future__ import annotations

from typing import Any

from scripts.exports.source import Source

FORMATS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def dataset(source: Source) -> dict[str, Any]:
    """The version as a Dataset with its files and the columns that they measure."""
    descriptor = source.descriptor
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": descriptor["title"],
        "alternateName": source.name,
        "description": descriptor["description"],
        "version": source.contract.version,
        "keywords": descriptor.get("keywords", []),
        "license": descriptor["licenses"][0]["path"],
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": who["title"]} for who in descriptor["contributors"]],
        "isBasedOn": [_work(item) for item in descriptor.get("sources", [])],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{table}.{extension}",
                "contentUrl": f"{table}.{extension}",
                "encodingFormat": media,
            }
            for table in source.contract.tables
            for extension, media in FORMATS.items()
        ],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": f"{table.name}.{field.name}", "description": field.description}
            for table in source.contract.tables.values()
            for field in table.fields
        ],
    }


def _work(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": item["title"],
        **({"url": item["path"]} if "path" in item else {}),
    }
