"""Reading a dependency tree (ClearNLP labels of the English spaCy models): objects, agents, coordination,
negation, clauses and the words that they span.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from scripts.records import Extent
from scripts.reference import load_yaml

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})  # go back to what was told
NEGATIVE_DETERMINERS = {"no", "neither", "none", "nobody", "nothing"}
TRIM = {
    ",",
    ".",
    ";",
    ":",
    "-",
    "–",
    "—",
    "--",
    "“",
    "”",
    '"',
    "''",
    "``",
    "’",
    "‘",
    "'",
    "that",
    "…",
    "and",
    "but",
}


def children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def is_passive(verb: Token) -> bool:
    if children(verb, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not children(verb, "aux") and verb.head.pos_ == "VERB":
        return is_passive(verb.head)  # "was dragged out and beaten", "three were killed and two wounded"
    if verb.dep_ == "acomp":
        return verb.tag_ == "VBN" and verb.head.lemma_ in ("be", "get")  # "had been ill-treated"
    if was_found(verb):
        return True
    own = children(verb, "nsubj")  # "claims that X had armed them"
    if verb.dep_ == "ccomp" and own and verb.head.lemma_ in load_yaml("attachment.yml")["undergoing"]:
        # "has seen critics jailed", "had two men shot"
        return verb.tag_ in ("VBN", "VBD") and not children(verb, "aux", "mark", "dobj")
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not own


def was_found(verb: Token) -> bool:
    """ "Was found beheaded", "was found near the tracks, beheaded and tortured": what somebody underwent."""
    bare = verb.tag_ in ("VBN", "VBD") and not children(verb, "nsubj", "aux", "mark", "dobj")
    under = verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd") and verb.i > verb.head.i
    return bare and under and verb.head.lemma_ == "find" and bool(children(verb.head, "auxpass"))


def agents(verb: Token) -> list[Token]:
    """`by X` of a passive; of two that are joined it stands behind the second ("trained and sent by X")."""
    own = [o for by in children(verb, "agent") for o in children(by, "pobj")]
    joined = [c for c in children(verb, "conj") if c.tag_ == "VBN" and c.i == verb.i + 2]
    return own or (agents(joined[0]) if verb.tag_ == "VBN" and joined else [])


def behind(head: Token, *prepositions: str) -> list[Token]:
    """What stands behind one of these prepositions below `head`, in their order: X of "sanctions on X"."""
    preps = [p for p in children(head, "prep") if p.lower_ in prepositions]
    return [o for p in preps for o in children(p, "pobj")]


def coordinated(token: Token) -> list[Token]:
    """`token` and what is joined to it by commas and "and", in order."""
    out = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            between = {t.lower_ for t in token.doc[token.i : child.left_edge.i + 1]}
            if not between & {"not", "rather", "instead"}:  # "the rebels rather than the army"
                out += coordinated(child)
    return out


def objects_of(preposition_or_verb: Token) -> list[Token]:
    return [o for child in children(preposition_or_verb, "pobj", "dobj", "pcomp") for o in coordinated(child)]


def is_negated(verb: Token) -> bool:
    negations = [c for c in verb.children if c.dep_ == "neg" or c.lower_ in ("never", "hardly")]
    if any(c.i < verb.i + 3 and c.doc[c.i : c.i + 2].text.lower() != "not only" for c in negations):
        return True
    if _is_neither(verb) or any(is_none(s) for s in children(verb, *SUBJECTS)):
        return True
    for c in verb.children:
        if c.dep_ in (*SUBJECTS, "dobj", "attr") and (
            c.text.lower() in NEGATIVE_DETERMINERS
            or any(d.dep_ in ("det", "neg") and d.text.lower() in NEGATIVE_DETERMINERS for d in c.children)
        ):
            return True
    return False


def _is_neither(verb: Token) -> bool:
    """ "Neither commands nor arms them": both verbs are negated."""
    joined = [verb, *([verb.head] if verb.dep_ == "conj" else [])]
    return any(c.lower_ == "neither" and c.i < verb.i for v in joined for c in v.children)


def is_none(subject: Token) -> bool:
    """ "Neither he nor the mayor", "not a single soldier", "not one of them": nobody did it."""
    words = [t for t in subject.doc[subject.left_edge.i : subject.i] if t.head == subject]
    if any(t.lower_ == "neither" for t in words):
        return True
    after_not = [t.nbor(1).lower_ for t in words if t.lower_ == "not"]
    single = any(t.lower_ in ("single", "one") for t in (*words, subject))
    return bool(after_not) and single


def modals(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"}


def up(token: Token) -> Iterator[Token]:
    """The heads of `token`, from its own to the root."""
    while token.head != token:
        token = token.head
        yield token


def clause_head(token: Token) -> Token:
    """The verb of the smallest clause that holds `token`."""
    for t in (token, *up(token)):
        if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass", "amod"):
            return t
    return token.sent.root


def subtree_range(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i + 1


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without leading "that" and without punctuation and spaces at both ends."""
    while start < end and (doc[start].lower_ in TRIM or doc[start].is_space):
        start += 1
    while (
        end > start and (doc[end - 1].text in TRIM or doc[end - 1].is_space) and doc[end - 1].lower_ != "that"
    ):
        end -= 1
    return start, end


def span(doc: Doc, content: tuple[int, int]) -> Span:
    return doc[content[0] : content[1]]


def extent(doc: Doc, content: tuple[int, int]) -> Extent:
    words = span(doc, content)
    return Extent(words.start_char, words.end_char)
