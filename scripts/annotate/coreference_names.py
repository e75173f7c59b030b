"""Coreference of proper names: by authority entry, form, abbreviation in brackets, surname."""

from __future__ import annotations

from spacy.tokens import Span

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.metonyms import is_agent_name
from scripts.annotate.person_names import same_person
from scripts.annotate.short_forms import bracketed


def add_name(cast: Cast, span: Span) -> None:
    """Mentions the actor that a name, or a metonym without a name, stands for; a new one where none fits."""
    name = span._.name
    if name is None:
        cast.mention(
            cast.state(authority.states()[span._.place.country_code]),
            span.start,
            span.end,
            span.root.i,
            "named",
        )
        return
    governed = _governed(span)
    if governed is not None:
        cast.mention(cast.state(governed), span.start, span.end, span.root.i, "named")
        return
    known_as = _other_name_of(cast, span)
    if known_as is not None:
        cast.mention(known_as, span.start, span.end, span.root.i, "named")
        return
    if name.entry is not None and name.entry.actor_type == "state" and not is_agent_name(span):
        return
    entity = _find(cast, span) or cast.new(
        name=name.entry.name if name.entry else _canonical(span.text),
        actor_type=name.actor_type,
        is_named=True,
        country_code=name.entry.country_code if name.entry else None,
        entry=name.entry,
        plural=name.actor_type in ("armed_group", "group"),
    )
    cast.mention(entity, span.start, span.end, span.root.i, "named")
    entity.forms.update(bracketed(span))


def _governed(span: Span) -> authority.Entry | None:
    """ "Government of Cameroon": the state."""
    words = span.text.split()
    if words[:2] != ["Government", "of"]:
        return None
    country = " ".join(words[2:]).removeprefix("the ")
    return next((e for e in authority.states().values() if country in e.forms), None)


def _other_name_of(cast: Cast, span: Span) -> Entity | None:
    """ "X, also known as Y"."""
    before = span.doc[max(0, span.start - 3) : span.start].text.lower()
    if not before.endswith(("known as", "aka", "a.k.a.", "alias", "formerly", "known as the")):
        return None
    participle = next((t for t in span.root.ancestors if t.lemma_ == "know"), None)
    head = participle.head if participle is not None and participle.dep_ in ("acl", "amod", "relcl") else None
    return cast.of(head) if head is not None else None


def _find(cast: Cast, span: Span) -> Entity | None:
    name, text = span._.name, _canonical(span.text)
    if name.entry is not None:
        return next((e for e in cast.entities if e.entry == name.entry), None)
    for entity in reversed(cast.entities):
        if entity.is_named and text in entity.forms:
            return entity
    company = _company(cast, text) if len(span) == 1 else None
    if company is not None:
        return company
    if len(span) == 1 and name.actor_type != "person":
        return next(
            (
                e
                for e in reversed(cast.entities)
                if e.is_named and e.actor_type == name.actor_type and text in e.name.split()
            ),
            None,
        )
    if name.actor_type == "person":
        return next(
            (
                e
                for e in reversed(cast.entities)
                if e.actor_type == "person" and e.is_named and same_person(text, e.name)
            ),
            None,
        )
    return None


def _company(cast: Cast, text: str) -> Entity | None:
    """ "Dinant" after "Dinant Corporation", where nobody else bears the name."""
    bearers = [e for e in cast.entities if e.is_named and text in e.name.split()]
    if not bearers or any(e.actor_type != "company" for e in bearers):
        return None
    return next((e for e in reversed(bearers) if e.name.split()[0] == text), None)


def _canonical(text: str) -> str:
    """White space folded, and without the full stop that a sentence lends to "Corp" at its end."""
    folded = " ".join(text.split())
    return folded[:-1] if folded.endswith((" Corp.", " Inc.", " Ltd.", " Co.", " Bros.")) else folded
