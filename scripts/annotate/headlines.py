"""Component `headlines`: words that the tagger took for another part of speech, most often in headlines.

Verbs taken for plural nouns ("IRGC trains and dispatches them", "Treasury Sanctions X"): short names before
a verb in -s mislead it. The tree is mended only where nothing else can be meant: the word roots its clause,
has a name or noun right before it as its "compound", and is coordinated with a verb in -s or followed by an
infinitive; in a title, where it announces sanctions. Offices taken for adjectives ("the general denied"), and
verbs with a wrong lemma (`data/reference/lemmas.yml`).
"""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from scripts.annotate.lexicon import lexicon
from scripts.records import BlockKind
from scripts.reference import load_yaml


@Language.component("headlines")
def headlines(doc: Doc) -> Doc:
    forms = load_yaml("lemmas.yml")["forms"]
    for token in doc:
        if token.i == 0 or token.pos_ == "SPACE":
            continue
        if token.pos_ in ("VERB", "NOUN") and token.lower_ in forms:
            token.lemma_ = forms[token.lower_]
        if token.tag_ == "VBG" and token.lower_ in load_yaml("lemmas.yml")["adjectives"]:
            _mend_adjective(token)
        if token.tag_ == "JJ" and _is_office(token):
            token.tag_, token.pos_ = "NN", "NOUN"
        if token.tag_ == "NNS" and token.dep_ in ("ROOT", "conj", "ccomp") and _is_verb(token):
            _mend(token)
        elif (
            token.text in _announcing()
            and token._.block == BlockKind.TITLE
            and token.nbor(-1).tag_ in ("NNP", "NNPS")
        ):
            token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", _announcing()[token.text]
    return doc


def _mend_adjective(token: Token) -> None:
    """ "Blamed neighbouring Norland for arming rebels": Norland is blamed, and nobody neighbours."""
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i > token.i]
    if not objects:
        return
    verb, noun = token.head, objects[0]
    noun.head, noun.dep_ = verb, "dobj"
    for child in [c for c in token.children if c != noun]:
        child.head = verb
    token.head, token.dep_, token.tag_, token.pos_ = noun, "amod", "JJ", "ADJ"


def _is_office(adjective: Token) -> bool:
    """ "The general denied ...": an adjective in a noun's place that is a word for a person."""
    return (
        adjective.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        and adjective.n_lefts > 0
        and lexicon().is_person_noun(adjective.lower_)
    )


def _is_verb(token: Token) -> bool:
    before = token.nbor(-1)
    if (
        before not in list(token.children)
        or before.dep_ not in ("compound", "nmod", "amod")
        or before.pos_ not in ("NOUN", "PROPN")
    ):
        return False
    with_verb = any(c.dep_ == "conj" and c.tag_ in ("VBZ", "VBP") and c.i > token.i for c in token.children)
    names = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > token.i]
    infinitive = any(
        c.dep_ in ("relcl", "acl") and any(a.lower_ == "to" for a in c.children) for c in token.children
    )
    return with_verb or (bool(names) and infinitive)


def _mend(token: Token) -> None:
    lemma = token.lemma_ if token.lemma_ != token.lower_ else token.lower_.removesuffix("s")
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", lemma
    before = token.nbor(-1)
    before.dep_ = "nsubj"
    for child in token.lefts:
        if child.dep_ in ("det", "amod", "compound", "poss", "nmod") and child.i < before.i:
            child.head = before
    for child in list(token.rights):
        if child.dep_ == "appos":
            child.dep_ = "dobj"
        elif child.dep_ in ("relcl", "acl") and any(a.lower_ == "to" for a in child.children):
            child.dep_ = "xcomp"


@cache
def _announcing() -> dict[str, str]:
    """`Sanctions` -> `sanction`, for the verbs of `sanctions.yml` as headlines write them."""
    return {f"{verb.capitalize()}s": verb for verb in load_yaml("sanctions.yml")["verbs"]}
