"""Nouns in which sanctions are announced: measures, designations, lists."""

from __future__ import annotations

from spacy.tokens import Token

from scripts import authority
from scripts.annotate.cast import Cast
from scripts.annotate.subjects import antecedent, subjects
from scripts.annotate.syntax import agents, behind, children, is_passive
from scripts.extract.sanction_acts import Imposed, acts, is_imposed
from scripts.extract.sanction_lexicon import sanction_words


def measure(noun: Token, cast: Cast) -> list[Imposed]:
    """ "imposed sanctions on X", "sanctions were imposed on X by Y", "hit X with sanctions"."""
    words = sanction_words()
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words["bundles"]:
        noun = noun.head.head  # "a seventh round of restrictive measures"
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "under"
        and noun.head.head.lemma_ == "be"
        and is_imposed(noun.head.head)
    ):
        return acts(noun.head.head, noun, subjects(noun.head.head), _modifier_authority(noun), cast)
    relative = next((c for c in children(noun, "relcl") if c.lemma_.lower() in words["impose"]), None)
    if (
        relative is not None and is_imposed(relative) and not is_passive(relative)
    ):  # "a ban that X imposed on Y"
        on = behind(relative, "on", "against")
        return acts(relative, noun, on, subjects(relative), cast)
    through = (
        noun.head
        if noun.dep_ in ("dobj", "nsubjpass", "nsubj")
        else noun.head.head
        if noun.dep_ == "pobj"
        else None
    )
    if through is None or through.pos_ != "VERB" or not is_imposed(through):
        return []
    lemma = through.lemma_.lower()
    on = [o for n in (noun, through, *children(noun, "conj")) for o in behind(n, "on", "against")]
    if noun.dep_ == "dobj" and lemma in words["impose"]:
        return acts(through, noun, on, subjects(through), cast)
    if noun.dep_ == "nsubjpass" and lemma in words["impose"]:
        return acts(through, noun, on, agents(through), cast)
    if noun.dep_ == "pobj" and lemma in words["hit"] and noun.head.lower_ == "with":
        if is_passive(through):
            return acts(through, noun, subjects(through), agents(through) or _modifier_authority(noun), cast)
        return acts(through, noun, children(through, "dobj"), subjects(through), cast)
    return []


def designation(noun: Token, cast: Cast) -> list[Imposed]:
    """ "Announced the designation of X and Y as ...", "its designation of X"."""
    targets = behind(noun, "of")
    verb = noun.head
    announced = verb.pos_ == "VERB" and verb.lemma_.lower() in sanction_words()["impose"]
    if not targets or noun.dep_ not in ("dobj", "nsubjpass") or not announced or not is_imposed(verb):
        return []
    by = agents(verb) if noun.dep_ == "nsubjpass" else subjects(verb)
    return acts(verb, noun, targets, by or children(noun, "poss"), cast)


def listed(noun: Token, cast: Cast) -> list[Imposed]:
    """ "added X to its sanctions list", "X was placed on the blacklist"."""
    kinds = {c.lemma_.lower() for c in noun.children}
    if noun.lemma_.lower() == "list" and not kinds & sanction_words()["list_words"]:
        return []
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("to", "on", "onto"):
        return []
    verb = noun.head.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in sanction_words()["list"] or not is_imposed(verb):
        return []
    if is_passive(verb):
        return acts(
            verb,
            noun,
            subjects(verb),
            agents(verb) or children(noun, "poss") or _modifier_authority(noun),
            cast,
        )
    return acts(verb, noun, [antecedent(verb, o) for o in children(verb, "dobj")], subjects(verb), cast)


def _modifier_authority(noun: Token) -> list[Token]:
    return [
        c
        for c in children(noun, "amod", "compound", "nmod")
        if c.text in authority.demonyms() or c.pos_ == "PROPN"
    ]
