"""Antecedents of descriptions: "the commander", "the same ministry", "Houthi forces", "the regime"."""

from __future__ import annotations

from scripts import authority
from scripts.annotate.body_names import same_body
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.home_country import only_country_before
from scripts.annotate.lexicon import lexicon
from scripts.annotate.nominal_phrases import Nominal
from scripts.annotate.paragraphs import together
from scripts.annotate.syntax import DEFINITE, SUBJECTS
from scripts.reference import load_yaml


def body_of(cast: Cast, nominal: Nominal) -> Entity | None:
    """ "Houthi forces", "the Shia ethnic group", "National Army soldiers": an armed group's fighters and an
    army's soldiers as a whole are the group or the army.
    """
    words = load_yaml("anaphora.yml")
    if nominal.owner is None or nominal.is_numbered or nominal.owner not in cast.at:
        return None
    owner, before = cast.entities[cast.at[nominal.owner]], cast.doc[nominal.owner]
    military = set(owner.name.lower().split()) & set(words["military_words"])
    army = owner.actor_type == "government_body" and bool(military) and nominal.lemma in words["fighters"]
    armed = owner.actor_type in ("armed_group", "group") and nominal.lemma in words["collectives"]
    if not (army or armed) or not owner.is_named or before.dep_ == "poss":
        return None
    if before.i < nominal.head.i:
        return owner
    of = before.head  # "members of the Front"; "a tribe of the Front" is a part of it
    part = of.lower_ in ("of", "from") and of.i == nominal.head.i + 1
    return owner if nominal.is_plural and part else None


def called(cast: Cast, nominal: Nominal) -> Entity | None:
    """ "The Myanmar armed forces": the one body that bears the description as its name."""
    if not nominal.is_institution or nominal.is_numbered or nominal.country is None:
        return None
    bodies = [
        e
        for e in cast.entities
        if e.is_named
        and e.lemma is None
        and e.actor_type == nominal.actor_type
        and same_body(nominal.name, e.name)
    ]
    return bodies[0] if len(bodies) == 1 else None


def antecedent(cast: Cast, nominal: Nominal) -> Entity | None:
    """The last actor that a definite description fits: same noun, or a noun for its kind, and no other
    modifiers.
    """
    if nominal.determiner not in DEFINITE or nominal.is_numbered:
        return None
    if (lone := _lone_group(cast, nominal)) is not None:
        return lone
    if is_someone_new(nominal):
        return next((e for e in reversed(cast.by_recency()) if e.name == nominal.name), None)
    fitting = [e for e in reversed(cast.by_recency()) if _may_mean(nominal, e)]
    if not fitting:
        return None
    for entity in fitting:
        if nominal.lemma == entity.lemma and not entity.is_named and _is_near(cast, nominal, entity):
            return entity
    return next((e for e in fitting if _goes_on(cast, nominal, e)), fitting[0])


def _lone_group(cast: Cast, nominal: Nominal) -> Entity | None:
    """ "The militants", "the paramilitary group": the armed group, if the text has named one only."""
    words = load_yaml("anaphora.yml")
    said = {m.lower() for m in nominal.modifiers} - set(words["of_armed_groups"])
    fighters = nominal.lemma in words["armed_members"] and nominal.is_plural
    group = nominal.lemma == "group" and not nominal.is_plural and len(said) < len(nominal.modifiers)
    if not (fighters or group) or said or nominal.owner is not None or nominal.country is not None:
        return None
    named = [e for e in cast.entities if e.is_named and e.actor_type == "armed_group" and e.mentions]
    others = [e for e in cast.entities if not e.is_named and e.actor_type == "armed_group" and e.country_code]
    return named[0] if len(named) == 1 and not others else None


def _may_mean(nominal: Nominal, entity: Entity) -> bool:
    words = load_yaml("anaphora.yml")
    known = {m.lower() for m in entity.modifiers} | set(entity.name.lower().split()) | set(words["loose"])
    said = {m.lower() for m in nominal.modifiers if not m.lower().endswith(tuple(words["loose_endings"]))}
    if said - known:
        return False
    if nominal.country and nominal.is_institution and entity.country_code not in (nominal.country, None):
        return False  # "the Afghan forces" are not the American ones
    if nominal.country and nominal.lemma in lexicon().government_nouns and entity.country_code is None:
        return False  # "the Syrian government" is not the representative one that somebody wants
    if entity.lemma == nominal.lemma and entity.plural == nominal.is_plural:
        return True
    if (
        entity.is_named
        and nominal.lemma in words["bodies_of"]
        and f" {nominal.lemma}s" in entity.name.lower()
    ):
        return not nominal.country  # "the experts" of "the Panel of Experts"
    if nominal.lemma in words["state_forces"] and entity.actor_type == "armed_group":
        return False  # "the army" is not the Orlan Liberation Army
    if nominal.lemma in words["called"].get(entity.name, ()):
        return True
    if entity.name in words["unions"]:
        return False
    other_body = set(entity.name.lower().split()) & set(words["no_groups"])
    if nominal.lemma in words["groups"] and other_body:
        return False  # "the group" is no university
    units = {entity.lemma, *entity.name.lower().split()} & set(words["units"])
    if nominal.lemma == "force" and entity.actor_type != "armed_group" and not units:
        return False  # "the force" is no ministry
    whole = nominal.is_plural and nominal.lemma in words["collectives"] and entity.actor_type == "armed_group"
    return entity.is_named and (whole or not nominal.is_plural) and nominal.fits(entity)


