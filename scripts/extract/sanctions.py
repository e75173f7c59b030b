"""Announced sanctions: authority, targets, programme, date, reason. Lifted, threatened and demanded ones
are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.syntax import agents, children, coordinated, is_passive, subjects, subtree_range, trim
from scripts.extract.clauses import stating_verb
from scripts.extract.modality import stage
from scripts.records import BlockKind
from scripts.reference import load_yaml

NUMBERS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "dozen",
        ],
        [*range(1, 21), 12],
        strict=True,
    )
)


@dataclass(frozen=True)
class Imposed:
    """Token indices; `authority` is None where the text does not say who imposed it."""

    token: int
    content: tuple[int, int]
    authority: int | None
    targets: tuple[int, ...]  # head tokens
    target_count: int | None
    program: str | None
    reason: tuple[int, int] | None
    is_performative: bool  # the text itself announces it: "is being designated", a headline in the present


def sanctions(doc: Doc) -> list[Imposed]:
    cast: Cast = doc._.cast
    found: list[Imposed] = []
    for token in doc:
        if token._.block is not None:
            found += [
                s
                for s in _at(token, cast)
                if not any(s.token == o.token and s.authority == o.authority for o in found)
            ]
    return _with_authority(doc, cast, _distinct(found))


def _at(token: Token, cast: Cast) -> list[Imposed]:
    words = _words()
    lemma = token.lemma_.lower()
    if (
        token._.block == BlockKind.TITLE
        and token.pos_ == "VERB"
        and token.text.istitle()
        and lemma in words["verbs"]
    ):
        return _headline(token, cast)
    if token.pos_ == "VERB" and lemma in words["verbs"]:
        return _verbal(token, cast)
    if (
        token.pos_ == "VERB"
        and lemma in words["weak_verbs"]
        and _speaks_of_sanctions(token.doc)
        and _says_why(token)
    ):
        return _verbal(token, cast)
    if token.pos_ == "VERB" and lemma in words["freeze"]:
        return _frozen(token, cast)
    if token.pos_ in ("VERB", "ADJ") and lemma in words["verbs"] and token.dep_ == "amod":
        return _earlier(token, cast)
    if (
        token.pos_ == "NOUN"
        and lemma in words["measures"]
        and (
            lemma in words["plain_measures"]
            or any(c.lower_ in words["measure_words"] for c in token.children)
        )
    ):
        return _measure(token, cast)
    if token.pos_ in ("NOUN", "PROPN") and lemma in words["lists"]:
        return _listed(token, cast)
    return []


def _verbal(verb: Token, cast: Cast) -> list[Imposed]:
    if verb.dep_ == "amod":
        return _earlier(verb, cast)
    if not _is_imposed(verb):
        return []
    if is_passive(verb):
        targets, by = subjects(verb), agents(verb)
    else:
        targets, by = children(verb, "dobj"), subjects(verb)
    return _rows(verb, verb, targets, by, cast)


def _measure(noun: Token, cast: Cast) -> list[Imposed]:
    """ "imposed sanctions on X", "sanctions were imposed on X by Y", "hit X with sanctions"."""
    words = _words()
    through = (
        noun.head
        if noun.dep_ in ("dobj", "nsubjpass", "nsubj")
        else noun.head.head
        if noun.dep_ == "pobj"
        else None
    )
    if through is None or through.pos_ != "VERB" or not _is_imposed(through):
        return []
    lemma = through.lemma_.lower()
    on = [
        o
        for p in (*children(noun, "prep"), *children(through, "prep"))
        if p.lower_ in ("on", "against")
        for o in children(p, "pobj")
    ]
    if noun.dep_ == "dobj" and lemma in words["impose"]:
        return _rows(through, noun, on, subjects(through), cast)
    if noun.dep_ == "nsubjpass" and lemma in words["impose"]:
        return _rows(through, noun, on, agents(through), cast)
    if noun.dep_ == "pobj" and lemma in words["hit"] and noun.head.lower_ == "with":
        if is_passive(through):
            return _rows(through, noun, subjects(through), agents(through) or _modifier_authority(noun), cast)
        return _rows(through, noun, children(through, "dobj"), subjects(through), cast)
    return []


def _listed(noun: Token, cast: Cast) -> list[Imposed]:
    """ "added X to its sanctions list", "X was placed on the blacklist"."""
    kinds = {c.lemma_.lower() for c in noun.children}
    if noun.lemma_.lower() == "list" and not kinds & _words()["list_words"]:
        return []
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("to", "on", "onto"):
        return []
    verb = noun.head.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _words()["list"] or not _is_imposed(verb):
        return []
    if is_passive(verb):
        return _rows(
            verb,
            noun,
            subjects(verb),
            agents(verb) or children(noun, "poss") or _modifier_authority(noun),
            cast,
        )
    return _rows(verb, noun, children(verb, "dobj"), subjects(verb), cast)


def _earlier(participle: Token, cast: Cast) -> list[Imposed]:
    """ "a previously designated trader", "the U.S.-sanctioned bank": an act of earlier, told in passing."""
    noun = participle.head
    target = noun
    by = [c for c in children(participle, "npadvmod", "compound", "nmod") if c.i < participle.i]
    told = (
        any(c.lower_ in ("previously", "already", "earlier", "formerly") for c in participle.children) or by
    )
    if not told:
        return []
    named = noun
    while named.dep_ in ("appos", "amod") and cast.of(named) is None:
        named = named.head  # "Bogdanov, a previously designated trader"
    if cast.of(named) is not None:
        target = named
    return _rows(participle, participle, [target], by, cast, around=target)


def _frozen(verb: Token, cast: Cast) -> list[Imposed]:
    """ "froze the assets of X"."""
    if not _is_imposed(verb):
        return []
    objects = [o for o in children(verb, "dobj", "nsubjpass") if o.lemma_.lower() in _words()["frozen"]]
    targets = [
        t
        for o in objects
        for t in (
            *children(o, "poss"),
            *[x for of in children(o, "prep") if of.lower_ == "of" for x in children(of, "pobj")],
        )
    ]
    return _rows(verb, verb, targets, agents(verb) if is_passive(verb) else subjects(verb), cast)


def _speaks_of_sanctions(doc: Doc) -> bool:
    return any(t.lemma_.lower() in _words()["context"] for t in doc)


def _says_why(verb: Token) -> bool:
    preps = children(verb, "prep")
    return any(
        (p.lower_ == "for" and children(p, "pcomp")) or (p.lower_ == "as" and _is_terror(p)) for p in preps
    )


def _headline(word: Token, cast: Cast) -> list[Imposed]:
    """A headline's verb that the tagger took for a part of a name: "Treasury Sanctions Evil Corp, ..."."""
    mentions = sorted(
        (m for e in cast.entities for m in e.mentions if m.form == "named"), key=lambda m: m.start
    )
    before = [m for m in mentions if m.end == word.i]
    after = [m for m in mentions if m.start == word.i + 1]
    if not before:
        return []
    block_end = next((t.i for t in word.doc[word.i :] if t._.block is None), len(word.doc))
    targets = tuple(m.head for m in after)
    return [
        Imposed(
            word.i,
            trim(word.doc, before[0].start, block_end),
            before[0].entity,
            targets,
            len(targets) or None,
            None,
            None,
            True,
        )
    ]


