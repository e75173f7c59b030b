"""Texts about attacks on computers, in which an "attack" is one of them."""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.extract.claims import Claim
from scripts.reference import load_yaml


def speaks_of_hacking(doc: Doc) -> bool:
    """Whether a text is about attacks on computers, whose "attack" is then one of them."""
    words = load_yaml("frames.yml")["classes"]
    said = [t.lemma_.lower() for t in doc if t._.block is not None]
    online = sum(any(part in word for part in words["hacking_parts"]) for word in said)
    return online >= 4 and online > 2 * sum(word in words["bloodshed"] for word in said)


def is_without_arms(claim: Claim, doc: Doc) -> bool:
    """An "attack" with no other word for force in its sentence."""
    words = set(load_yaml("frames.yml")["classes"]["bloodshed"])
    told = {t.lemma_.lower() for t in doc[claim.token].sent}
    word = doc[claim.token].lemma_.lower()
    online = word in load_yaml("frames.yml")["classes"]["hacked"]
    return claim.category == "attack" and online and not told & words


def is_with_arms(claim: Claim, doc: Doc) -> bool:
    """ "Were hacked and beaten to death": no computers, where the sentence tells of bloodshed."""
    words = set(load_yaml("frames.yml")["classes"]["bloodshed"])
    hacked = claim.category == "cyber_operation" and doc[claim.token].lemma_ == "hack"
    return hacked and bool({t.lemma_.lower() for t in doc[claim.token].sent} & words)
