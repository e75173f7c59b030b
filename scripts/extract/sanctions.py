"""Announced sanctions: authority, targets, programme, date, reason. Lifted, threatened and demanded ones
are none.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast
from scripts.annotate.syntax import children
from scripts.extract.exclusions import is_sport
from scripts.extract.sanction_acts import Imposed
from scripts.extract.sanction_cues import (
    aimed,
    barred,
    earlier,
    frozen,
    headline,
    including,
    inverted,
    listed_by_body,
    lists_people,
    says_as_what,
    says_why,
    speaks_of_sanctions,
    verbal,
)
from scripts.extract.sanction_lexicon import sanction_words
from scripts.extract.sanction_measures import action, designation, listed, measure
from scripts.records import BlockKind


def sanctions(doc: Doc) -> list[Imposed]:
    cast: Cast = doc._.cast
    found: list[Imposed] = []
    for token in doc:
        if token.pos_ in ("VERB", "ADJ", "NOUN", "PROPN") and token._.block is not None:
            imposed = _at(token, cast)
            if imposed and is_sport(token):
                continue  # "the federation sanctioned the striker"
            found += [
                s
                for s in imposed
                if not any(s.token == o.token and s.authority == o.authority for o in found)
            ]
    told = _by_its_organ(cast, _with_authority(doc, cast, _distinct(doc, found)))
    return _without_headlines(doc, cast, _announced_together(doc, told))


def _announced_together(doc: Doc, found: list[Imposed]) -> list[Imposed]:
    """Where an authority announces one measure on this day, what it "has" imposed is of this day, too, and so
    is a point of the summary.
    """
    now = {s.authority for s in found if s.is_performative}
    return [
        replace(s, is_performative=True)
        if s.authority in now and (s.goes_on or _is_news(doc[s.token]))
        else s
        for s in found
    ]


def _is_news(verb: Token) -> bool:
    perfect = any(c.lower_ in ("has", "have") for c in children(verb, "aux"))
    summary = verb._.block == BlockKind.LIST_ITEM and not children(verb, "aux", "auxpass")
    more = any(c.lower_ == "also" for c in children(verb, "advmod"))  # "the Council also targeted X"
    return (perfect or summary or more) and not any(
        c.lower_ in ("already", "previously", "since", "now", "far") for c in verb.children
    )


def _by_its_organ(cast: Cast, found: list[Imposed]) -> list[Imposed]:
    """A union's sanctions are its council's, where the text tells of both."""
    by_name = {cast.entities[s.authority].name: s.authority for s in found if s.authority is not None}
    organs = sanction_words()["organs"].items()
    acting = {by_name[u]: by_name[o] for u, o in organs if u in by_name and o in by_name}
    return [
        s if s.authority is None else replace(s, authority=acting.get(s.authority, s.authority))
        for s in found
    ]


def _without_headlines(doc: Doc, cast: Cast, found: list[Imposed]) -> list[Imposed]:
    """Without headlines that only repeat what the text tells: the same authority and no other name."""

    offices = sanction_words()["offices"]

    def whose(s: Imposed) -> str | None:
        name = None if s.authority is None else cast.entities[s.authority].name
        return None if name is None else offices.get(name, name)

    def named(s: Imposed) -> set[tuple[str | None, int]]:
        entities = [cast.of(doc[t]) for t in s.targets]
        return {(whose(s), e.index) for e in entities if e is not None and e.is_named}

    body = [s for s in found if doc[s.token]._.block != BlockKind.TITLE]
    authorities, told = {whose(s) for s in body}, {pair for s in body for pair in named(s)}
    return [s for s in found if s in body or whose(s) not in authorities or not named(s) <= told]


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
    if token.tag_ in ("VBN", "VBD", "JJ") and lemma in words["verbs"] | words["weak_verbs"] | {"sanctioned"}:
        found = inverted(token, cast)
        if found:
            return found
    if token.pos_ == "VERB" and lemma == "include" and (some := including(token, cast)):
        return some
    if token.pos_ == "VERB" and lemma in words["bans"]:
        return barred(token, cast)
    if token.pos_ == "VERB" and lemma in words["verbs"]:
        return verbal(token, cast)
    if token.pos_ == "VERB" and lemma == "list" and (lists_people(token) or listed_by_body(token, cast)):
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
    if token.pos_ == "NOUN" and lemma == "action" and speaks_of_sanctions(token.doc):
        return action(token, cast)
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
        again = bool(s.targets) and _goes_back(doc[s.targets[0]])
        if again and out:
            continue
        if s.goes_on and out and _counts_more(out[-1]):  # "six people. Also sanctioned is X": one of the six
            out[-1] = replace(out[-1], targets=out[-1].targets + s.targets)
            continue
        if not any(o.content == s.content and o.authority in (s.authority, None) for o in out):
            out.append(s)
    return out


def _counts_more(s: Imposed) -> bool:
    """Says how many it hits, and names no more of them: the counted noun is itself a target."""
    return s.target_count is not None and len(s.targets) <= s.target_count


def _goes_back(target: Token) -> bool:
    """ "These individuals", "all three", "both", "they"."""
    words = {target.lower_, *(c.lower_ for c in target.children if c.dep_ in ("det", "predet", "nummod"))}
    return bool(words & {"these", "those", "all", "both", "they"})


def _with_authority(doc: Doc, cast: Cast, found: list[Imposed]) -> list[Imposed]:
    """A passive without "by": the authority that tells of it, else that of the sanction before it, else the
    body that publishes the text, else the only body in the text that imposes sanctions, else none (left out).
    """
    last = next((s.authority for s in found if s.authority is not None), _publishing_body(doc, cast))
    out = []
    for s in found:
        own = s.authority if s.authority is not None else _telling(doc, cast, s)
        if own is None and last is None:
            own = _only_body(cast)
        last = own if own is not None else last
        if last is not None:
            out.append(replace(s, authority=last))
    return out


def _telling(doc: Doc, cast: Cast, s: Imposed) -> int | None:
    """ "Sanctions were imposed on X, the Treasury said": the authority that says so."""
    for report in doc._.reports:
        if report.content[0] <= s.token < report.content[1]:
            entity = cast.of(doc[report.source])
            if entity is not None and entity.is_named and entity.actor_type in ("state", "government_body"):
                return entity.index
    return None


def _only_body(cast: Cast) -> int | None:
    found = [e.index for e in cast.entities if e.name in sanction_words()["bodies"] and e.mentions]
    return found[0] if len(found) == 1 else None


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
