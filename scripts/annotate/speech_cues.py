"""Cues of reported speech (`data/reference/cues.yml`): verbs, nouns and adjectives, and what each reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.reference import check_keys, load_yaml

KEYS = {
    "stance",
    "force",
    "object",
    "about",
    "clause_only",
    "quote_only",
    "gerund",
    "closing",
    "answers",
    "onto",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of `data/reference/cues.yml`."""

    stance: str = "asserted"
    force: str = "claim"  # claim | belief | accusation | demand | intent
    object: bool = False
    about: tuple[str, ...] = ()
    clause_only: bool = False
    quote_only: bool = False
    gerund: bool = False
    closing: bool = False  # may stand at the end of what it reports, after a comma
    onto: tuple[str, ...] = ()  # prepositions before whom the object is laid on ("blamed the raid on X")
    answers: bool = False  # reports only an answer to a claim ("called the charges a fairy tale")


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by lemma; `documents` are words for what is written or said, `refusals` for not saying it."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    hearsay: frozenset[str]  # nouns of what somebody claims
    documents: frozenset[str]
    personal: frozenset[str]  # documents that a single person issues
    inferring: frozenset[str]
    own_deeds: frozenset[str]
    parts: frozenset[str]
    speakers_for: frozenset[str]
    officials: frozenset[str]
    refusals: frozenset[str]
    bystanders: frozenset[str]
    offers: frozenset[str]  # what one turns down rather than denies
    untrue: frozenset[str]  # what answers call a claim
    mute: frozenset[str]  # nouns that say nothing, though the tree makes them subjects of speech
    mute_endings: tuple[str, ...]  # endings of such nouns


@cache
def cues() -> Cues:
    """Raises `DataError` for a key of a cue that nobody reads."""
    data = load_yaml("cues.yml")
    return Cues(
        verbs={lemma: _cue(f"cues.yml verbs {lemma}", row) for lemma, row in data["verbs"].items()},
        nouns={lemma: _cue(f"cues.yml nouns {lemma}", row) for lemma, row in data["nouns"].items()},
        adjectives={
            lemma: _cue(f"cues.yml adjectives {lemma}", row) for lemma, row in data["adjectives"].items()
        },
        hearsay=frozenset(data["hearsay"]),
        documents=frozenset(data["documents"]),
        personal=frozenset(data["personal"]),
        inferring=frozenset(data["inferring"]),
        own_deeds=frozenset(data["own_deeds"]),
        parts=frozenset(data["parts"]),
        speakers_for=frozenset(data["speakers_for"]),
        officials=frozenset(data["officials"]),
        refusals=frozenset(data["refusals"]),
        bystanders=frozenset(data["bystanders"]),
        offers=frozenset(data["offers"]),
        untrue=frozenset(data["untrue"]) | frozenset(load_yaml("modality.yml")["false"]),
        mute=frozenset(data["mute"]),
        mute_endings=tuple(data["mute_endings"]),
    )


def _cue(where: str, row: dict[str, Any]) -> Cue:
    check_keys(where, row, KEYS)
    return Cue(**{**row, "about": tuple(row.get("about", ())), "onto": tuple(row.get("onto", ()))})
