"""Sentences that hold a cue but gave no row."""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.annotate.syntax import extent, trim
from scripts.extract.claims import Claim
from scripts.extract.frames import frames_at
from scripts.extract.sanction_acts import Imposed
from scripts.records import BlockKind, Extent


def uncertain_sentences(doc: Doc, found: list[Claim], imposed: list[Imposed]) -> tuple[Extent, ...]:
    """Sentences in which a word evokes a frame or a sanction, but no row came of it: for a reviewer to
    look at.
    """
    rows = [(c.content[0], c.content[1]) for c in found] + [s.content for s in imposed]
    out = []
    for sentence in doc.sents:
        if sentence[0]._.block in (None, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.HEADING):
            continue
        if any(a < sentence.end and b > sentence.start for a, b in rows):
            continue
        if any(next(frames_at(t), None) is not None for t in sentence):
            start, end = trim(doc, sentence.start, sentence.end)
            if start < end:
                out.append(extent(doc, (start, end)))
    return tuple(out)
