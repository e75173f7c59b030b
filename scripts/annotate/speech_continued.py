"""Speech without a cue of its own: quotations that go on after one that has a speaker, and interviews."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from scripts.annotate.paragraphs import together
from scripts.annotate.quotations import is_speech
from scripts.annotate.report import Report
from scripts.annotate.syntax import children, is_negated, trim


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
    out: list[Report] = []
    last: tuple[Span, Report] | None = None
    answering: Report | None = None  # whoever spoke last
    for q in quotes:
        if q.start in covered:
            last, answering = (q, covered[q.start]), covered[q.start]
            continue
        before = last[1] if last is not None and _goes_on(last[0], q) else _told_before(q, reports)
        before = before or (answering if _answers(q) else None)
        if before is None:
            last = None
            continue
        report = replace(
            before,
            content=trim(doc, q.start, q.end),
            stance="asserted",
            quoted=True,
            mixed=False,
            carried=True,
        )
        out.append(report)
        last = (q, report)
    return out


def _told_before(quote: Span, reports: list[Report]) -> Report | None:
    """ "Doe said soldiers had come. “They took everything.”": right behind the one report of a sentence in
    the same paragraph, its speaker goes on.
    """
    doc, opening = quote.doc, quote.start - 1
    if opening < 1 or quote.sent.start < opening or not together(doc, opening - 1, quote.end - 1):
        return None
    before = doc[opening - 1].sent
    told = [
        r
        for r in reports
        if before.start <= r.cue < before.end and doc[r.cue]._.quotation is None and not r.carried
    ]
    outer = [r for r in told if not any(o.content[0] <= r.cue < o.content[1] for o in told if o is not r)]
    speakers = {r.source for r in outer}
    return outer[-1] if len(speakers) == 1 and outer[-1].force == "claim" else None


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


def _answers(quote: Span) -> bool:
    """In an interview: a paragraph that is a quotation and nothing else, behind one that is a question."""
    doc, opening = quote.doc, quote.start - 1
    if opening < 2 or doc[opening - 1]._.block is not None:
        return False
    question = next((doc[i] for i in range(opening - 1, -1, -1) if doc[i]._.block is not None), None)
    closes = quote.end + 1 >= len(doc) or doc[min(quote.end + 1, len(doc) - 1)]._.block is None
    return question is not None and question.text == "?" and question._.quotation is None and closes


def introduced(doc: Doc, reports: list[Report]) -> list[Report]:
    """ "The ministry justified the strike as defensive: “...”": a quotation behind a colon that no cue
    reports is of whoever the clause in front of the colon speaks of.
    """
    out = []
    for q in doc.spans["quotations"]:
        colon = next((doc[i] for i in (q.start - 2, q.start - 3) if i >= 0 and doc[i].text == ":"), None)
        if colon is None or not is_speech(q):
            continue
        if any(r.content[0] < q.end and r.content[1] > q.start for r in reports):
            continue
        clause = doc[colon.sent.start : colon.i]
        subjects = children(clause.root, "nsubj") if len(clause) and not is_negated(clause.root) else []
        for subject in [s for s in subjects if s.pos_ in ("NOUN", "PROPN", "PRON")][:1]:
            content = trim(doc, q.start, q.end)
            out.append(Report(colon.i, subject.i, content, "asserted", "claim", True, False))
    return out


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
