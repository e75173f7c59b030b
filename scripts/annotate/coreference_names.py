"""Coreference of proper names: by authority entry, form, abbreviation in brackets, surname."""

from __future__ import annotations

from spacy.tokens import Span

from scripts import authority
from scripts.annotate.body_names import same_body, without_suffix
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.metonyms import is_agent_name
from scripts.annotate.person_names import at_an_end, same_person
from scripts.annotate.short_forms import bracketed, initials
from scripts.annotate.state_words import country_of
from scripts.annotate.syntax import children
from scripts.reference import load_yaml


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
    start, country = _whose(span)
    full = _canonical(span.doc[start : span.end].text)
    entity = _find(cast, span, full) or cast.new(
        name=name.entry.name if name.entry else full,
        actor_type=name.actor_type,
        is_named=True,
        country_code=name.entry.country_code if name.entry else country,
        entry=name.entry,
        plural=name.actor_type in ("armed_group", "group"),
    )
    cast.mention(entity, start, span.end, span.root.i, "named")
    entity.forms.update(bracketed(span))
    styled = span.doc[start - 1 : span.end] if start and entity.is_person else span
    if styled[0].text in load_yaml("anaphora.yml")["styles"]:
        entity.forms.add(_canonical(styled.text))  # "Sayed Anton Reed" is called so, too


def _whose(span: Span) -> tuple[int, str | None]:
    """ "Norland's Foreign Ministry": where the name begins with the state that a body of government belongs
    to, and the code of that state.
    """
    name = span._.name
    for state in children(span.root, "poss"):
        code = country_of(span.root)
        if state.i == span.start - 2 and name.entry is None and name.actor_type == "government_body" and code:
            return state.left_edge.i, code
    return span.start, None


def _governed(span: Span) -> authority.Entry | None:
    """ "Government of Cameroon": the state."""
    words = span.text.split()
    if words[:2] != ["Government", "of"]:
        return None
    country = " ".join(words[2:]).removeprefix("the ")
    return next((e for e in authority.states().values() if country in e.forms), None)


def _other_name_of(cast: Cast, span: Span) -> Entity | None:
    """ "X, also known as Y": the name of Y's kind right before, or what the phrase describes."""
    before = span.doc[max(0, span.start - 5) : span.start]
    phrase = before.text.lower().rstrip(" \"“‘'").removesuffix(" the")
    if not phrase.endswith(tuple(load_yaml("anaphora.yml")["also_known"])):
        return None
    names = [m for e in cast.entities for m in e.mentions if m.form == "named" and m.end <= span.start]
    last = max(names, key=lambda m: m.end, default=None)
    if last is not None and before.start <= last.end:
        entity = cast.entities[last.entity]
        if entity.actor_type == span._.name.actor_type:
            return entity
    participle = next((t for t in span.root.ancestors if t.lemma_ == "know"), None)
    head = participle.head if participle is not None and participle.dep_ in ("acl", "amod", "relcl") else None
    described = cast.of(head) if head is not None else None
    unknown = span._.name.entry is None or (described is not None and not described.is_person)
    return described if unknown else None


def _find(cast: Cast, span: Span, text: str) -> Entity | None:
    name = span._.name
    if name.entry is not None:
        return next((e for e in cast.entities if e.entry == name.entry), None) or _namesake(cast, span)
    for entity in reversed(cast.entities):
        if entity.is_named and text in entity.forms:
            return entity
    if name.actor_type != "person":
        bodies = [e for e in cast.entities if is_body(e) and is_called(e, text)]
        if len(bodies) == 1:
            return bodies[0]
    if name.actor_type == "company":
        whole = without_suffix(text)
        firms = [e for e in cast.entities if e.actor_type == "company" and without_suffix(e.name) == whole]
        if len(firms) == 1 and whole.count(" "):
            return firms[0]
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
        persons = [e for e in reversed(cast.entities) if e.actor_type == "person" and e.is_named]
        same = [e for e in persons if same_person(text, e.name)]
        # "Rashid" is rather Rashid Nouri or Amin Rashid than Amin Rashid Tabori, who may be named later
        return next((e for e in same if at_an_end(text, e.name)), next(iter(same), None))
    return None


def is_body(entity: Entity) -> bool:
    """Has a name, and is neither a person nor a state."""
    return entity.is_named and entity.actor_type not in ("person", "state")


def is_called(body: Entity, text: str) -> bool:
    """By the same words, or by its initials."""
    return same_body(text, body.name) or text in initials(body.name)


def _namesake(cast: Cast, span: Span) -> Entity | None:
    """ "The Times" after "The New York Times" is that paper, not the other that is called so."""
    tail = span.text.removeprefix("The ")
    return next(
        (
            e
            for e in reversed(cast.entities)
            if e.actor_type == span._.name.actor_type == "media" and e.name.endswith(f" {tail}")
        ),
        None,
    )


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
