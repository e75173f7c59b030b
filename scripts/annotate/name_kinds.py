"""Evidence for the kind of a name that no authority file explains: titles, appositions, syntax.

A label of the statistical entity recognizer counts only for names that nothing else explains.
"""

from __future__ import annotations

import re
from collections.abc import Set

from spacy.tokens import Span, Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.proper_name import Name
from scripts.annotate.state_words import is_state_word
from scripts.reference import load_yaml

# What security firms call groups of hackers: "APT40", "UNC1151".
_DESIGNATION = re.compile(r"(?:APT|UNC|TA|FIN|DEV|TEMP|Storm)-?\d{1,5}")


def kind(span: Span, places: Set[int]) -> str | None:
    """A person's or organization's name by its syntax; None where the text gives no evidence that it
    names an actor. Nobody's name ends with a number, but a ship's or a group's does.
    """
    found = _kind(span, places)
    return "organization" if found == "person" and span[-1].text.isdigit() else found


def _kind(span: Span, places: Set[int]) -> str | None:
    root = span.root
    if any(t.i in places for t in span):
        return None
    labels = {t.ent_type_ for t in span} - {""}
    if lexicon().is_thing(span[-1].text) and not _has_title(span):
        return None
    called = _called(span)
    if called is not None:
        return called
    if (
        root.dep_ in ("compound", "nmod", "npadvmod", "amod")
        and root.head.i >= span.end
        and not lexicon().is_person_noun(root.head.lemma_)
    ):
        return "person" if labels == {"PERSON"} and len(span) > 1 and root.head.pos_ == "PROPN" else None
    if _has_title(span) or _has_person_apposition(span) or _is_office_holder(span) or has_kin(span):
        return "person"
    described = _described_as(span) or _has_fighters(span)
    if described is not None:
        return described
    if _is_somewhere(root):
        return None
    if len(span) == 1 and _DESIGNATION.fullmatch(span.text):
        return "organization"
    if len(span) == 1:
        alone = labels == {"PERSON"} and root.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "dobj")
        alone = alone or (not labels & {"GPE", "LOC", "DATE"} and (_is_party(root) or has_age(span)))
        return "person" if alone and span.text.isalpha() and len(span.text) > 2 else None
    the = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    if "PERSON" in labels and not the:
        return "person"
    if (_is_speaker(root) or _is_party(root)) and not the:
        return "person"
    if (
        "ORG" in labels
        and not the
        and len(span) <= 3
        and all(t.is_alpha and t.is_title for t in span)
        and not any(t.is_stop for t in span)
    ):
        # The recognizer calls unfamiliar foreign names organizations; without an article or a word for
        # a body they are persons.
        return "person" if root.dep_ in ("nsubj", "nsubjpass", "poss", "agent") else None
    if "ORG" in labels and root.dep_ in (
        "nsubj",
        "nsubjpass",
        "poss",
        "agent",
        "pobj",
        "dobj",
        "appos",
        "conj",
    ):
        return "organization"
    return None


def _is_somewhere(root: Token) -> bool:
    """ "At Umm Tasha", "in Tin-Adar": where something is, nobody is."""
    where, trusting = root.head, load_yaml("anaphora.yml")["trusting"]
    if root.dep_ != "pobj":
        return False
    plainly = where.lower_ in ("near", "outside", "inside")
    return plainly or (where.lower_ in ("in", "at") and where.head.lemma_ not in trusting)


def _called(span: Span) -> str | None:
    """The kind that a noun right behind an unknown name gives: "Daima Leo newspaper", "4K militia"."""
    noun = span.doc[span.end] if span.end < len(span.doc) else None
    if noun is not None and noun.lower_ in load_yaml("anaphora.yml")["called_as"]:
        noun = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    words = load_yaml("anaphora.yml")
    if noun is None or span.root.head != noun or any(t.ent_type_ == "NORP" for t in span):
        return None
    if noun.tag_ == "NNS" and noun.lemma_.lower() in words["armed_members"]:
        return "armed_group" if len(span) > 1 and all(t.is_title or t.is_upper for t in span) else None
    if noun.tag_ != "NN":
        return None
    if all(is_state_word(t.text) or t.text in words["peoples"] for t in span):
        return None
    found: str | None = words["called_by"].get(noun.lemma_.lower())
    return found


