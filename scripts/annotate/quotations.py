"""Component `quotations`: what stands inside quotation marks.

A quotation that is opened again at the head of the next paragraph before it was closed goes on there (the
newspaper rule);
each paragraph's part is a span of its own, so that a quote never holds what lies between paragraphs.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

OPENING = {"“": "”", "„": "“", "«": "»", '"': '"', "``": "''", "‘": "’"}
# Single marks are apostrophes more often than not: they count only where they open a word after a space.
SINGLE = {"‘"}
# Shorter stretches are scare quotes or titles, not speech.
SPEECH_WORDS = 4

Token.set_extension("quotation", default=None, force=True)


@Language.factory("quotations")
class Quotations:
    """Writes `doc.spans["quotations"]` (contents without the marks) and `token._.quotation` (index of its
    span, or None).
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        spans = [span for block in paragraphs(doc) for span in _quoted(block)]
        doc.spans["quotations"] = spans
        for index, span in enumerate(spans):
            for token in span:
                token._.quotation = index
        return doc


def paragraphs(doc: Doc) -> list[Span]:
    """Stretches of read tokens between opaque gaps."""
    out, start = [], None
    for token in doc:
        if token._.block is None:
            if start is not None:
                out.append(doc[start : token.i])
                start = None
        elif start is None:
            start = token.i
    if start is not None:
        out.append(doc[start : len(doc)])
    return out


def is_speech(span: Span) -> bool:
    """Long enough to be somebody's words and not a scare quote or a title."""
    return sum(not t.is_punct for t in span) >= SPEECH_WORDS


def is_quoted_sentence(token: Token) -> bool:
    """The whole sentence stands in quotation marks: these are somebody's words."""
    inside = token._.quotation is not None and is_speech(token.doc.spans["quotations"][token._.quotation])
    return inside and all(t._.quotation is not None for t in token.sent if t.is_alpha)


def _quoted(block: Span) -> list[Span]:
    doc, spans = block.doc, []
    start: int | None = None
    closing = ""
    for token in block:
        text = token.text
        if start is None:
            if text in OPENING and _opens(token, block):
                start, closing = token.i + 1, OPENING[text]
        elif OPENING.get(text) == closing and _opens_again(token):
            unclosed = min(token.i, doc[start].sent.end)  # one sentence at the least
            spans.append(doc[start:unclosed])
            start = token.i + 1
        elif text == closing:
            spans.append(doc[start : token.i])
            start = None
    if start is not None and start < block.end:
        # Never closed: the words of a paragraph that the next one goes on with, or a slip. Either way they
        # are quoted.
        spans.append(doc[start : block.end])
    elif start is None and not spans:
        spans += _closed_only(block)
    return [span for span in spans if len(span)]


def _opens_again(mark: Token) -> bool:
    """A mark between a space and a word, which closes nothing: the one before it was never closed."""
    before = mark.nbor(-1)
    last = mark.i + 1 >= len(mark.doc) or mark.nbor(1).is_punct or mark.nbor(1).is_space
    return bool(before.whitespace_) and not mark.whitespace_ and not last


def _opens(token: Token, block: Span) -> bool:
    if token.i == block.start:
        return True
    before = token.nbor(-1)
    if token.text in SINGLE and _is_ayn(before, token):
        return False
    spaced = bool(before.whitespace_) or before.text in ("(", "—", "–", "-", "--")
    return spaced and not (token.text in SINGLE and token.whitespace_)


def _is_ayn(before: Token, mark: Token) -> bool:
    """ "Hasan Ali ‘Aziz": a letter of an Arabic name and no quotation mark."""
    named = before.is_alpha and before.text[0].isupper() and before.pos_ == "PROPN"
    return named and mark.i + 1 < len(mark.doc) and mark.nbor(1).text[0].isupper()


def _closed_only(block: Span) -> list[Span]:
    """A paragraph whose opening mark was lost in copying: `Among the things ... every time,” he said.`"""
    closers = [t.i for t in block if t.text == "”"]
    if len(closers) == 1 and not any(t.text == "“" for t in block):
        return [block.doc[block.start : closers[0]]]
    return []
