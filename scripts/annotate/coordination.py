"""Component `series` (before the lemmatizer): "has recruited, trained, housed and financed X".

Past participles of one auxiliary, of which the tagger makes adjectives or past tenses.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from scripts.annotate.lexicon import lexicon
from scripts.reference import load_yaml

PERFECT = ("having", "has", "have", "had")
BESIDE = {"aux", "auxpass", "dobj", "ccomp", "xcomp", "prt", "nsubjpass", "dative"}
AIMED = {"at", "on", "for", "into", "over"}
PARTICIPLE_LIKE = ("VBN", "VBD", "JJ")


@Language.component("series")
def series(doc: Doc) -> Doc:
    for token in doc:
        if token.tag_ == "VBZ" and token.dep_ == "pobj":
            token.tag_, token.pos_ = "NNS", "NOUN"  # "by suspected Boko Haram militants"
        if token.tag_ == "NN" and token.dep_ in ("xcomp", "pcomp") and _has_object(token):
            token.tag_, token.pos_ = "VBG", "VERB"  # "to stop bombing villages"
        if token.tag_ == "NN" and token.dep_ == "xcomp" and token.head.lower_.startswith("help"):
            token.tag_, token.pos_ = "VB", "VERB"  # "helped finance gangs"
        if token.tag_ in ("NN", "VBG") and token.dep_ in ("compound", "amod"):
            _mend_gerund(token)
        if token.lower_ in PERFECT and token.dep_ != "aux" and token.i + 1 < len(doc):
            _mend_perfect(token, doc[token.i + 1])
        if token.tag_ in ("NN", "NNP") and any(c.dep_ == "aux" and c.lower_ in PERFECT for c in token.lefts):
            token.tag_, token.pos_ = "VBN", "VERB"  # "have overrun the camp"
        if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.lefts):
            _mend_passive(token)
        if token.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ != "be" for c in token.lefts):
            above = token
            found = _series(token)
            if all(verb.tag_ == "VBN" and verb.dep_ == "conj" for verb in found):
                continue
            if found and _is_misread(token, found[-1]):
                found[-1].head.dep_, found[-1].head.head = "dobj", found[-1]
            for verb in found:
                verb.tag_, verb.pos_, verb.dep_, verb.head = "VBN", "VERB", "conj", above
                verb.set_morph("Aspect=Perf|Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]  # no stub
                above = verb
    return doc


def _mend_gerund(word: Token) -> None:
    """ "His role in financing gangs", "denied arming rebels": what one does to them, and no kind of gangs."""
    noun, before = word.head, word.nbor(-1) if word.i else word
    gerunds = load_yaml("attachment.yml")["gerunds"]
    if word.lower_ not in gerunds or noun.tag_ != "NNS" or noun.left_edge != word or word.i + 1 != noun.i:
        return
    clause = {"pobj": "pcomp", "dobj": "xcomp"}.get(noun.dep_)
    words = lexicon()
    people = words.is_group_noun(noun.lower_) or words.is_person_noun(noun.lower_)
    if clause is None or not people or noun.head != before:
        return
    word.tag_, word.pos_ = "VBG", "VERB"
    word.head, word.dep_ = noun.head, clause
    noun.head, noun.dep_ = word, "dobj"


def _mend_passive(first: Token) -> None:
    """ "Were packed by X and transferred to Y", "was lined up and shot": what is done to somebody is read as
    the past tense of what he does.
    """
    undergone = load_yaml("attachment.yml")["undergone"]
    for child in first.rights:
        if _is_elided(child) and child.lower_ in undergone:
            for subject in child.lefts:
                subject.dep_ = "nsubjpass" if subject.dep_ == "nsubj" else subject.dep_
            child.tag_, child.pos_ = "VBN", "VERB"
        own = {c.dep_ for c in child.children} & {"nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp"}
        if (
            child.dep_ == "conj"
            and child.tag_ in ("VBD", "VBN", "VB")
            and not own
            and child.lower_ in undergone
        ):
            child.tag_, child.pos_ = "VBN", "VERB"
            _mend_passive(child)


def _is_elided(verb: Token) -> bool:
    """ "Huts were burnt and two women abducted": "were" stands but once."""
    kinds = {c.dep_ for c in verb.children}
    aimed = any(c.lower_ in AIMED for c in verb.children)  # "... and soldiers shot at them"
    alone = "nsubj" in kinds and not kinds & BESIDE and not aimed
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and alone


def _mend_perfect(having: Token, participle: Token) -> None:
    """ "of having armed young people", "had bought rifles": the participle governs, it does not describe
    the people.
    """
    noun = participle.head
    if participle.tag_ != "VBN" or participle.dep_ != "amod" or noun.dep_ != "dobj" or noun.head != having:
        return
    if having.lower_ != "having" and participle.lower_ in load_yaml("attachment.yml")["describing"]:
        return
    participle.head, participle.dep_ = (
        (having.head, having.dep_) if having.head != having else (participle, "ROOT")
    )
    for child in list(having.children):
        child.head = participle
    having.head, having.dep_ = participle, "aux"


def _series(first: Token) -> list[Token]:
    """Single participles behind `first`, set off by commas, the last by "and": none where anything else
    stands between.
    """
    found: list[Token] = []
    words = first.sent[first.i - first.sent.start + 1 :]
    at = 0
    while at + 1 < len(words) and (words[at].text == "," or words[at].lower_ in ("and", "or")):
        last = words[at].lower_ in ("and", "or")
        at += 1 + (words[at].text == "," and words[at + 1].lower_ in ("and", "or"))
        last = last or words[at - 1].lower_ in ("and", "or")
        word = words[at] if at < len(words) else None
        if word is None or word.tag_ not in PARTICIPLE_LIKE or not word.lower_.endswith(("ed", "en", "t")):
            return []
        found.append(word)
        at += 1
        if last:
            return found if len(found) > 1 or _is_misread(first, found[0]) else []
    return []


def _is_misread(first: Token, second: Token) -> bool:
    """ "have detained and tortured officers": the second participle is taken for an adjective of the
    object.
    """
    noun = second.head
    return second.dep_ == "amod" and noun.dep_ in ("dobj", "conj") and noun.head == first


def _has_object(noun: Token) -> bool:
    return noun.lower_.endswith("ing") and any(c.dep_ == "dobj" for c in noun.children)
