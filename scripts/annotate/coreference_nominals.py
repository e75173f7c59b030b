"""Coreference of descriptions: with the name they describe, with an antecedent, or with nobody known."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.antecedents import antecedent, body_of, called, repeated, state_behind
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.nominal_phrases import Nominal
from scripts.annotate.syntax import behind
from scripts.reference import load_yaml


def add_nominal(cast: Cast, nominal: Nominal) -> None:
    """Mentions the actor that a description stands for; a new one where none fits."""
    if nominal.same_as is not None:
        if nominal.same_as not in cast.at:
            return
        entity = cast.entities[cast.at[nominal.same_as]]
        if entity.is_person != (nominal.actor_type == "person") or entity.actor_type == "state":
            return
        _arm(entity, nominal.actor_type == "armed_group")
        entity.roles.add(nominal.lemma)
        entity.roles |= _ranks(cast, nominal)
        entity.modifiers |= nominal.modifiers
        entity.bodies |= {o.i for o in behind(nominal.head, "of", "for", "in")}
        entity.bodies |= {nominal.owner} if nominal.owner is not None else set()
        if nominal.is_apposition:
            around = nominal.start <= nominal.same_as < nominal.head.i  # "the Daima Leo newspaper"
            entity.description = entity.description or (None if around else nominal.description)
            entity.country_code = entity.country_code or _country_of(cast, nominal)
        cast.mention(entity, nominal.start, nominal.end, nominal.head.i, "nominal")
        return
    owner = None if nominal.owner is None else _owner(cast, cast.doc[nominal.owner])
    if owner is not None:
        _arm(owner, nominal.lemma in load_yaml("anaphora.yml")["armed_members"] and nominal.is_plural)
    known = (
        body_of(cast, nominal)
        or called(cast, nominal)
        or antecedent(cast, nominal)
        or repeated(cast, nominal)
        or state_behind(cast, nominal)
    )
    entity = known or _new(cast, nominal)
    entity.possessor = entity.possessor if known else nominal.owner
    _name_in_full(entity, nominal)
    cast.mention(entity, nominal.start, nominal.end, nominal.head.i, "nominal")


def _arm(entity: Entity, is_armed: bool) -> None:
    """A body that the text calls a militia, or whose rebels it tells of, is an armed group."""
    if is_armed and entity.is_named and entity.entry is None and entity.actor_type == "organization":
        entity.actor_type, entity.plural = "armed_group", True


def join_possessed(cast: Cast) -> None:
    """What somebody heads or belongs to is his ("Ali Amini, head of the agency, ... his agency"); an armed
    group's fighters are the group ("the Front ... its fighters").
    """
    doc, words = cast.doc, load_yaml("anaphora.yml")
    for entity in cast.entities:
        if entity.possessor is None or entity.is_named or entity.is_person:
            continue
        owner = _owner(cast, doc[entity.possessor])
        if owner is None or owner is entity:
            continue
        if not owner.is_person:
            if (
                owner.actor_type == "armed_group"
                and entity.lemma in words["fighters"]
                and _is_whole(cast, entity)
            ):
                cast.join(entity, owner)
            continue
        if doc[entity.possessor].pos_ != "PRON":
            continue
        bodies = [cast.entities[i] for i in sorted({cast.at[b] for b in owner.bodies if b in cast.at})]
        fitting = [
            b for b in bodies if b.is_named and b.actor_type in words["descriptions"].get(entity.lemma, ())
        ]
        if len(fitting) == 1:
            cast.join(entity, fitting[0])


def _owner(cast: Cast, token: Token) -> Entity | None:
    """Whose it is; "whose" goes back to what stands right before it, or else to what its clause describes."""
    if token.tag_ != "WP$":
        return cast.of(token)
    before = token.i - 1
    while before > 0 and cast.doc[before].is_punct:
        before -= 1
    around = [m for m in cast.mentions_before(token.i) if m.start <= before < m.end]
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    described = None if clause is None else cast.of(clause.head)
    return cast.entities[cast.at[around[0].head]] if around else described


def _is_whole(cast: Cast, entity: Entity) -> bool:
    """ "Its fighters", not "three of its fighters", "its captured fighters"."""
    first = entity.mentions[0]
    return entity.plural and first.head - first.start == 1 and cast.doc[first.head].dep_ != "pobj"


def _ranks(cast: Cast, nominal: Nominal) -> set[str]:
    """ "Lt. Gen. Ali Amini": "the general" later on."""
    short = load_yaml("anaphora.yml")["short_titles"]
    phrase = cast.doc[nominal.start : nominal.head.i + 3]
    return {short[t.lower_.rstrip(".")] for t in phrase if t.lower_.rstrip(".") in short}


def _name_in_full(entity: Entity, nominal: Nominal) -> None:
    """ "Security forces", called "the Libyan security forces" further on: named as where most is said."""
    same = entity.is_named and entity.entry is None and entity.lemma == nominal.lemma
    if same and nominal.name.lower().endswith(f" {entity.name.lower()}"):
        entity.name = nominal.name


def _new(cast: Cast, nominal: Nominal) -> Entity:
    return cast.new(
        name=nominal.name,
        actor_type=nominal.actor_type,
        is_named=nominal.is_institution
        and not nominal.is_numbered
        and nominal.determiner not in ("a", "an")
        and not (nominal.head.tag_ == "NNS" and nominal.actor_type not in ("government_body", "media"))
        and (_is_somebodys(cast, nominal) or nominal.country is not None),
        country_code=_country_of(cast, nominal),
        entry=None,
        plural=nominal.is_plural,
        lemma=nominal.lemma,
        modifiers=nominal.modifiers,
    )


def _is_somebodys(cast: Cast, nominal: Nominal) -> bool:
    """ "Herat's council" is a name, "its fighters" and "the king's army" are none."""
    if nominal.owner is None or cast.doc[nominal.owner].pos_ == "PRON":
        return False
    owner = cast.at.get(nominal.owner)
    return owner is None or cast.entities[owner].is_named


def _country_of(cast: Cast, nominal: Nominal) -> str | None:
    if nominal.country is not None:
        return nominal.country
    if nominal.owner is not None and nominal.owner in cast.at:
        return cast.entities[cast.at[nominal.owner]].country_code
    return None
