"""A report: who says what by which cue, as the tree and the quotation marks show it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scripts.annotate.quotations import is_speech
from scripts.annotate.speech_cues import Cue


@dataclass(frozen=True, slots=True)
class Report:
    """Token indices into the Doc, ends exclusive. `source` is the head of the words that name the source."""

    cue: int
    source: int
    content: tuple[int, int]
    stance: str
    force: str
    quoted: bool  # the whole content stands in quotation marks
    mixed: bool  # part of it does
    carried: bool = False  # a quotation without a cue of its own
    accused: tuple[int, ...] = ()  # heads of those whom an accusation is made against
    through: int | None = None  # head of who passes it on: "an official quoted by X", "X, citing an official"


def report(cue_token: Token, source: Token, content: tuple[int, int], cue: Cue) -> Report:
    """The report that a cue makes of a content, with what its quotation marks say."""
    doc = cue_token.doc
    inside = [doc[i]._.quotation is not None for i in range(*content) if not doc[i].is_punct]
    speech = any(
        is_speech(q) and q.start < content[1] and q.end > content[0] for q in doc.spans["quotations"]
    )
    cue_inside = cue_token._.quotation is not None
    quoted = bool(inside) and all(inside) and not cue_inside
    return Report(
        cue_token.i,
        source.i,
        content,
        cue.stance,
        cue.force,
        quoted,
        any(inside) and not quoted and speech and not cue_inside,
    )
