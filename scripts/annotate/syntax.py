"""Reading a dependency tree (ClearNLP labels of the English spaCy models): subjects, objects, clauses,
negation.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from scripts.records import Extent

# "used the money to buy arms", "promised the town to leave": who acts is the subject, not the object.
SUBJECT_CONTROL = {"use", "promise", "threaten", "spend", "need", "raise", "vow"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
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
    if (
        verb.tag_ == "VBN"
        and verb.dep_ == "conj"
        and not children(verb, "aux", "nsubj")
        and verb.head.pos_ == "VERB"
    ):
        return is_passive(verb.head)  # "was dragged out and beaten"
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Whom the tree makes the subject of `verb`: its own, or one that it shares or inherits.

    Shared by coordination ("trains and dispatches"), inherited by control ("is trying to form"), by
    participles
    ("killing ..."), through relative pronouns ("who are joining") and from what a participle modifies ("a
    man saying").
    For a passive verb this is the grammatical subject, that is, the logical object.
    """
    own = children(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own:
        return [_antecedent(verb, s) for s in own if s.dep_ not in ("expl", "csubj")]
    if depth > 6:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and head != verb:
        # A passive shares its subject with an active verb only across voices, which news prose seldom does:
        # "was arrested and said".
        return subjects(head, depth + 1)
    if verb.dep_ in ("acl",) and verb.tag_ in ("VBG", "VB", "VBN"):
        return [head] if verb.tag_ != "VB" else []
    if verb.dep_ in ("xcomp",) and head.pos_ in ("VERB", "AUX", "ADJ"):
        objects = children(head, "dobj", "nsubj") if head.pos_ == "VERB" and verb.i > head.i else []
        controllers = [
            o for o in objects if o.dep_ == "dobj" and o.i < verb.i and head.lemma_ not in SUBJECT_CONTROL
        ]
        if controllers and head.pos_ == "VERB":
            return [_antecedent(head, controllers[0])]
        return subjects(head, depth + 1)
    if verb.dep_ in ("advcl",) and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        if is_passive(head) and not is_passive(verb):
            return agents(head) or subjects(head, depth + 1)
        return subjects(head, depth + 1)
    if verb.dep_ in ("pcomp", "pobj") and head.pos_ in ("ADP", "SCONJ"):
        return _of_preposition(head, depth)
    if verb.dep_ in ("acomp", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth + 1)
    if verb.dep_ == "conj" and head.dep_ in ("pobj", "pcomp") and verb.tag_ == "VBG":
        return subjects(head, depth + 1)
    return []


def _of_preposition(preposition: Token, depth: int) -> list[Token]:
    """The understood subject of a gerund after a preposition ("accused X of doing", "responsible for
    doing").
    """
    governor = preposition.head
    while governor.dep_ in ("conj", "prep") and governor.pos_ == "ADP":
        governor = governor.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = children(governor, "dobj")
        passive = children(governor, "nsubjpass")
        if objects and preposition.text.lower() in (
            "of", "for", "from", "with", "as", "into", "on", "over",
        ):
            return [_antecedent(governor, objects[0])]
        if passive:
            return [_antecedent(governor, passive[0])]
        return subjects(governor, depth + 1)
    if governor.pos_ == "ADJ":
        if governor.dep_ in ("acomp", "oprd") and governor.head.pos_ in ("VERB", "AUX"):
            return subjects(governor.head, depth + 1)
        return [governor.head] if governor.head.pos_ in ("NOUN", "PROPN") else []
    if governor.pos_ in ("NOUN", "PROPN"):
        verb = governor.head
        if governor.dep_ == "dobj" and verb.pos_ == "VERB":
            return [governor]
        owner = children(governor, "poss")
        if owner:
            return owner
        if governor.dep_ == "pobj" and governor.head.head.pos_ in ("VERB", "AUX"):
            return _of_preposition(governor.head, depth + 1) if depth < 4 else []
    return []


def antecedent(verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for, the token itself where it is none."""
    return _antecedent(verb, token)


def _antecedent(verb: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if subject.tag_ in ("WP", "WDT") or (subject.text.lower() == "that" and subject.tag_ in ("WDT", "IN")):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return subject


def agents(verb: Token) -> list[Token]:
    """`by X` of a passive."""
    return [o for by in children(verb, "agent") for o in children(by, "pobj")]


def coordinated(token: Token) -> list[Token]:
    """`token` and what is joined to it by commas and "and", in order."""
    out = [token]
    for child in token.children:
        if (
            child.dep_ in ("conj", "appos")
            and child.dep_ == "conj"
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        ):
            out += coordinated(child)
    return out


def objects_of(preposition_or_verb: Token) -> list[Token]:
    return [o for child in children(preposition_or_verb, "pobj", "dobj", "pcomp") for o in coordinated(child)]


def is_negated(verb: Token) -> bool:
    if any(
        c.dep_ == "neg" or c.text.lower() in ("never", "hardly") for c in verb.children if c.i < verb.i + 3
    ):
        return True
    for c in verb.children:
        if c.dep_ in (*SUBJECTS, "dobj", "attr") and (
            c.text.lower() in NEGATIVE_DETERMINERS
            or any(d.dep_ in ("det", "neg") and d.text.lower() in NEGATIVE_DETERMINERS for d in c.children)
        ):
            return True
    return False


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