def _rows(
    verb: Token, noun: Token, targets: list[Token], by: list[Token], cast: Cast, around: Token | None = None
) -> list[Imposed]:
    doc = verb.doc
    heads = [t for head in targets for t in coordinated(head)]
    heads = [t for t in heads if cast.of(t) is not None or t.like_num] or heads[:1]
    authorities = [
        e for head in by for t in coordinated(head) for e in [_authority(cast, t)] if e is not None
    ]
    if by and not authorities:
        return []
    if not heads or (
        verb.lemma_ == "designate"
        and any(p.lower_ == "as" and p.i > verb.i and not _is_terror(p) for p in children(verb, "prep"))
    ):
        return []
    content = _content(verb) if around is None else trim(doc, *subtree_range(around))
    text = doc[content[0] : content[1]].text
    performative = (
        verb.tag_ in ("VBG", "VBZ", "VBP")
        or any(c.lower_ == "being" for c in verb.children)
        or "today" in text.lower().split()
    )
    rows: list[int | None] = [e.index for e in authorities] or [None]
    return [
        Imposed(
            verb.i,
            content,
            who,
            tuple(h.i for h in heads),
            count(heads, cast),
            program(text),
            _reason(verb, noun),
            performative,
        )
        for who in rows
    ]


def _content(verb: Token) -> tuple[int, int]:
    if verb.dep_ in ("relcl", "acl"):
        start, end = subtree_range(verb)
        if not any(t.pos_ in ("VERB", "AUX") and t.lemma_ != "amend" for t in verb.doc[end : verb.sent.end]):
            end = verb.sent.end  # a date at the end of the sentence, which the tree hangs higher
        head = verb.head.head if verb.head.dep_ == "appos" else verb.head
        return trim(verb.doc, min(start, head.left_edge.i), max(end, verb.head.i + 1))
    top = stating_verb(verb)
    start, end = subtree_range(top)
    for other in children(top, "conj"):
        if children(other, "nsubj", "nsubjpass") and other.left_edge.i > verb.i:
            end = min(end, other.left_edge.i)
    return trim(verb.doc, start, end)


