"""A proper name: the record that the component `names` hangs on each of its spans."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from scripts.authority import Entry

Span.set_extension("name", default=None, force=True)


@dataclass(frozen=True, slots=True)
class Name:
    """What a proper name names. `actor_type` is None for a name that may be a place only."""

    actor_type: str | None
    entry: Entry | None = None


def named(span: Span, actor_type: str | None) -> Span:
    """The span, as a name of that kind which no authority entry explains."""
    span._.name = Name(actor_type)
    return span
