"""`CITATION.cff` and `.zenodo.json`: how to cite the data set, from its descriptor."""

from __future__ import annotations

from typing import Any

import yaml

from scripts.exports.json_file import json_text


def citation_cff(descriptor: dict[str, Any]) -> str:
    """Citation File Format 1.2.0; the day of release is left to the release."""
    citation = {
        "cff-version": "1.2.0",
        "message": "If you use these tables, cite them with their version, and the articles that you quote.",
        "type": "dataset",
        "title": descriptor["title"],
        "abstract": descriptor["description"],
        "version": descriptor["version"],
        "license": [item["name"] for item in descriptor["licenses"]],
        "keywords": descriptor.get("keywords", []),
        "authors": [{"name": who["title"]} for who in descriptor["contributors"]],
    }
    return yaml.safe_dump(citation, allow_unicode=True, sort_keys=False, width=110)


def zenodo_json(descriptor: dict[str, Any]) -> str:
    """The metadata of a deposit at Zenodo."""
    (license_, *_) = descriptor["licenses"]
    return json_text(
        {
            "upload_type": "dataset",
            "title": descriptor["title"],
            "description": f"<p>{descriptor['description']}</p>",
            "version": descriptor["version"],
            "creators": [{"name": who["title"]} for who in descriptor["contributors"]],
            "keywords": descriptor.get("keywords", []),
            "access_right": "open",
            "license": str(license_["name"]).lower(),
            "language": "eng",
        }
    )
