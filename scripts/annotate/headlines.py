"""Component `headlines`: verbs that the tagger took for plural nouns ("IRGC trains and dispatches them",
"Treasury Sanctions X").

Short names before a verb in -s mislead it. The tree is mended only where nothing else can be meant: the
word roots its clause, has a
name or noun right before it as its "compound", and is coordinated with a verb in -s or followed by an
infinitive; in a title, where
it announces sanctions.
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
        if token.pos_ == "VERB" and token.lower_ in forms:
            token.lemma_ = forms[token.lower_]
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
        elif (
            token.tag_ == "VBG"
            and token.dep_ == "amod"
            and token.nbor(-1).lemma_ in ("deny", "admit")
            and token.head.i > token.i
        ):
            _mend_gerund(token)
        elif token.tag_ == "VBG" and token.dep_ == "acl" and token.head.dep_ == "dobj":
            _mend_quoted(token)
        elif token.tag_ == "VBG" and token.dep_ == "advcl":
            _mend_outcome(token)
            _mend_sequel(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj" and _is_outcome(token):
            _mend_outcome(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj" and _reports(token):
            token.head = (
                token.head.head
            )  # "denied that Y shells villages and accused Z": it is the speaker who accused
    return doc


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


def _mend_quoted(saying: Token) -> None:
    """ "quoted a man saying the raids have increased": the clause after "saying" is what he says, not
    what the paper quoted.
    """
    outer = saying.head.head
    cues = load_yaml("cues.yml")["verbs"]
    subject = next((c for c in saying.children if c.dep_ == "dobj" and c.i > saying.i), None)
    clause = next(
        (c for c in outer.children if c.dep_ in ("ccomp", "conj", "advcl") and c.i > saying.i), None
    )
    if saying.lemma_ not in cues or outer.lemma_ not in cues or subject is None or clause is None:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in clause.children):
        return
    clause.head, clause.dep_ = saying, "ccomp"
    subject.head, subject.dep_ = clause, "nsubj"


def _mend_gerund(token: Token) -> None:
    """ "denied supplying weapons": what is denied is the supplying, not weapons that supply."""
    verb, noun = token.nbor(-1), token.head
    token.dep_, token.head = "xcomp", verb
    noun.dep_, noun.head = "dobj", token


def _mend_outcome(token: Token) -> None:
    """ "The army shelled the town, Doe said, killing ten": it is the shelling that killed, not the saying."""
    saying = token.head
    if not _is_outcome(token) or saying.lemma_ not in load_yaml("cues.yml")["verbs"]:
        return
    told = [c for c in saying.children if c.dep_ == "ccomp" and c.i < saying.i < token.i]
    if saying.dep_ == "parataxis" or (saying.dep_ == "conj" and saying.nbor(-1).text == ","):
        told += [saying.head]  # "..., said Doe, killing ten"
    if told:
        token.head = told[-1]


def _is_outcome(token: Token) -> bool:
    """ ", killing ten", ", and burned a church": behind a comma, and without a subject of its own."""
    before = token.nbor(-2) if token.nbor(-1).dep_ == "cc" and token.i > 1 else token.nbor(-1)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return before.text == "," and not own and token.lemma_ in load_yaml("lemmas.yml")["outcomes"]


def _mend_sequel(token: Token) -> None:
    """ "Doe said that rebels killed two men, adding ...": it is the one who says that adds."""
    if token.lemma_ in load_yaml("lemmas.yml")["sequels"]:
        cues = load_yaml("cues.yml")["verbs"]
        token.head = next((t for t in token.ancestors if t.lemma_ in cues), token.head)


def _reports(token: Token) -> bool:
    """A reporting verb in the past, coordinated by the tree with a clause in the present that such a verb
    reports.
    """
    clause = token.head
    cues = load_yaml("cues.yml")["verbs"]
    return (
        token.lemma_ in cues
        and clause.dep_ == "ccomp"
        and clause.head.lemma_ in cues
        and clause.head.tag_ == "VBD"
        and clause.head.i < clause.i
        and clause.tag_ in ("VBZ", "VBP", "VB", "VBG")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    )


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
