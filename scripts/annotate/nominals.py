"""Noun phrases that stand for actors without naming them: "a Taliban commander", "over 30 persons", "the
ministry".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.cast import Entity
from scripts.annotate.lexicon import Lexicon, lexicon
from scripts.reference import load_yaml

PARTITIVES = {
    "some",
    "most",
    "many",
    "several",
    "few",
    "dozen",
    "dozens",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "score",
    "scores",
    "number",
    "majority",
    "one",
    "two",
    "three",
    "all",
    "group",
    "million",
    "millions",
    "half",
    "handful",
    "member",
    "members",
    "pair",
    "trio",
    "team",
    "network",
    "series",
    "at least",
}
LEFT = (
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "predet",
    "quantmod",
    "advmod",
    "npadvmod",
    "case",
    "punct",
)
NAME_PREPOSITIONS = ("of", "from", "for", "in", "with", "at")


@dataclass(frozen=True)
class Nominal:
    """A candidate mention; token indices, `end` exclusive."""

    head: Token
    start: int
    end: int
    name: str
    lemma: str
    determiner: str | None
    modifiers: frozenset[str]
    actor_type: str
    is_plural: bool
    is_numbered: bool
    is_institution: bool
    country: str | None
    owner: int | None
    same_as: int | None
    is_apposition: bool
    is_demonym: bool = False

    @property
    def description(self) -> str:
        """The phrase with all that belongs to its head, up to a comma: "director of the police of Herat"."""
        doc, end = self.head.doc, self.end
        for child in self.head.rights:
            if child.dep_ != "prep" or child.i != end:
                break
            stop = next((t.i for t in child.subtree if t.is_punct), child.right_edge.i + 1)
            end = max(end, stop)
        named = next((s.start for s in doc.spans["names"] if s.root.i == self.same_as), None)
        end = named if named is not None and self.end <= named < end else end
        return " ".join(doc[self.start : end].text.split())

    @property
    def text(self) -> str:
        return " ".join(self.head.doc[self.start : self.end].text.split())

    def fits(self, entity: Entity) -> bool:
        """May a definite description with this noun mean this named actor?"""
        if self.lemma in entity.roles or self.lemma in entity.name.lower().split():
            return True
        return entity.actor_type in load_yaml("anaphora.yml")["descriptions"].get(self.lemma, ())


def nominals(doc: Doc) -> Iterator[Nominal]:
    words = lexicon()
    named = {t.i: span.root.i for span in doc.spans["names"] for t in span}
    for token in doc:
        if token._.block is None or token.i in named:
            continue
        noun = _noun(token, words)
        if noun is not None:
            found = _nominal(token, noun, words, named)
            if found is not None:
                yield found


def _noun(token: Token, words: Lexicon) -> Token | None:
    """The noun that says what the phrase headed by `token` is: itself, or what stands after "of" in a
    partitive.
    """
    if token.lower_ in PARTITIVES and token.dep_ not in ("amod", "nummod", "compound", "det"):
        for of in token.children:
            if of.dep_ == "prep" and of.lower_ == "of":
                for noun in of.children:
                    if noun.dep_ == "pobj" and _is_actor_noun(noun, words):
                        return noun
    if token.pos_ in ("NOUN", "PROPN", "ADJ") and _is_actor_noun(token, words):
        return token
    return None


def _is_actor_noun(token: Token, words: Lexicon) -> bool:
    lemma = token.lemma_.lower()
    if token.tag_.startswith("JJ") and not (
        token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") and token.n_lefts and token.pos_ != "ADJ"
    ):
        return False
    first = token.i == token.sent.start
    if (
        token.tag_ in ("NNP", "NNPS")
        and token.is_title
        and not first
        and not words.is_title(token.text)
        and not token.n_lefts
    ):
        return False
    if authority.demonyms().get(token.text) and token.tag_ in ("NNPS", "NNS"):
        return True
    return words.is_person_noun(lemma) or words.is_group_noun(lemma) or words.is_group_noun(token.lower_)


def _nominal(token: Token, noun: Token, words: Lexicon, named: dict[int, int]) -> Nominal | None:
    if noun == token and token.dep_ in ("compound", "nmod", "npadvmod", "amod") and token.head.i > token.i:
        head = token.head
        if head.i not in named:
            return None
        # "spokesman Bahram Ghasemi": a title hung on a name
        return _make(token, noun, words, named, same_as=named[head.i], apposition=True)
    for child in token.children:
        if child.dep_ == "appos" and child.i in named:
            return _make(token, noun, words, named, same_as=named[child.i], apposition=True)
    following = (
        named.get(token.i + 1) if token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_title else None
    )
    if following is not None and token.tag_ == "NN" and not _is_owner(token.doc, following):
        # "the news agency Amaq": a description that stands right before a name, whatever the tree makes of it
        return _make(token, noun, words, named, same_as=following, apposition=True)
    held = _held_by(token, named)
    if held is not None:
        return _make(token, noun, words, named, same_as=held, apposition=True)
    if token.dep_ == "appos" and token.head.i in named:
        return _make(token, noun, words, named, same_as=named[token.head.i], apposition=True)
    if (
        token.dep_ in ("attr",)
        and token.head.lemma_ == "be"
        and not any(c.dep_ == "neg" for c in token.head.children)
    ):
        subject = next((c for c in token.head.children if c.dep_ == "nsubj" and c.i in named), None)
        if subject is not None:
            return _make(token, noun, words, named, same_as=named[subject.i], apposition=False)
    return _make(token, noun, words, named, same_as=None, apposition=False)


def _is_owner(doc: Doc, name: int) -> bool:
    return name + 1 < len(doc) and doc[name + 1].tag_ == "POS"


def _held_by(token: Token, named: dict[int, int]) -> int | None:
    """ "the secretary of the National Council Ali Amini": the name after the body is the person, not part
    of the body.
    """
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "to"):
            for o in prep.children:
                name = o.dep_ == "pobj" and next(
                    (s for s in token.doc.spans["names"] if s.root.i == o.i), None
                )
                if (
                    name
                    and name._.name.actor_type == "person"
                    and any(
                        c.i < name.start
                        and c.dep_ in ("compound", "nmod", "poss")
                        and not lexicon().is_title(c.text)
                        for c in o.children
                    )
                ):
                    return o.i
    return None


def _make(
    token: Token, noun: Token, words: Lexicon, named: dict[int, int], *, same_as: int | None, apposition: bool
) -> Nominal:
    doc = token.doc
    lemma = noun.lemma_.lower()
    left = [c for c in token.lefts if c.dep_ in LEFT]
    start = min([token.i, *(c.left_edge.i for c in left)])
    while doc[start].is_punct or doc[start].is_space:
        start += 1
    end = noun.i + 1
    modifiers = [
        c
        for c in (*token.lefts, *noun.lefts)
        if c.dep_ in ("amod", "compound", "poss", "nmod") and not c.is_punct
    ]
    country = _country(noun) or _country(token)
    demonym = authority.demonyms().get(noun.text)
    owner = (
        next((named[m.i] for m in modifiers if m.i in named), None)
        or _of_name(token, named)
        or _of_name(noun, named)
    )
    determiner = next((c.lower_ for c in token.children if c.dep_ == "det"), None)
    is_group = words.is_group_noun(lemma) or words.is_group_noun(noun.lower_)
    group_type = words.group_nouns.get(lemma, words.group_nouns.get(noun.lower_, "group"))
    plural = noun.tag_ in ("NNS", "NNPS") or lemma in ("people", "police", "personnel", "military", "family")
    numbered = any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM"
    single_person = not is_group and not plural and not demonym
    return Nominal(
        head=token,
        start=start,
        end=end,
        name=_name(token, start, end),
        lemma=lemma,
        determiner=determiner,
        modifiers=frozenset(
            m.text
            for m in modifiers
            if m.pos_ in ("PROPN", "ADJ", "NOUN") and not (country and _is_state_word(m.text))
        ),
        actor_type="person" if single_person else group_type if is_group else "group",
        is_plural=plural or numbered,
        is_numbered=numbered,
        is_institution=is_group
        and group_type in ("government_body", "state", "media", "armed_group", "organization", "company"),
        country=country or demonym,
        owner=owner if owner is not None else _possessor(token),
        same_as=same_as,
        is_apposition=apposition,
        is_demonym=demonym is not None,
    )


def _possessor(token: Token) -> int | None:
    return next((c.i for c in token.lefts if c.dep_ == "poss"), None)


def _country(noun: Token) -> str | None:
    """The country that a modifier names: "Iranian officials", "U.S. forces", "Sudan's army", "the army of
    Sudan".
    """
    states = _state_forms()
    for child in noun.children:
        words = [child, *(c for c in child.children if c.dep_ in ("amod", "compound", "conj", "npadvmod"))]
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            for word in words:
                code = authority.demonyms().get(word.text) or states.get(word.text)
                if code:
                    return code
            text = noun.doc[child.left_edge.i : child.i + 1].text.removeprefix("the ").removeprefix("The ")
            if text in states:
                return states[text]
        if child.dep_ == "prep" and child.lower_ == "of":
            for place in child.children:
                text = noun.doc[place.left_edge.i : place.i + 1].text.removeprefix("the ")
                if place.dep_ == "pobj" and text in states:
                    return states[text]
    return None


def _is_state_word(word: str) -> bool:
    return word in authority.demonyms() or word in _state_forms()


@cache
def _state_forms() -> dict[str, str]:
    return {form: e.country_code or "" for e in authority.states().values() for form in e.forms}


def _of_name(token: Token, named: dict[int, int]) -> int | None:
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "for", "at"):
            for o in prep.children:
                if o.dep_ == "pobj" and o.i in named:
                    return named[o.i]
    return None


def _name(token: Token, start: int, end: int) -> str:
    """The phrase without its article, with a short "of ..." or "from ..." that follows."""
    doc = token.doc
    if doc[start].dep_ == "det" and start < end - 1:
        start += 1
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in NAME_PREPOSITIONS and child.i == end:
            stop = child.right_edge.i + 1
            if stop - child.i <= 8 and not any(
                t.pos_ in ("VERB", "AUX") or t.is_punct for t in doc[child.i : stop]
            ):
                end = stop
    return " ".join(doc[start:end].text.split())
