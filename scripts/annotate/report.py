"""A report: who says what by which cue, as the tree and the quotation marks show it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scripts.annotate.quotations import is_speech
from scripts.annotate.speech_cues import Cue, cues


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
    content = _own_words(cue_token, content)
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


def _own_words(cue: Token, content: tuple[int, int]) -> tuple[int, int]:
    """ "X said that A, which Y denies", "..., a charge that Y rejects", "..., according to Y": without what
    is Y's.
    """
    doc, verbs = cue.doc, cues().verbs
    for token in doc[content[0] + 2 : content[1]]:
        closing = token.lower_ == "according" and token.right_edge.i >= token.sent.end - 2
        if closing and token._.quotation is None and doc[token.i - 1].text == "," and token != cue:
            return (content[0], token.i - 1)
        answer = token.head if token.lower_ == "which" and token.dep_ == "dobj" else token
        denies = answer.dep_ == "relcl" and answer.lemma_ in verbs and verbs[answer.lemma_].stance == "denied"
        claim = answer.head if answer.head.lemma_ in cues().nouns else None
        start = token.i if claim is None else claim.left_edge.i
        opens = (claim is not None or token.lower_ == "which") and doc[start - 1].text == ","
        if denies and answer != cue and opens and start - 1 > content[0]:
            return (content[0], start - 1)
    return content
