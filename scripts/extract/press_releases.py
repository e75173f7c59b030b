"""Whose press release a text is that nobody is known to publish."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from scripts.annotate.cast import Cast
from scripts.records import BlockKind
from scripts.reference import load_yaml


def speaks_for_itself(doc: Doc) -> int | None:
    """The body whose release a text without a named publisher is: its headline announces sanctions, or names
    who acts "today" in the first sentence, or it "said today" at the top.
    """
    cast: Cast = doc._.cast
    title = next((s for s in doc.sents if s[0]._.block == BlockKind.TITLE), None)
    announcing = _announcing(cast, title) if title is not None else None
    return announcing if announcing is not None else _said_today(cast)


def _announcing(cast: Cast, title: Span) -> int | None:
    verbs = load_yaml("sanctions.yml")["verbs"]
    verb = next((t for t in title if t.pos_ == "VERB" and t.lemma_ in verbs), None)
    heading = cast.of(cast.doc[verb.i - 1]) if verb is not None and verb.i > title.start else None
    if heading is not None and heading.actor_type in ("government_body", "organization", "state"):
        return heading.index
    first = next((s for s in cast.doc.sents if s[0]._.block == BlockKind.PARAGRAPH), None)
    acting = {e.index for t in first or () for e in [cast.of(t)] if e is not None}
    opening = [m for e in cast.entities for m in e.mentions if title.start == m.start and m.form == "named"]
    if first is None or not opening or not any(t.lower_ == "today" for t in first):
        return None
    body = cast.entities[opening[0].entity]
    parents = {e.entry.parent for i in acting for e in [cast.entities[i]] if e.entry is not None}
    ours = body.index in acting or (body.entry is not None and body.entry.name in parents)
    return body.index if ours and body.actor_type == "government_body" else None


def _said_today(cast: Cast) -> int | None:
    doc = cast.doc
    first = next(
        (
            r
            for r in doc._.reports
            if doc[r.cue].lemma_ == "say" and r.cue + 1 < len(doc) and doc[r.cue + 1].lower_ == "today"
        ),
        None,
    )
    if first is None:
        return None
    begun = sum(1 for t in doc[: first.cue] if t.is_sent_start and t._.block == BlockKind.PARAGRAPH)
    entity = cast.of(doc[first.source])
    ours = entity is not None and entity.is_named and entity.actor_type == "organization"
    return entity.index if entity is not None and ours and begun <= 5 else None
