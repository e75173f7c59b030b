"""The actors of a text, and the words that mention each."""

from __future__ import annotations

from scripts.annotate.cast import Cast
from scripts.annotate.pipeline import Reader
from tests.reading import article


def cast(reader: Reader, text: str) -> dict[str, set[str]]:
    """Name of each actor -> the words that mention it."""
    (doc,) = reader.read([article(text)])
    found: Cast = doc._.cast
    return {e.name: {doc[m.start : m.end].text for m in e.mentions} for e in found.entities if e.mentions}
