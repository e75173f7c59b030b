"""The words of dates: tokens -> `Word`s, by the lexicon of `data/reference/dates.yml`.

A token may hold several words ("mid-2019", "3–5", "23/10/2018"), so the grammar reads words, not tokens; a
date must begin and end where tokens do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from spacy.tokens import Doc

from scripts.records import DataError
from scripts.reference import check_keys, load_yaml

FIRST_YEAR, LAST_YEAR = 1900, 2100
_PIECES = re.compile(r"[0-9]+(?:st|nd|rd|th|s)?|[^\W\d_]+\.?|\S")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_SECTIONS = {"words", "guards", "tense", "examples"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case.

    `kind` is what the grammar matches on: month, abbreviation, weekday, weekday_abbreviation, number,
    ordinal, decade, unit, season, part, count, dash, break, word. `value` is its number; 1 for
    a unit in the singular.
    """

    text: str
    kind: str
    value: int = 0
    unit: str = ""
    capital: bool = False


END = Word("", "break")
_LOOK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a Doc and the token of each; `opens` and `closes`: it stands first, last in its token.

    Behind the last word stand `END`s, for rules that look ahead; by Python's negative indices they stand in
    front of the first word as well.
    """

    words: tuple[Word, ...]
    tokens: tuple[int, ...]
    opens: tuple[bool, ...]
    closes: tuple[bool, ...]

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def of_kind(self, kind: str) -> Iterator[int]:
        """The tokens of the words of a kind."""
        return (token for word, token in zip(self.words, self.tokens, strict=False) if word.kind == kind)


@cache
def section(name: str) -> dict[str, Any]:
    """A section of the reference file (`words`, `guards`, `tense`, `examples`)."""
    content = load_yaml("dates.yml")
    check_keys("data/reference/dates.yml", content, _SECTIONS)
    return dict(content[name])


@cache
def vocabulary(part: str, name: str) -> frozenset[str]:
    """A list of words as a set. Raises `DataError` if the file has no such list of words."""
    entries = section(part).get(name)
    if not entries or not all(isinstance(entry, str) for entry in entries):
        raise DataError(
            f"data/reference/dates.yml: {part}.{name} must be a list of words; quote what YAML misreads"
        )
    return frozenset(entries)


def read_words(doc: Doc) -> Words:
    """The words of `doc`; white space inside a paragraph is passed over, gaps between blocks are `break`s."""
    words: list[Word] = []
    tokens: list[int] = []
    opens: list[bool] = []
    closes: list[bool] = []
    known: dict[int, tuple[Word, ...]] = {}
    for i, orth in enumerate(doc.to_array("ORTH").tolist()):
        pieces = known.get(orth)
        if pieces is None:
            pieces = known[orth] = _read(doc[i].text)
        if len(pieces) == 1:
            words.append(pieces[0])
            tokens.append(i)
            opens.append(True)
            closes.append(True)
            continue
        if not pieces and _is_line_break(doc, i):
            pieces = (END,)
        for at, word in enumerate(pieces):
            words.append(word)
            tokens.append(i)
            opens.append(at == 0)
            closes.append(at == len(pieces) - 1)
    words += [END] * _LOOK_AHEAD
    return Words(tuple(words), tuple(tokens), tuple(opens), tuple(closes))


def _is_line_break(doc: Doc, i: int) -> bool:
    """A hard-wrapped line goes on; a line break in front of a new sentence ends a block."""
    text = doc[i].text
    return "\n" in text and (text.count("\n") > 1 or i + 1 == len(doc) or bool(doc[i + 1].is_sent_start))


@lru_cache(maxsize=50_000)
def _read(token: str) -> tuple[Word, ...]:
    if token.isspace():
        return ()
    if len(token) > 40:
        # An opaque gap (page furniture), or something that is no date.
        return (END,)
    if token.isalpha() or not any(c.isdigit() for c in token):
        return (_word(token),)
    return tuple(_word(piece) for piece in _PIECES.findall(token))


def _word(text: str) -> Word:
    lower, capital = text.lower(), text[0].isupper()
    if text.isascii() and text.isdigit():
        return Word(text, "number", int(text) if len(text) <= 4 else 0)
    if match := _ORDINAL.fullmatch(text):
        return Word(lower, "ordinal", int(match[1]))
    if (
        len(text) == 5
        and lower.endswith("0s")
        and lower[:4].isdigit()
        and FIRST_YEAR <= int(lower[:4]) < LAST_YEAR
    ):
        return Word(lower, "decade", int(lower[:4]))
    if lower in ("-", "–", "‐", "‑"):
        return Word("-", "dash")
    return _lexicon().get((lower.rstrip(".") if len(lower) > 1 else lower, capital)) or Word(
        lower, "word", 0, "", capital
    )


@cache
def _lexicon() -> dict[tuple[str, bool], Word]:
    words = section("words")
    both, capitals = (True, False), (True,)
    tables = [
        ("months", "month", capitals),
        ("month_abbreviations", "abbreviation", capitals),
        ("weekdays", "weekday", capitals),
        ("weekday_abbreviations", "weekday_abbreviation", capitals),
        ("numbers", "count", both),
        ("ordinals", "ordinal", both),
    ]
    lexicon = {
        (text, capital): Word(text, kind, value, "", capital)
        for name, kind, cases in tables
        for text, value in words[name].items()
        for capital in cases
    }
    for text, unit in words["units"].items():
        for capital in both:
            lexicon[text, capital] = Word(
                text, "unit", int(text == unit or text in ("afternoon", "evening")), unit, capital
            )
    for name, kind in (("seasons", "season"), ("parts", "part")):
        for text in words[name]:
            for capital in both:
                lexicon[text, capital] = Word(text, kind, 0, "", capital)
    return lexicon
