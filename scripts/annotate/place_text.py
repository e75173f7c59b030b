"""A Doc's words in plain lists: asking a Doc for a token again and again is what takes time here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]|[ldLD]['’][A-Z]")


@dataclass(frozen=True, slots=True)
class PlaceText:
    """By token: `words` as written, `lowers` in lower case, `begins` and `stops` as offsets into `source`."""

    doc: Doc
    source: str
    words: list[str]
    lowers: list[str]
    begins: list[int]
    stops: list[int]

    @classmethod
    def of(cls, doc: Doc) -> PlaceText:
        words = [token.text for token in doc]
        begins = [token.idx for token in doc]
        stops = [begin + len(word) for begin, word in zip(begins, words, strict=True)]
        return cls(doc, doc.text, words, [word.lower() for word in words], begins, stops)

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, at: int) -> str:
        """The word at `at` in lower case, empty outside of the text."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def span(self, start: int, end: int) -> str:
        return self.source[self.begins[start] : self.stops[end - 1]]

    def attached(self, at: int) -> bool:
        """No space before token `at`."""
        return at > 0 and self.stops[at - 1] == self.begins[at]

    def capital(self, at: int) -> bool:
        return is_capitalised(self.words[at])

    def neighbour(self, anchor: int, at: int) -> Token | None:
        """Token `at`, next to `anchor`, if it is in the same sentence."""
        if not 0 <= at < len(self.words):
            return None
        token = self.doc[at]
        later = token if at > anchor else self.doc[anchor]
        return None if token.pos_ == "SPACE" or later.is_sent_start else token


def is_capitalised(word: str) -> bool:
    return _CAPITAL.match(word) is not None


def is_proper(token: Token) -> bool:
    """Tagged and written as a proper noun."""
    return token.tag_ in ("NNP", "NNPS") and is_capitalised(token.text)
