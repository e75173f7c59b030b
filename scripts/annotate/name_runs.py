"""Runs of proper nouns: the stretches of tokens in which names lie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from scripts.annotate.lexicon import lexicon

PARTICLES = {
    "al",
    "el",
    "ul",
    "ur",
    "bin",
    "bint",
    "ibn",
    "ben",
    "abu",
    "de",
    "da",
    "del",
    "di",
    "dos",
    "van",
    "von",
    "der",
    "du",
    "des",
    "pour",
    "para",
    "la",
    "le",
    "les",
    "ez",
    "es",
    "as",
    "ash",
    "-",
    "–",
}

LINKS = {"e", "i", "u", "o", "ul", "ur", "un"}

# Groups that are called by a number and letters: "4K", "M77".
_DESIGNATION = re.compile(r"\d{1,2}[A-Z]{1,2}|[A-Z]\d{2}")

Token.set_extension("in_date", default=False, force=True)


def runs(doc: Doc) -> Iterator[Span]:
    """Maximal stretches of proper nouns, with the particles that stand inside names."""
    start: int | None = None
    for token in doc:
        if in_run(token):
            start = token.i if start is None else start
        elif start is not None and not joins(token):
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start : len(doc)]


def in_run(token: Token) -> bool:
    """Tagged as a name, written like one, and no part of a date; or a number that belongs to a name."""
    if token._.block is None or token._.in_date:
        return False
    if _DESIGNATION.fullmatch(token.text):
        return token.tag_ in ("NNP", "NN", "CD")
    return (token.tag_ in ("NNP", "NNPS") and (token.text[0].isupper() or token.text[0] in "’'")) or (
        _is_number_of(token)
    )


def _is_number_of(number: Token) -> bool:
    """ "Orlan 7", "Sel Ro 2": a small number that the tree hangs on the capitalized word before it."""
    if not number.text.isdigit() or len(number.text) > 3 or not number.i:
        return False
    before = number.doc[number.i - 1]
    return (
        number.head == before
        and before.text.istitle()
        and before.tag_ in ("NN", "NNP")
        and not before._.in_date
        and not lexicon().is_thing(before.lower_)
    )


def joins(token: Token) -> bool:
    """A particle or a mark of the genitive inside a name."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.tag_ == "POS":
        return _joins_office(token)
    if token.text in ("-", "–") and token.whitespace_:
        return False  # a dash between words, not inside a name
    if token.lower_ in LINKS and token.i and token.nbor(-1).text == "-" and after is not None:
        return after.text == "-"  # "Lashkar-e-Kesh"
    if token.text == "-" and after is not None and after.lower_ in LINKS:
        return after.i + 1 < len(token.doc) and after.nbor(1).text == "-"
    if token.text == "&" and token.i and in_run(token.nbor(-1)):
        return after is not None and in_run(after)  # "Nasr & Daher Trading"
    return token.lower_ in PARTICLES and after is not None and (in_run(after) or after.lower_ in PARTICLES)


def _joins_office(mark: Token) -> bool:
    """ "US Attorney's Office", "New People's Army", "Women's Council": whose office it is, is part of its
    name.
    """
    doc, words = mark.doc, lexicon()
    if not mark.i or mark.i + 1 >= len(doc):
        return False
    owner, office = doc[mark.i - 1], doc[mark.i + 1]
    kind = owner.lower_ in (
        "people",
        "women",
        "workers",
        "children",
        "veterans",
        "general",
    ) or words.is_title(owner.text)
    end = office.i
    while end + 1 < len(doc) and in_run(doc[end + 1]):
        end += 1  # "People's Democratic Front"
    heads = (words.organization_type(t.text) for t in doc[office.i : end + 1])
    return kind and in_run(owner) and in_run(office) and any(heads)


def gaps(run: Span, known: list[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a run that no known name covers: start and end, exclusive."""
    at = run.start
    for span in sorted(known, key=lambda s: s.start):
        if at < span.start:
            yield at, span.start
        at = max(at, span.end)
    if at < run.end:
        yield at, run.end
