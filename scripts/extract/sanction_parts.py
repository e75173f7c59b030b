"""The parts of a sanction: how many and whom, under which programme, for which reason."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.cast import Cast
from scripts.annotate.syntax import children, coordinated, trim
from scripts.extract.sanction_lexicon import programs, sanction_words

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


def count(heads: list[Token], cast: Cast) -> int | None:
    """How many are sanctioned, where the words say it: numerals added up, a name counts one; the numeral of
    "sixteen entities and individuals" is that of both.
    """
    total = 0
    shared = counted(heads[0]) if heads else None
    if shared is not None and all(h.tag_ == "NNS" and not children(h, "nummod", "det") for h in heads[1:]):
        return shared
    for head in heads:
        before = (c for c in children(head, "nummod") if c.i < head.i)  # "Unit 40816" is one
        number = next(before, head if head.like_num else None)
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
    number = next((c for c in children(head, "nummod") if c.i < head.i), None)
    return _number(number.text) if number is not None else None


def _number(text: str) -> int | None:
    if text.replace(",", "").isdecimal():
        return int(text.replace(",", ""))
    return NUMBERS.get(text.lower())


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


def program(text: str) -> str | None:
    for pattern in programs():
        found = pattern.search(text)
        if found:
            return found.group()
    return None


def reason(verb: Token, noun: Token) -> tuple[int, int] | None:
    doc = verb.doc
    cues = sanction_words()["reason"]
    for prep in [t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in cues and t.i > verb.i]:
        if children(prep, "pcomp") or prep.head in (verb, noun):
            return trim(doc, prep.i + 1, prep.right_edge.i + 1)
    return None


def is_listing(preposition: Token) -> bool:
    """ "as a terrorist organization", "as a Significant Foreign Trafficker": not "as its
    capital".
    """
    words = sanction_words()["listed_as"]
    return any(word in t.lower_ for t in preposition.subtree for word in words)
