"""Cues of reported speech that are no verbs: "according to", nouns ("the claim that"), adjectives."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.report import Report, report
from scripts.annotate.speech_clauses import clause_range, is_told
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.speech_sources import author
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import children, subtree_range, trim


def according(token: Token) -> list[Report]:
    """ "According to X, A", "A, according to X", and "A1, according to X, A2", where the content is both."""
    doc = token.doc
    sources = [o for to in children(token, "prep") for o in children(to, "pobj")]
    if not sources:
        return []
    start, end = subtree_range(token)
    head = token.head
    if head.pos_ in ("NOUN", "PROPN", "NUM") and head.dep_ in ("nsubj", "nsubjpass") and head.i < token.i:
        head = head.head  # "Two men, according to X, were detained"
    while head.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and not children(head, "nsubj", "nsubjpass"):
        head = head.head
    closes = start > 0 and doc[start - 1].text == "," and end >= token.sent.end - 1
    while closes and head.dep_ == "advcl" and head.head.i < head.i:
        head = head.head  # "A, after B, according to X": X tells both
    while closes and head.dep_ == "ccomp" and head.head.lemma_ in cues().verbs and head.head.i < head.i:
        head = head.head  # "Y said that A, according to X": X tells that Y said so
    left, right = clause_range(head) if head != token else (token.sent.start, token.sent.end)
    right = min([right, *(c.left_edge.i for c in children(head, "conj") if c.i > end and subjects(c, 7))])
    after, before = trim(doc, end, right), trim(doc, left, start)
    if not is_told(doc[before[0] : before[1]]):
        content = after
    else:
        content = before if after[0] >= after[1] else (before[0], after[1])
    if content[1] - content[0] < 2:
        return []
    return [report(token, author(sources[0]), content, Cue())]


def nominal(noun: Token, cue: Cue) -> list[Report]:
    """ "the accusation by X that ...", "X's claim of ...". Where nobody is said to make a claim that no verb
    takes up, the noun stands for whoever does: the narrator does not.
    """
    clauses = [
        c for c in children(noun, "acl", "ccomp") if any(m.lower_ == "that" for m in children(c, "mark"))
    ]
    behind = noun.right_edge.i + 1
    if not clauses and behind < noun.sent.end and noun.doc[behind].lower_ == "that":
        clauses = [noun.doc[behind].head] if noun.doc[behind].dep_ == "mark" else []
    source = author(noun)
    taken_up = noun.head.lemma_.lower() in cues().verbs or noun.lemma_.lower() not in cues().hearsay
    if not clauses or (source == noun and taken_up):
        return []
    return [report(noun, source, trim(noun.doc, *subtree_range(clauses[0])), cue)]


def adjectival(adjective: Token, cue: Cue) -> list[Report]:
    """ "is convinced (that) ...", also where the parser makes the adjective a modifier inside the
    clause.
    """
    verb = next((t for t in adjective.ancestors if t.lemma_ == "be"), None)
    if verb is None or adjective.i - verb.i > 3 or adjective.i < verb.i or not children(verb, "nsubj"):
        return []
    clauses = children(adjective, "ccomp") or [
        c for c in children(verb, "ccomp") if c.left_edge.i == adjective.i
    ]
    if not clauses:
        return []
    content = trim(adjective.doc, max(adjective.i + 1, clauses[0].left_edge.i), clauses[0].right_edge.i + 1)
    return [report(adjective, children(verb, "nsubj")[0], content, cue)]
