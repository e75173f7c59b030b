"""Nouns that stand for actors without naming them: "a rebel commander", "over 30 persons", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.appositions import described_name, modifies
from scripts.annotate.lexicon import Lexicon, lexicon
from scripts.annotate.nominal_phrases import Nominal, is_service, nominal_phrase
from scripts.annotate.speech_sources import speaks
from scripts.annotate.syntax import behind
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


def nominals(doc: Doc) -> Iterator[Nominal]:
    """In order, outside proper names; a noun that only modifies another is none unless that is a name."""
    words = lexicon()
    named = {t.i: span.root.i for span in doc.spans["names"] for t in span}
    speaking = {r.source for r in doc._.reports}
    placed = {
        t.i for s in doc.spans.get("places", []) for t in s if s._.mention_type == "named" and t.tag_ == "NNP"
    }
    for token in doc:
        if token._.block is None or token.i in named or token.i in placed:
            continue
        noun = _noun(token, words)
        if noun is None and token.i in speaking and token.pos_ == "NOUN" and speaks(token):
            noun = token  # "an apprentice mechanic said": whoever speaks is somebody
        if noun is None and _undergoes(token):
            noun = token  # "a rancher was abducted"
        if noun is None or (noun == token and modifies(token) and token.head.i not in named):
            continue
        same_as, apposition = described_name(token, noun, named)
        yield nominal_phrase(token, noun, named, same_as=same_as, apposition=apposition)


def _undergoes(token: Token) -> bool:
    """Whom one arrests or abducts is somebody, though the lexicon has no such word; a ship is none."""
    words = load_yaml("anaphora.yml")
    if token.tag_ not in ("NN", "NNS") or token.dep_ not in ("nsubjpass", "dobj"):
        return False
    return token.head.lemma_.lower() in words["undergone_by_persons"] and (
        token.lemma_.lower() not in words["not_persons"]
    )


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
    return token if _is_aged(token) else None


def _is_aged(token: Token) -> bool:
    """ "A 29-year-old was held": goes by an age."""
    alone = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "appos") and token.lower_ == "old"
    return alone and any(c.dep_ == "npadvmod" and c.lower_ == "year" for c in token.children)


def _is_actor_noun(token: Token, words: Lexicon) -> bool:
    lemma = token.lemma_.lower()
    if lemma in load_yaml("anaphora.yml")["taken"] and token.tag_ == "NN" and not token.n_lefts:
        return False  # "was held hostage"
    if lemma in ("person", "individual") and token.head.lower_ == "as":
        return False  # "was listed as an individual under the act"
    if lemma == "movement" and token.tag_ == "NNS" and any(c.tag_ == "PRP$" for c in token.lefts):
        return False  # "watched their movements"
    if lemma == "state" and any(c.pos_ == "PROPN" and c.i == token.i - 1 for c in token.lefts):
        return False  # "northern Shan state" is a place
    if lemma == "state" and any(o.tag_ == "NN" for o in behind(token, "of")):
        return False  # "a state of alert"
    if token.tag_.startswith("JJ") and not (
        token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") and token.n_lefts and token.pos_ != "ADJ"
    ):
        return False
    first = token.i == token.sent.start or (token.tag_ == "NNPS" and words.is_group_noun(token.lower_))
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
    if token.i and words.is_group_noun(f"{token.nbor(-1).lower_} {lemma}"):
        return True  # "military intelligence"
    if is_service(token):
        return True
    return words.is_person_noun(lemma) or words.is_group_noun(lemma) or words.is_group_noun(token.lower_)
