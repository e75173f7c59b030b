"""Who is described first and named afterwards, or named first and described afterwards, as news does it: "A
Norland activist was arrested in Oslo. Milo Varga was seized on Tuesday. The activist ..."
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.name_kinds import has_age, has_kin
from scripts.annotate.nominal_phrases import Nominal
from scripts.annotate.syntax import SUBJECTS
from scripts.reference import load_yaml

# How many sentences news leaves between a description and the name that goes with it.
REACH = 4


def identified(doc: Doc, phrases: Iterable[Nominal]) -> list[Nominal]:
    """The phrases, each description of one unnamed person with the name that the text gives to it."""
    phrases = list(phrases)
    text = _People(doc, phrases)
    return [text.with_name(p) if _is_open(p) else p for p in phrases]


def _is_open(phrase: Nominal) -> bool:
    """One person without a name, who has a part of his own in the sentence."""
    return (
        phrase.actor_type == "person"
        and phrase.same_as is None
        and not phrase.is_plural
        and not phrase.is_numbered
        and phrase.head.tag_ in ("NN", "NNP")
        and phrase.head.dep_ in (*SUBJECTS, "dobj", "ROOT")
        and (phrase.owner is None or phrase.country is not None)
    )


class _People:
    """The persons of one text, by their names and by what it calls them."""

    def __init__(self, doc: Doc, phrases: Sequence[Nominal]) -> None:
        self.doc = doc
        self.phrases = phrases
        self.names = [s for s in doc.spans["names"] if s._.name.actor_type == "person"]
        self.described = {p.same_as for p in phrases if p.same_as is not None}
        self.starts = [s.start for s in doc.sents]
        self.speaking = {r.source for r in doc._.reports}

    def with_name(self, phrase: Nominal) -> Nominal:
        alike = [p for p in self.phrases if p.lemma == phrase.lemma and p.actor_type == "person"]
        named = [p for p in alike if p.same_as is not None]
        if named:
            name = self._called_so(phrase, named)
        else:
            name = self._named_next(phrase) or self._named_before(phrase, alike)
        return phrase if name is None else replace(phrase, same_as=name.root.i, is_apposition=False)

    def _called_so(self, phrase: Nominal, named: list[Nominal]) -> Span | None:
        """The one person whom the text, further on, describes by the same noun and as of the same country."""
        people = {self._name_at(p.same_as) for p in named}
        name = people.pop()
        if people or name is None or phrase.determiner == "another":
            return None
        if self._first(name).start < phrase.head.i:
            return None
        first = min(named, key=lambda p: p.head.i)
        near = self._sentence(first.head.i) - self._sentence(phrase.head.i) <= REACH
        return self._first(name) if near and _agree(phrase, first) else None

    def _named_next(self, phrase: Nominal) -> Span | None:
        """ "A monk was jailed. Varga, 42, was sentenced ...": a new name without a description in the next
        sentence is the person's whom this one brought in, if it did bring in one only.
        """
        if phrase.determiner not in ("a", "an"):
            return None
        here = self._sentence(phrase.head.i)
        others = [p for p in self.phrases if p != phrase and self._sentence(p.head.i) == here and _is_open(p)]
        next_names = [s for s in self.names if self._sentence(s.start) == here + 1]
        name = next((s for s in next_names if s.root.dep_ in SUBJECTS or has_kin(s)), None)
        if others or name is None or name != self._first(name.text) or not self._is_bare(name):
            return None
        known = name._.name.entry is not None or any(self._sentence(s.start) == here for s in self.names)
        speaks = phrase.head.i in self.speaking or name.root.i in self.speaking
        alike = has_kin(name) or _is_undergoing(phrase.head) == _is_undergoing(name.root)
        return name if alike and not known and not speaks else None

    def _named_before(self, phrase: Nominal, alike: list[Nominal]) -> Span | None:
        """ "Milo Varga signed. The rebel leader promised ...": the one person of the sentence before, whom
        the text describes by nothing else.
        """
        if phrase.determiner != "the" or phrase.lemma not in load_yaml("anaphora.yml")["people"]:
            return None
        here = self._sentence(phrase.head.i)
        before = [s for s in self.names if self._sentence(s.start) == here - 1]
        bearers = {s[-1].text for s in before}
        first = alike[0] == phrase and len(bearers) == 1
        if not first or before[0].root.dep_ not in SUBJECTS or phrase.head.dep_ not in SUBJECTS:
            return None
        mentions = [s for s in self.names if s[-1].text == before[0][-1].text]
        return before[0] if all(self._is_bare(s) for s in mentions) else None

    def _sentence(self, position: int) -> int:
        """The number of the sentence that holds a token."""
        return sum(start <= position for start in self.starts)

    def _name_at(self, root: int | None) -> str | None:
        return next((s[-1].text for s in self.names if s.root.i == root), None)

    def _first(self, name: str) -> Span:
        last = name.split()[-1]
        found: Span = next(s for s in self.names if s[-1].text == last)
        return found

    def _is_bare(self, name: Span) -> bool:
        """Nobody is told who this is."""
        before = self.doc[name.start - 1] if name.start else None
        titled = before is not None and lexicon().is_title(before.text)
        return not titled and name.root.i not in self.described and (len(name) > 1 or has_age(name))


def _is_undergoing(token: Token) -> bool:
    return token.dep_ in ("nsubjpass", "dobj") or token.head.lemma_ == "die"


def _agree(phrase: Nominal, other: Nominal) -> bool:
    """The same country, unless the one goes back to the other ("the diplomat") or is a title ("Police Chief
    Doe"), and where the noun alone tells little a word or a country that both share.
    """
    shared = {m.lower() for m in phrase.modifiers} & {m.lower() for m in other.modifiers}
    goes_back = other.determiner == "the" or (other.determiner is None and bool(shared))
    if phrase.country != other.country and (other.country or not goes_back):
        return False
    same = phrase.country is not None and phrase.country == other.country
    return bool(shared) or same or phrase.lemma in load_yaml("anaphora.yml")["people"]
