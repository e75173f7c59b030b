"""Segmentation of a run of proper nouns into names: at titles ("Treasury Secretary Jane Doe": a body, a role,
a person) and behind the heads of organizations' names ("... Council", "Ministry of ...").
"""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Doc, Span

from scripts import authority
from scripts.annotate.lexicon import lexicon
from scripts.annotate.name_kinds import kind
from scripts.annotate.name_runs import PARTICLES, gaps, in_run
from scripts.annotate.name_tails import tail_end
from scripts.annotate.proper_name import Name, named
from scripts.reference import load_yaml


def segment(run: Span, known: list[Span], places: Set[int]) -> list[Span]:
    """The names in the stretches of a run that no authority entry covers.

    `places` are the indices of tokens in names of places.
    """
    out: list[Span] = []
    for start, end in gaps(run, known):
        out += _classify(run.doc, start, end, places)
    return out


def _classify(doc: Doc, start: int, end: int, places: Set[int]) -> list[Span]:
    title = _last_title(doc, start, end)
    if title is not None:
        offices = all(lexicon().is_title(t.text) for t in doc[title + 1 : end])  # "the Prosecutor General"
        bearer = title + 1 < end and not offices and not lexicon().is_thing(doc[end - 1].text)
        return _classify(doc, start, title, places) + (
            [named(doc[title + 1 : end], "person")] if bearer else []
        )
    while start < end and doc[start].text in PARTICLES | {"the", "The"}:
        start += 1
    while start < end and (doc[end - 1].lower_ in PARTICLES or doc[end - 1].is_punct):
        end -= 1
    if start >= end:
        return []
    start = _after_office(doc, start, end)
    head = _organization_head(doc, start, end)
    if head is not None and not _is_region(doc[start:end]):
        body = doc[_with_number(doc, start) : _body_end(doc, start, head, end)]
        rest = _classify(doc, body.end, end, places) if body.end < end else []
        return [named(body, lexicon().organization_type(doc[head].text)), *rest]
    if (
        end - start > 2
        and authority.demonyms().get(doc[start].text)
        and kind(doc[start + 1 : end], places) == "person"
    ):
        start += 1  # "the Colombian Ruben Castro"
    span = doc[start:end]
    if lexicon().is_title(span.text) or all(lexicon().is_title(t.text) for t in span):
        return []  # "Vice President" names nobody
    actor_type = kind(span, places)
    return [named(span, actor_type)] if actor_type else []


def _is_region(span: Span) -> bool:
    """ "The West Bank" is no company."""
    return any(
        p.start <= span.start
        and span.end <= p.end
        and p._.place is not None
        and p._.place.location_type in ("region", "province", "country")
        for p in span.doc.spans.get("places", [])
    )


def _last_title(doc: Doc, start: int, end: int) -> int | None:
    titles = [i for i in range(start, end) if _is_title_at(doc, start, i) and (i + 1 < end)]
    if titles and titles[-1] == end - 2 and lexicon().organization_type(doc[end - 1].text):
        return None  # "Orlan Justice Watch", "the Justice Ministry"
    return titles[-1] if titles and not _organization_head(doc, titles[-1] + 1, end) else None


def _is_title_at(doc: Doc, start: int, i: int) -> bool:
    """An honorific stands before the whole name ("Sheikh Ali"), or it is a part of the name ("Mutasim
    Daw ...").
    """
    if not lexicon().is_title(doc[i].text):
        return False
    return not lexicon().is_honorific(doc[i].text) or i == start or lexicon().is_title(doc[i - 1].text)


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Where the person begins in "Secretary of State Jane Doe": behind an office that is known by all of
    its words.
    """
    offices = (doc[max(0, start - size) : start + 1].text for size in (2, 3))  # "of State", "of the Treasury"
    return start + 1 if start + 1 < end and any(lexicon().is_title(o) for o in offices) else start


def _organization_head(doc: Doc, start: int, end: int) -> int | None:
    """The last token that heads an organization's name, if another name token stands before it or "of"
    after it.
    """
    trailing = load_yaml("anaphora.yml")["trailing"]  # "Orlan International Airport" is none
    heads = [
        i
        for i in range(start, end)
        if lexicon().organization_type(doc[i].text) and (i == end - 1 or doc[i].text not in trailing)
    ]
    for i in reversed(heads):
        if i > start or tail_end(doc, i) > i + 1:
            return i
    if heads and end - start > 1 and doc[start].text in load_yaml("anaphora.yml")["leading"]:
        return start
    return None


def _body_end(doc: Doc, start: int, head: int, end: int) -> int:
    """ "Battalion Kuneva", "Ministry of Justice (...)", "Orlan Watch International": behind the head or its
    tail.
    """
    stop = tail_end(doc, head)
    if stop == head + 1 < end and doc[stop].text in load_yaml("anaphora.yml")["trailing"]:
        return stop + 1
    return end if head == start and stop == head + 1 else stop


def _with_number(doc: Doc, start: int) -> int:
    """What stands before and belongs to the name: "3rd Infantry Battalion", "Truth and Reconciliation
    Commission".
    """
    word = doc[start - 1].lower_ if start else ""
    if word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")):
        return start - 1
    theme = doc[start - 2] if start > 1 and word == "and" else None
    joined = theme is not None and theme.text in lexicon().body_themes and in_run(theme)
    return start - 2 if joined else start


def merged(spans: list[Span]) -> list[Span]:
    """A known name right before the rest of an organization's name is part of it: "Herat" + "Provincial
    Council".
    """
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        before = out[-1] if out else None
        if (
            before is not None
            and before.end == span.start
            and span._.name.entry is None
            and span._.name.actor_type not in ("person", None)
            and before._.name.entry is not None
        ):
            joined = span.doc[before.start : span.end]
            joined._.name = Name(span._.name.actor_type)
            out[-1] = joined
        elif (
            before is not None
            and before.end == span.start
            and before._.name.actor_type in ("armed_group", "organization", "government_body")
            and span._.name.actor_type == "state"
        ):
            joined = span.doc[before.start : span.end]  # "Hezbollah Afghanistan" is not Hezbollah
            joined._.name = Name(before._.name.actor_type)
            out[-1] = joined
        else:
            out.append(span)
    return out
