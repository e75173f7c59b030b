"""Announced sanctions: authority, targets, programme, date, reason. Lifted, threatened and demanded ones
are none.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast
from scripts.extract.sanction_acts import Imposed
from scripts.extract.sanction_cues import (
    aimed,
    earlier,
    frozen,
    headline,
    says_as_what,
    says_why,
    speaks_of_sanctions,
    verbal,
)
from scripts.extract.sanction_lexicon import sanction_words
from scripts.extract.sanction_measures import designation, listed, measure
from scripts.records import BlockKind


def sanctions(doc: Doc) -> list[Imposed]:
    cast: Cast = doc._.cast
    found: list[Imposed] = []
    for token in doc:
        if token.pos_ in ("VERB", "ADJ", "NOUN", "PROPN") and token._.block is not None:
            found += [
                s
                for s in _at(token, cast)
                if not any(s.token == o.token and s.authority == o.authority for o in found)
            ]
    return _with_authority(doc, cast, _distinct(doc, found))


def _at(token: Token, cast: Cast) -> list[Imposed]:
    words = sanction_words()
    lemma = token.lemma_.lower()
    if (
        token._.block == BlockKind.TITLE
        and token.pos_ == "VERB"
        and token.text.istitle()
        and lemma in words["verbs"]
    ):
        return headline(token, cast)
    if token.pos_ == "VERB" and lemma in words["verbs"]:
        return verbal(token, cast)
    if (
        token.pos_ == "VERB"
        and lemma in words["weak_verbs"]
        and (speaks_of_sanctions(token.doc) or says_as_what(token))
        and says_why(token)
    ):
        return verbal(token, cast)
    if token.pos_ == "VERB" and lemma in words["hit"] and speaks_of_sanctions(token.doc):
        return aimed(token, cast)
    if token.pos_ == "VERB" and lemma in words["freeze"]:
        return frozen(token, cast)
    if token.pos_ in ("VERB", "ADJ") and lemma in words["verbs"] and token.dep_ == "amod":
        return earlier(token, cast)
    if (
        token.pos_ == "NOUN"
        and lemma in words["measures"]
        and (
            lemma in words["plain_measures"]
            or any(c.lower_ in words["measure_words"] for c in token.children)
        )
    ):
        return measure(token, cast)
    if token.pos_ == "NOUN" and lemma in words["acts"]:
        return designation(token, cast)
    if token.pos_ in ("NOUN", "PROPN") and lemma in words["lists"]:
        return listed(token, cast)
    return []


def _distinct(doc: Doc, found: list[Imposed]) -> list[Imposed]:
    """One row per clause and authority; "these individuals are being designated" tells again what was
    told.
    """
    out: list[Imposed] = []
    for s in found:
        again = bool(s.targets) and all(
            any(c.lower_ in ("these", "those") for c in doc[t].children) for t in s.targets[:1]
        )
        if again and out:
            continue
        if not any(o.content == s.content and o.authority in (s.authority, None) for o in out):
            out.append(s)
    return out


def _with_authority(doc: Doc, cast: Cast, found: list[Imposed]) -> list[Imposed]:
    """A passive without "by": the authority of the sanction before it, else the body that publishes the
    text, else none (left out).
    """
    last = next((s.authority for s in found if s.authority is not None), _publishing_body(doc, cast))
    out = []
    for s in found:
        if s.authority is not None:
            last = s.authority
        elif last is None:
            continue
        out.append(s if s.authority is not None else replace(s, authority=last))
    return out


def _publishing_body(doc: Doc, cast: Cast) -> int | None:
    publisher = doc._.article.metadata.publisher if doc._.article is not None else None
    if publisher is None:
        return None
    return next(
        (
            e.index
            for e in cast.entities
            if publisher in e.forms and e.actor_type in ("government_body", "state", "organization")
        ),
        None,
    )
