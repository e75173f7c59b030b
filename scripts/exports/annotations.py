"""W3C Web Annotations of every quote: where the words stand in the pinned file, and the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.exports.json_file import write_json
from scripts.exports.source import Source
from scripts.records import Row

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of context on each side, so that a quote that stands twice is found in its place


def write_annotations(source: Source, path: Path) -> None:
    """Writes an AnnotationCollection with one page that holds all annotations."""
    items = list(web_annotations(source))
    collection = {
        "@context": CONTEXT,
        "id": f"urn:{source.name}:{source.contract.version}:annotations",
        "type": "AnnotationCollection",
        "label": f"Quotes of {source.name} {source.contract.version}",
        "total": len(items),
        "first": {
            "id": f"urn:{source.name}:{source.contract.version}:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    write_json(collection, path)


def web_annotations(source: Source) -> Iterator[dict[str, Any]]:
    """One annotation for each row of each table with `document_id`, `quote`, `start` and `end`."""
    documents = source.by_id("documents")
    for table in source.contract.tables.values():
        if not {"document_id", "quote", "start", "end"} <= set(table.columns) or len(table.primary_key) != 1:
            continue
        kinds = [column for column in ("category", "stance", "relation", "mode") if column in table.columns]
        for row in source.tables[table.name]:
            key = str(row[table.primary_key[0]])
            labels = [table.name, *(str(row[kind]) for kind in kinds)]
            yield _annotation(key, labels, row, documents[row["document_id"]], source)


def _annotation(key: str, labels: list[str], row: Row, document: Row, source: Source) -> dict[str, Any]:
    quote = _quote_selector(row, source.texts.get(str(document["source_file"])))
    position = {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]}
    # Offsets count in the pinned file; the page on the web has the words, but at other places.
    file = {
        "id": f"urn:sha-256:{document['sha256']}",
        "format": "text/plain",
        "language": document["language"],
    }
    targets = [{"source": file, "selector": [position, quote]}]
    if document["url"] is not None:
        targets.append({"source": {"id": document["url"]}, "selector": [quote]})
    return {
        "@context": CONTEXT,
        "id": f"urn:{source.name}:{key}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": label} for label in labels],
        "target": targets,
    }


def _quote_selector(row: Row, text: str | None) -> dict[str, Any]:
    selector: dict[str, Any] = {"type": "TextQuoteSelector", "exact": row["quote"]}
    if text is not None:
        start, end = int(str(row["start"])), int(str(row["end"]))
        selector |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    return selector
