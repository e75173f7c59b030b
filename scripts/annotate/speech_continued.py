"""Speech without a cue of its own: quotations that go on after one that has a speaker, and interviews."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from scripts.annotate.quotations import is_speech
from scripts.annotate.report import Report
from scripts.annotate.syntax import trim


def carried_on(doc: Doc, reports: list[Report]) -> list[Report]:
    """Quotations that no cue reports, right after one that has a speaker: the same speaker goes on.

    In the same paragraph the next quoted sentence; across paragraphs only where the first mark was never
    closed, or where the next paragraph is a quotation and nothing else.
    """
    quotes = [q for q in doc.spans["quotations"] if is_speech(q)]
    covered: dict[int, Report] = {}
    for r in reports:
        for q in quotes:
            says_it = not q.start <= r.cue < q.end  # "I think" inside a quotation does not say who is quoted
            if says_it and r.content[0] < q.end and r.content[1] > q.start:
                covered.setdefault(q.start, r)
    out, last = [], None
    for q in quotes:
        if q.start in covered:
            last = (q, covered[q.start])
        elif last is not None and _goes_on(last[0], q):
            report = replace(
                last[1],
                content=trim(doc, q.start, q.end),
                stance="asserted",
                quoted=True,
                mixed=False,
                carried=True,
            )
            out.append(report)
            last = (q, report)
        else:
            last = None
    return out


def _goes_on(before: Span, quote: Span) -> bool:
    between = before.doc[before.end : quote.start]
    newlines = any(t._.block is None for t in between)
    if newlines:
        if _is_all_quoted(between, quote):
            return True
        closed = any(t.text in ("”", "''", "»") or (t.text == '"') for t in between[:2])
        return not closed and all(t._.block is None or t.is_punct or t.is_quote for t in between)
    return _is_one_sentence(between) and quote.sent.start >= quote.start - 2


def _is_one_sentence(between: Span) -> bool:
    """The cue's clause, however long it describes the speaker; a short one even where the tree cuts it."""
    words = [t for t in between if t.is_alpha]
    return len(words) < 12 or not any(t.is_sent_start for t in words[1:])


def _is_all_quoted(between: Span, quote: Span) -> bool:
    """ "..., Doe said." and a next paragraph that is a quotation and nothing else: Doe goes on."""
    doc = quote.doc
    gaps = [t.i for t in between if t._.block is None]
    if len(gaps) != 1 or any(t.is_alpha for t in doc[gaps[0] : quote.start]):
        return False
    told = doc[between.start : gaps[0]]  # nothing but the cue's own sentence follows the first quotation
    if any(t.is_sent_start and t.is_alpha for t in told):
        return False
    end = next((t.i for t in doc[quote.start :] if t._.block is None), len(doc))
    return all(t._.quotation is not None for t in doc[quote.start : end] if t.is_alpha)


def interview(doc: Doc) -> list[Report]:
    """ "Doe: In the spring they came.": a paragraph that opens with a speaker's name and a colon is that
    speaker's.
    """
    out = []
    starts = {s.start: s for s in doc.spans["names"] if s._.name.actor_type == "person"}
    for start, name in sorted(starts.items()):
        first = start == 0 or doc[start - 1]._.block is None
        if first and name.end < len(doc) and doc[name.end].text == ":":
            end = next((t.i for t in doc[name.end :] if t._.block is None), len(doc))
            content = trim(doc, name.end + 1, end)
            if content[0] < content[1]:
                out.append(Report(name.end, name.root.i, content, "asserted", "claim", True, False))
    return out
