"""What the component `places` found in a text, to compare with what a test wants."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def spans(doc: Doc) -> list[Span]:
    return list(doc.spans["places"])


def named(doc: Doc) -> dict[str, tuple[str, str | None]]:
    """Words of each mention -> type and country."""
    return {s.text: (s._.place.location_type, s._.place.country_code) for s in spans(doc)}


def senses(doc: Doc) -> dict[str, str]:
    return {s.text: s._.place_sense for s in spans(doc)}
