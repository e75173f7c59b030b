"""Metonyms: names of capitals and countries that stand for the state."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from scripts import authority


def metonyms(doc: Doc) -> list[Span]:
    """Capitals and countries whose names stand for the state, where no name span says so: "Tehran's
    meddling".
    """
    covered = {t.i for s in doc.spans["names"] for t in s}
    return [
        s
        for s in doc.spans["places"]
        if s._.place_sense == "actor"
        and s._.mention_type == "named"
        and not any(t.i in covered for t in s)
        and _is_capital(s)
    ]


def _is_capital(place: Span) -> bool:
    country = authority.countries().get(place._.place.country_code or "")
    return (
        country is not None
        and country.capital is not None
        and place._.place.name in (country.capital, *country.metonyms)
    )


def is_agent_name(span: Span) -> bool:
    """A country's or capital's name that stands for its state: the places component says so, by syntax."""
    doc = span.doc
    for place in doc.spans.get("places", []):
        if place.start < span.end and place.end > span.start:
            return bool(place._.place_sense == "actor")
    return span.root.dep_ in ("nsubj", "nsubjpass", "agent", "dobj", "poss", "conj", "pobj")