def _is_near(cast: Cast, nominal: Nominal, entity: Entity) -> bool:
    """Brought in by the same noun in the sentence before: "a faction of the Front ... The faction"."""
    first = nominal.head.sent.start
    before = cast.doc[first - 1].sent.start if first else 0
    return any(before <= m.head < first for m in entity.mentions)


def _goes_on(cast: Cast, nominal: Nominal, entity: Entity) -> bool:
    """Both are subjects, of this sentence and the one before: "X accused Y. The group said ..." is X."""
    first = nominal.head.sent.start
    if nominal.head.dep_ not in SUBJECTS or not first:
        return False
    before = cast.doc[first - 1].sent
    return any(
        before.start <= m.head < before.end and cast.doc[m.head].dep_ in SUBJECTS for m in entity.mentions
    )


def is_someone_new(nominal: Nominal) -> bool:
    """ "the then-spokesman for the cabinet": an office that the phrase explains brings in who holds it."""
    person = nominal.actor_type == "person"
    return person and any(f" {word} " in f" {nominal.name} " for word in ("of", "for", "from"))


def repeated(cast: Cast, nominal: Nominal) -> Entity | None:
    """The same description word for word, of one person in the same paragraph, of people anywhere; or of the
    same country's institution anywhere.
    """
    for entity in reversed(cast.by_recency()):
        if (
            entity.lemma != nominal.lemma
            or entity.entry is not None
            or (entity.is_named and not nominal.is_institution)
        ):
            continue
        if (
            nominal.country is not None
            and nominal.is_institution
            and not nominal.is_numbered
            and (
                entity.is_named or sorted(entity.name.lower().split()) == sorted(nominal.name.lower().split())
            )
            and entity.country_code == nominal.country
        ) and _agree(nominal.modifiers, entity.modifiers):
            return entity
        if (
            entity.name.lower() == nominal.name.lower()
            and not nominal.is_numbered
            and (nominal.is_plural or together(cast.doc, entity.mentions[-1].head, nominal.head.i))
        ):
            return entity
    return None


def _agree(said: frozenset[str], known: frozenset[str]) -> bool:
    """Does one phrase only say more than the other, and nothing of another side ("opposition forces")?"""
    one, other = {m.lower() for m in said}, {m.lower() for m in known}
    return not (one ^ other) & set(load_yaml("anaphora.yml")["other_sides"]) and (
        one <= other or other <= one
    )


def state_behind(cast: Cast, nominal: Nominal) -> Entity | None:
    """ "The Iranian regime", "Sudan's government", "the regime" after either: the state; "the
    Emiratis" too.
    """
    if (
        nominal.determiner == "the"
        and nominal.is_demonym
        and not nominal.is_numbered
        and not nominal.modifiers
        and nominal.country
    ):
        return cast.state(authority.states()[nominal.country])
    if nominal.lemma not in lexicon().government_nouns:
        return None
    code = nominal.country
    if code is None and nominal.determiner in DEFINITE and not nominal.modifiers:
        before = [e for e in cast.by_recency() if e.actor_type == "state"]
        if before:
            return _governing(cast, before)
        code = only_country_before(cast.doc, nominal.head.i)
    if code is None or code not in authority.states():
        return None
    return cast.state(authority.states()[code])


def _governing(cast: Cast, states: list[Entity]) -> Entity:
    """Of states, the last mentioned behind: the last whose government was spoken of before, else the one
    that the text speaks of most.
    """
    nouns = lexicon().government_nouns
    spoken_of = [e for e in states if any(cast.doc[m.head].lemma_.lower() in nouns for m in e.mentions)]
    if spoken_of:
        return spoken_of[-1]
    most = max(len(e.mentions) for e in states)
    return [e for e in states if len(e.mentions) == most][-1]
