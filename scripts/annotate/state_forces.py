"""The police and the army of a state, however a text calls them."""

from __future__ import annotations

from collections import Counter

from scripts.annotate.cast import Cast, Entity
from scripts.reference import load_yaml


def join_forces(cast: Cast) -> None:
    """ "The Libyan army", then "the military", "soldiers": forces of one kind are one where the text knows
    that kind of one country at most, and tells of no other country twice as much.
    """
    told = _told_of(cast)
    most = max(told.values(), default=0)
    for kind in load_yaml("anaphora.yml")["forces"].values():
        words = [*kind["bodies"], *kind["members"]]
        alike = [e for e in cast.entities if e.mentions and _is_force(cast, e, words, kind["beside"])]
        bodies = [e for e in alike if e.is_named or e.lemma in kind["bodies"]]
        owners = {e.country_code for e in alike if e.country_code is not None}
        if len(owners) > 1 or not bodies or any(2 * told[code] < most for code in owners):
            continue
        if not owners and sum(2 * n > most for n in told.values()) != 1:
            continue
        known = max(bodies, key=lambda e: (e.entry is not None, e.lemma is None, e.is_named, -e.index))
        for entity in alike:
            if entity is not known and entity.entry is None:
                cast.join(entity, known)


def _told_of(cast: Cast) -> Counter[str]:
    """Country -> how many places and actors of it are mentioned."""
    places = [p._.place.country_code for p in cast.doc.spans["places"] if p._.place]
    actors = [e.country_code for e in cast.entities for _ in e.mentions]
    return Counter(code for code in places + actors if code)


def _is_force(cast: Cast, entity: Entity, words: list[str], beside: list[str]) -> bool:
    """Of this kind as a whole: "the police", "army soldiers"; not "three soldiers", "military police"."""
    if entity.is_person or entity.actor_type not in ("government_body", "group"):
        return False
    if entity.lemma is None:
        name = entity.name.lower().removesuffix(" forces")  # "Armed Forces", no "Civil Armed Force"
        return name.removesuffix(" force").split()[-1] in words and not name.endswith("armed force")
    first = entity.mentions[0]
    phrase, head = cast.doc[first.start : first.end], cast.doc[first.head]
    counted = any(t.dep_ in ("nummod", "quantmod") or t.like_num for t in phrase)
    whose = entity.possessor is not None and entity.country_code is None
    which = any(c.dep_ in ("acl", "relcl") or (c.dep_ == "prep" and c.lower_ != "in") for c in head.rights)
    said = {m.lower() for m in entity.modifiers}
    of_kind = entity.lemma in words or (entity.lemma in beside and bool(said & set(words)))
    some = counted or whose or which or "-" in phrase.text
    return of_kind and said <= {*words, *beside} and not some
