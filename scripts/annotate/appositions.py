"""Appositions and predicate nouns: which proper name a noun phrase describes."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.lexicon import lexicon
from scripts.reference import load_yaml


def described_name(token: Token, noun: Token, named: dict[int, int]) -> tuple[int | None, bool]:
    """The head of the name that the phrase of `token` describes, and whether it stands in apposition to it;
    `named` maps tokens of names to the names' heads.
    """
    if noun == token and modifies(token) and token.head.i in named:
        # "spokesman Ali Amini": a title hung on a name
        return named[token.head.i], True
    for child in token.children:
        if child.dep_ == "appos" and child.i in named and not _is_list(token, child):
            return named[child.i], True
    called = _named_by(token, named)
    if called is not None:
        return called, True
    following = (
        named.get(token.i + 1) if token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_title else None
    )
    if following is not None and token.tag_ == "NN" and not _is_owner(token.doc, following):
        # "the news agency Amaq": a description that stands right before a name, whatever the tree makes of it
        return following, True
    beside = _between_commas(token, named)
    if beside is not None:
        return beside, True
    held = _held_by(token, named)
    if held is not None:
        return held, True
    if token.dep_ == "appos" and token.head.i in named:
        return named[token.head.i], True
    if (
        token.dep_ in ("attr",)
        and token.head.lemma_ == "be"
        and not any(c.dep_ == "neg" for c in token.head.children)
    ):
        subject = next((c for c in token.head.children if c.dep_ == "nsubj" and c.i in named), None)
        if subject is not None:
            return named[subject.i], False
    return None, False


def _is_list(token: Token, name: Token) -> bool:
    """ "Two groups, A and B": neither is both."""
    return token.tag_ == "NNS" and any(c.dep_ == "conj" for c in name.children)


def _named_by(token: Token, named: dict[int, int]) -> int | None:
    """ "the Der Spiegel news magazine", "Reuters news agency", "the 4K militia": the name before a noun that
    says what it is the name of.
    """
    noun = token.lemma_.lower()
    before = next((c for c in token.children if c.dep_ in ("compound", "nmod") and c.i in named), None)
    if before is None or token.tag_ != "NN":
        return None
    name = next(s for s in token.doc.spans["names"] if s.root.i == named[before.i])._.name
    kind = load_yaml("anaphora.yml")["called_by"].get(noun) or ("media" if _is_medium(noun) else None)
    return named[before.i] if kind is not None and _is_of_kind(name.actor_type, kind) else None


def _is_medium(noun: str) -> bool:
    return lexicon().is_group_noun(noun) and lexicon().group_type(noun) == "media"


def _is_of_kind(actor_type: str | None, kind: str) -> bool:
    """A "group" may be armed or not, an "organization" may be of the government."""
    kinds = {
        "group": ("armed_group", "organization"),
        "organization": ("media", "armed_group", "government_body"),
    }
    return actor_type == kind or actor_type in kinds.get(kind, ())


def modifies(token: Token) -> bool:
    """Stands before a noun as a part of its phrase."""
    return token.dep_ in ("compound", "nmod", "npadvmod", "amod") and token.head.i > token.i


def _is_owner(doc: Doc, name: int) -> bool:
    return name + 1 < len(doc) and doc[name + 1].tag_ == "POS"


def _between_commas(token: Token, named: dict[int, int]) -> int | None:
    """ "Zembla's head of the border guard, Colonel Jane Doe, ...": a person's name between
    commas behind an office, wherever the tree hangs it.
    """
    doc = token.doc
    if token.tag_ != "NN" or not lexicon().is_title(token.text):
        return None
    comma = next(
        (
            i
            for i in range(token.i + 1, min(token.i + 12, len(doc)))
            if doc[i].is_punct or doc[i].pos_ == "VERB"
        ),
        0,
    )
    start = comma + 1
    while start < len(doc) and _is_title_part(doc[start]):
        start += 1
    if not comma or doc[comma].text != "," or start not in named:
        return None
    name = next(s for s in doc.spans["names"] if s.root.i == named[start])
    closed = name.end < len(doc) and doc[name.end].text in (",", ".")
    return named[start] if closed and name._.name.actor_type == "person" else None


def _is_title_part(token: Token) -> bool:
    """A title, or a part of an abbreviated one: "Lt", "."."""
    return token.text == "." or any(lexicon().is_title(t) for t in (token.text, f"{token.text}."))


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
                        and not lexicon().is_person_noun(c.lemma_)  # "a bodyguard of warlord Ali Amini"
                        for c in o.children
                    )
                ):
                    return o.i
    return None