def _has_title(span: Span) -> bool:
    if span.start == 0:
        return False
    before = span.doc[span.start - 1]
    return lexicon().is_title(before.text) and before.is_ancestor(span.root) | span.root.is_ancestor(before)


def _has_person_apposition(span: Span) -> bool:
    root = span.root
    beside = [c for c in root.children if c.dep_ == "appos"] + ([root.head] if root.dep_ == "appos" else [])
    return any(lexicon().is_person_noun(t.lemma_) or lexicon().is_title(t.text) for t in beside)


def _is_office_holder(span: Span) -> bool:
    """ "the spokesman for the cabinet Ali Amini": after an office and its body stands the person."""
    root = span.root
    office = root.head.head if root.dep_ == "pobj" and root.head.lower_ in ("of", "for") else None
    return (
        office is not None
        and (lexicon().is_title(office.text) or lexicon().is_person_noun(office.lemma_))
        and any(
            c.dep_ in ("compound", "nmod") and c.i < span.start and not lexicon().is_title(c.text)
            for c in root.children
        )
    )


def _described_as(span: Span) -> str | None:
    """The kind that a noun right before the name or in apposition gives: "the firm X", "X, a charity"."""
    root = span.root
    beside = [c for c in root.children if c.dep_ == "appos" and c.i >= span.end] + (
        [root.head] if root.dep_ == "appos" else []
    )
    if (
        span.start
        and (span.doc[span.start - 1].pos_ == "NOUN" or span.doc[span.start - 1].lower_ == "daily")
        and span.doc[span.start - 1]._.block is not None
    ):
        beside.append(span.doc[span.start - 1])
    for noun in beside:
        lemma = noun.lemma_.lower()
        singular = noun.tag_ == "NN" or noun.lower_ == "daily"  # "Kuwaiti daily X" is taken for an adjective
        if singular and lexicon().is_group_noun(lemma):
            return lexicon().group_type(lemma)
    return None


def _has_fighters(span: Span) -> str | None:
    """ "Fighters of the Orlan Lions": only an armed group has any."""
    of = span.root.head
    owned = span.root.dep_ == "pobj" and of.lower_ == "of" and of.head.tag_ == "NNS"
    armed = owned and of.head.lemma_.lower() in load_yaml("anaphora.yml")["armed_members"]
    return "armed_group" if armed and len(span) > 1 and span.text[0].isupper() else None


def _is_speaker(root: Token) -> bool:
    if root.dep_ not in ("nsubj", "agent"):
        return False
    verb = root.head
    said_to_be = [c for c in verb.children if c.dep_ == "attr" and verb.lemma_ == "be" and c.i > verb.i]
    return (
        verb.lemma_.lower() in load_yaml("cues.yml")["verbs"]
        or verb.lemma_.lower() in load_yaml("anaphora.yml")["done_by_persons"]
        or any(lexicon().is_person_noun(c.lemma_) for c in said_to_be)
    )


def has_kin(span: Span) -> bool:
    """ "Relatives of Milo Varga", "Milo Varga's lawyer": only a person has any."""
    root = span.root
    owned = root.head if root.dep_ == "poss" else root.head.head if root.head.lower_ == "of" else None
    return owned is not None and (owned.lower_ in lexicon().kin_nouns or owned.lemma_ == "lawyer")


def has_age(span: Span) -> bool:
    """ "Varga, 42, was sentenced"."""
    after = [t.text for t in span.doc[span.end : span.end + 3]]
    return len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and len(after[1]) <= 2


def _is_party(root: Token) -> bool:
    """Somebody to whom is done what is done to people: "sanctioned Jane Doe", "Jane Doe was arrested"."""
    verbs = {*load_yaml("sanctions.yml")["verbs"], *load_yaml("anaphora.yml")["done_to_persons"]}
    return root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_.lower() in verbs


def voted(spans: list[Span]) -> list[Span]:
    """One kind for all mentions of an unknown name: the one that a noun behind it gives, else a person where
    any mention shows one.
    """
    kinds: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    for span in spans:
        if span._.name.entry is None and span._.name.actor_type:
            kinds.setdefault(span.text, []).append(span._.name.actor_type)
            said = _called(span)
            if said is not None:
                called.setdefault(span.text, said)
    for span in spans:
        found = kinds.get(span.text, [])
        if span._.name.entry is None and len(set(found)) > 1:
            one = called.get(span.text) or ("person" if "person" in found else None)
            span._.name = Name(one) if one else span._.name
    return spans
