"""The smallest clause that states a claim."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.syntax import children, clause_head, subtree_range, trim
from scripts.extract.predicate_slots import Predicate


def claim_range(doc: Doc, predicate: Predicate, within: tuple[int, int] | None) -> tuple[int, int]:
    """Token range of the clause around a predicate, not beyond `within` (the content of the statement it
    stands in).
    """
    if predicate.anchor.pos_ in ("NOUN", "PROPN") and _states_itself(predicate):
        start, end = subtree_range(predicate.anchor)  # "the visit of X to Y": the phrase says it all
        if within is not None:
            start, end = max(start, within[0]), min(end, within[1])
        return trim(doc, start, end)
    verb = stating_verb(predicate.anchor)
    start, end = subtree_range(verb)
    if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        start = min(start, verb.head.left_edge.i)
    for other in children(verb, "conj"):
        if children(other, "nsubj", "nsubjpass") and other.left_edge.i > predicate.token.i:
            end = min(end, other.left_edge.i)
    start, end = min(start, predicate.token.i), max(end, predicate.token.i + 1)
    if within is not None:
        start, end = max(start, within[0]), min(end, within[1])
    return trim(doc, start, end)


def _states_itself(predicate: Predicate) -> bool:
    inside = {t.i for t in predicate.anchor.subtree}
    named = [t for slot, fillers in predicate.slots.items() if slot != "compound" for t in fillers]
    return bool(named) and all(t.i in inside for t in named) and len(inside) >= 3


def stating_verb(token: Token) -> Token:
    """The verb with the subject: up from infinitives, participles and coordinated verbs that share one."""
    verb = clause_head(token)
    for _ in range(8):
        head = verb.head
        if head == verb:
            return verb
        shares = verb.dep_ in ("xcomp", "pcomp") or (
            verb.dep_ in ("conj", "advcl") and not children(verb, "nsubj", "nsubjpass", "expl", "mark")
        )
        if not shares:
            return verb
        above = clause_head(head)
        if above == verb:
            return verb
        verb = above
    return verb
