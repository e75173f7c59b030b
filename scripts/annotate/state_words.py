"""Words that tell a country: names of states and demonyms, alone or before a noun."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from scripts import authority

# Words that tell where somebody is ("a Dubai-based firm"), while "Iran-backed" tells who is behind him.
LOCATED = {
    "base", "based", "register", "registered", "flag", "flagged", "headquarter", "headquartered", "locate",
    "born", "bear",
}  # fmt: skip


def country_of(noun: Token) -> str | None:
    """The country that a modifier names: "Iranian officials", "U.S. forces", "Sudan's army", "the army of
    Sudan".
    """
    states = _state_forms()
    for child in noun.children:
        tells = child.tag_ != "VBN" or child.lemma_ in LOCATED  # "Iran-backed" is not Iranian
        inner = ("amod", "compound", "conj", "npadvmod")
        words = [child, *(c for c in child.children if tells and c.dep_ in inner)]
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            text = noun.doc[child.left_edge.i : child.i + 1].text.removeprefix("the ").removeprefix("The ")
            if text in states:
                return states[text]
            for word in words:
                code = _code(word)
                if code:
                    return code
        if child.dep_ == "prep" and child.lower_ == "of":
            for place in child.children:
                text = noun.doc[place.left_edge.i : place.i + 1].text.removeprefix("the ")
                if place.dep_ == "pobj" and text in states:
                    return states[text]
    return None


def _code(word: Token) -> str | None:
    """Of the longest form that ends here: "South Sudan", not "Sudan"."""
    names = _names()
    before = word.doc[word.i - 1 : word.i + 1].text if word.i else ""
    return names.get(before) or names.get(word.text)


def is_state_word(word: str) -> bool:
    """A form of a state's name, or a demonym: "Sudan", "Iranian"."""
    return word in _names()


@cache
def _state_forms() -> dict[str, str]:
    return {form: e.country_code or "" for e in authority.states().values() for form in e.forms}


@cache
def _names() -> dict[str, str]:
    return {**_state_forms(), **authority.demonyms()}
