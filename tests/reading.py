"""Short texts made up for tests -> articles, findings, and rows to compare with examples in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scripts.annotate.pipeline import Reader
from scripts.extract import Findings, extract
from scripts.extract.findings import Actor, Allegation
from scripts.records import Article, Block, BlockKind, Metadata

ROLES = ("accused", "participant", "target", "beneficiary")
ROW_KEYS = {
    "category",
    "stance",
    "stage",
    "mode",
    "rule",
    "chain",
    "quote",
    "date",
    "quantity",
    "places",
    *ROLES,
}


def article(
    text: str, *, publisher: str | None = None, published: date | None = None, title: bool = False
) -> Article:
    """Paragraphs stand between empty lines; with `title` the first of them is one."""
    blocks, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        if part.strip():
            kind = BlockKind.TITLE if title and number == 0 else BlockKind.PARAGRAPH
            blocks.append(Block(kind, at, at + len(part)))
        at += len(part) + 2
    return Article(
        "made-up.txt", "0" * 64, text, tuple(blocks), Metadata("Made up", publisher, None, published)
    )


def find(reader: Reader, text: str, **known: Any) -> Findings:
    (doc,) = reader.read([article(text, **known)])
    return extract(doc)


def rows(findings: Findings) -> list[dict[str, Any]]:
    """Each allegation with the keys that an example may name."""
    return [_row(findings, a) for a in findings.allegations]


def _row(findings: Findings, a: Allegation) -> dict[str, Any]:
    text, actors = findings.article.text, findings.actors
    row: dict[str, Any] = {
        "category": a.category,
        "stance": a.stance,
        "stage": a.stage,
        "mode": a.mode,
        "rule": a.rule,
        "chain": [actors[findings.statements[n].actor] for n in a.chain],
        "quote": text[a.extent.start : a.extent.end],
        "date": a.date and a.date.date_text,
        "quantity": a.quantity_text,
        "places": [f"{findings.places[n].place.name}: {role}" for n, role in a.places],
    }
    return row | {role: [actors[n] for n, r in a.actors if r == role] for role in ROLES}


def fits(row: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Every key that the example names: actors by a part of a name, in any order except in a chain."""
    unknown = set(wanted) - ROW_KEYS
    assert not unknown, f"unknown keys of an example: {sorted(unknown)}"
    return all(_fits(key, row[key], value) for key, value in wanted.items())


def _fits(key: str, got: Any, wanted: Any) -> bool:
    if key == "chain":
        return len(got) == len(wanted) and all(map(is_called, got, wanted))
    if key in ROLES:
        return len(got) == len(wanted) and all(any(is_called(a, part) for a in got) for part in wanted)
    return bool(got == wanted)


def is_called(actor: Actor, part: str) -> bool:
    return any(part.lower() in name.lower() for name in names(actor))


def names(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (mention.text for mention in actor.mentions)


def told(row: Mapping[str, Any]) -> str:
    """A row for the message of a failed test."""
    plain = {k: [a.name for a in v] if k == "chain" or k in ROLES else v for k, v in row.items() if v}
    return ", ".join(f"{k}={v!r}" for k, v in plain.items())
