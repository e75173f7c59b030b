"""Sanctions as accusations: "imposed sanctions on X for doing", "X was hit with UN sanctions for doing"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from scripts.annotate.report import Report, report
from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_sources import author, is_author, speaker
from scripts.annotate.speech_withheld import is_withheld
from scripts.annotate.syntax import behind, children, coordinated, is_passive, modals, trim
from scripts.reference import load_yaml


def imposing(verb: Token) -> list[Report]:
    """ "Imposed sanctions on X for laundering money": X is accused by who imposes them."""
    words = load_yaml("sanctions.yml")
    measures = [o for o in children(verb, "dobj") if o.lemma_.lower() in words["plain_measures"]]
    source = speaker(verb) if measures and verb.lemma_.lower() in words["impose"] else None
    if is_withheld(verb) or modals(verb):
        return []
    if source is None:
        return _suffered(verb)
    near = [verb, *measures]
    accused = [t for n in near for o in behind(n, "on", "against") for t in coordinated(o)]
    why = [
        p
        for n in (*near, *accused)
        for p in children(n, "prep")
        if p.lower_ == "for" and children(p, "pcomp")
    ]
    if not accused or not why:
        return []
    content = trim(verb.doc, why[0].i + 1, why[0].right_edge.i + 1)
    return [
        replace(
            report(verb, author(source), content, cues().verbs["sanction"]),
            accused=tuple(t.i for t in accused),
        )
    ]


def _suffered(verb: Token) -> list[Report]:
    """ "X was hit with UN sanctions for laundering money": X is accused by whose sanctions they are."""
    words = load_yaml("sanctions.yml")
    borne = [
        o
        for p in children(verb, "prep")
        if p.lower_ in ("with", "under", "to")
        for o in children(p, "pobj")
        if o.lemma_.lower() in words["plain_measures"]
    ]
    source = next(
        (c for o in borne for c in children(o, "compound", "amod", "nmod", "poss") if is_author(c)), None
    )
    why = [p for p in children(verb, "prep") if p.lower_ in words["reason"] and p.i > verb.i]
    if not is_passive(verb) or source is None or not why:
        return []
    content = trim(verb.doc, why[0].i + 1, max(p.right_edge.i for p in why) + 1)
    accused = tuple(t.i for s in children(verb, "nsubjpass") for t in coordinated(s))
    return [replace(report(verb, source, content, cues().verbs["sanction"]), accused=accused)]


def sanctioner(verb: Token) -> Token | None:
    """ "They were sanctioned for arming rebels": the reason is given by who was last told to sanction."""
    words = load_yaml("sanctions.yml")
    if verb.lemma_ not in words["verbs"] or any(c.lower_ == "being" for c in verb.children):
        return None  # "X is being designated": by the text's own words
    for earlier in reversed(verb.doc[: verb.sent.start]):
        imposed = any(o.lemma_.lower() in words["measures"] for o in children(earlier, "dobj"))
        if (
            earlier.pos_ == "VERB"
            and not is_passive(earlier)
            and (imposed or earlier.lemma_ in words["verbs"])
        ):
            own = [s for s in children(earlier, "nsubj") if s.pos_ in ("NOUN", "PROPN")]
            if own:
                return own[0]
    return None
