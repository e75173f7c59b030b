"""Whose government, police or army an article means that names no country beside the word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from scripts.annotate.nominal_phrases import Nominal


def with_home(phrases: Iterable[Nominal]) -> list[Nominal]:
    """ "The Libyan security forces", then "security forces": a body that the article calls by one country
    only is that country's wherever nothing else is said of it.
    """
    phrases = list(phrases)
    said: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        if _is_body(phrase) and phrase.country is not None:
            said[phrase.lemma].add(phrase.country)
    return [
        replace(p, country=min(said[p.lemma])) if _is_bare(p) and len(said[p.lemma]) == 1 else p
        for p in phrases
    ]


def _is_body(phrase: Nominal) -> bool:
    return phrase.is_institution and phrase.actor_type == "government_body"


def _is_bare(phrase: Nominal) -> bool:
    return (
        _is_body(phrase)
        and phrase.country is None
        and phrase.owner is None
        and not phrase.is_numbered
        and phrase.determiner in (None, "the")
        and not any(child.dep_ == "prep" for child in phrase.head.rights)
    )


def only_country_before(doc: Doc, position: int) -> str | None:
    """The one country in which all places named before a token lie; None where there is none, or two."""
    found = {p._.place.country_code for p in doc.spans["places"] if p.start < position and p._.place}
    return found.pop() if len(found) == 1 else None