def _is_imposed(verb: Token) -> bool:
    if stage(verb) != "accomplished":
        return False
    stop = set(_words()["not_imposed"])
    return not any(
        t.lemma_.lower() in stop
        for t in verb.ancestors
        if t.pos_ in ("VERB", "NOUN")
        and t.i < verb.i
        and t.sent == verb.sent
        and verb.dep_ in ("xcomp", "pcomp", "acl", "ccomp")
    )


def _authority(cast: Cast, token: Token) -> Entity | None:
    entity = cast.of(token)
    if entity is None:
        code = authority.demonyms().get(token.text) or next(
            (e.country_code for e in authority.states().values() if token.text in e.forms), None
        )
        if code is None:
            return None
        entity = cast.state(authority.states()[code])
        cast.mention(entity, token.i, token.i + 1, token.i, "named")
    return entity if entity.actor_type in _words()["authority_types"] or entity.is_person else None


def _modifier_authority(noun: Token) -> list[Token]:
    return [
        c
        for c in children(noun, "amod", "compound", "nmod")
        if c.text in authority.demonyms() or c.pos_ == "PROPN"
    ]


def _is_terror(preposition: Token) -> bool:
    return any("terror" in t.lower_ for t in preposition.subtree)


def count(heads: list[Token], cast: Cast) -> int | None:
    """How many are sanctioned, where the words say it: numerals added up, a name counts one."""
    total = 0
    for head in heads:
        number = next((c for c in children(head, "nummod")), head if head.like_num else None)
        if number is not None:
            value = _number(number.text)
            if value is None:
                return None
            total += value
        else:
            entity = cast.of(head)
            if entity is None or (not entity.is_named and entity.plural):
                return None
            total += 1
    return total or None


def counted(head: Token) -> int | None:
    number = next(iter(children(head, "nummod")), None)
    return _number(number.text) if number is not None else None


def described(head: Token) -> str:
    """The phrase without its article and number: "people", "Russian officials"."""
    words = [
        t
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.dep_ not in ("det", "nummod", "quantmod") and t.head.dep_ != "nummod"
    ]
    return " ".join("".join(t.text_with_ws for t in words).split())


def included(head: Token) -> list[Token]:
    """ "eight people, including two Iranians": the two."""
    return [
        t
        for p in children(head, "prep")
        if p.lower_ == "including"
        for o in children(p, "pobj")
        for t in coordinated(o)
    ]


def _number(text: str) -> int | None:
    if text.replace(",", "").isdecimal():
        return int(text.replace(",", ""))
    return NUMBERS.get(text.lower())


def program(text: str) -> str | None:
    for pattern in _patterns():
        found = pattern.search(text)
        if found:
            return found.group()
    return None


def _reason(verb: Token, noun: Token) -> tuple[int, int] | None:
    doc = verb.doc
    for prep in [
        t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in _words()["reason"] and t.i > verb.i
    ]:
        if children(prep, "pcomp") or prep.head in (verb, noun):
            return trim(doc, prep.i + 1, prep.right_edge.i + 1)
    return None


def _distinct(found: list[Imposed]) -> list[Imposed]:
    """One row per clause and authority."""
    out: list[Imposed] = []
    for s in found:
        if not any(o.content == s.content and o.authority in (s.authority, None) for o in out):
            out.append(s)
    return out


def _with_authority(doc: Doc, cast: Cast, found: list[Imposed]) -> list[Imposed]:
    """A passive without "by": the authority of the sanction before it, else the body that publishes the
    text, else none (left out).
    """
    from dataclasses import replace

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


@cache
def _words() -> dict[str, Any]:
    data = load_yaml("sanctions.yml")
    return {
        k: v if k in ("programs", "examples") else set(v) if k != "authority_types" else tuple(v)
        for k, v in data.items()
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in load_yaml("sanctions.yml")["programs"])
