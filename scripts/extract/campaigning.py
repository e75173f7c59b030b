"""Words of war in texts about election campaigns: candidates attack, beat and support each other there."""

from __future__ import annotations

from spacy.tokens import Doc

from scripts.annotate.cast import Cast
from scripts.extract.claims import Claim
from scripts.extract.word_classes import ARMED, classes

# A campaign consists of acts of these kinds; they are conduct only where arms or an armed side are named.
OF_CAMPAIGNS = ("attack", "general_support", "financing", "recruitment", "targeted_killing")


def speaks_of_campaigns(doc: Doc) -> bool:
    """More of candidates and voters than of arms, wounds and arrests."""
    words = classes()
    harm = words["bloodshed"] | words["custody"] | words["harm"]
    lemmas = [t.lemma_.lower() for t in doc if t._.block is not None]
    campaign = sum(lemma in words["campaigning"] for lemma in lemmas)
    return campaign >= 4 and campaign > sum(lemma in harm for lemma in lemmas)


def is_campaigning(claim: Claim, doc: Doc) -> bool:
    """ "The senator attacked his opponents on stage": no armed side takes part, no word is of bloodshed."""
    if claim.category not in OF_CAMPAIGNS:
        return False
    cast: Cast = doc._.cast
    sides = ARMED | ({"state"} if claim.category == "attack" else set())
    armed = any(cast.entities[e].actor_type in sides for e, _ in claim.roles)
    words = classes()["bloodshed"] | classes()["custody"]
    said = {t.lemma_.lower() for t in doc[claim.token].sent}
    return not armed and not said & words
