"""Which tokens stand in one paragraph: between two there is nothing that is not read."""

from __future__ import annotations

from itertools import accumulate

from spacy.tokens import Doc

# How many opaque tokens stand before each token.
Doc.set_extension("gaps", default=None, force=True)


def count_gaps(doc: Doc) -> None:
    """Writes `doc._.gaps`, so that `together` need not look at the tokens between."""
    doc._.gaps = [0, *accumulate(int(t._.block is None) for t in doc)]


def together(doc: Doc, a: int, b: int) -> bool:
    """Whether the tokens from `a` to `b`, exclusive and in either order, are of one paragraph."""
    start, end = min(a, b), max(a, b)
    return bool(doc._.gaps[start] == doc._.gaps[end])
