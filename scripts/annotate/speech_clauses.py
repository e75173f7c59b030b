"""Clauses that a reporting verb governs, also where the tree hung them elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.syntax import children, subtree_range, trim


def clauses(verb: Token, cue: Cue) -> list[tuple[int, int]]:
    """Extents of complement clauses, or of the clause around a parenthetical cue."""
    deps = ("ccomp", "xcomp") if cue.gerund else ("ccomp",)
    heads = [c for c in children(verb, *deps) if c.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV")]
    found = _joined(
        [clause_range(c) for c in heads if not _is_question(c)] + (_shared(verb) if heads else [])
    )
    if (
        not found
        and verb.dep_ in ("parataxis", "ccomp", "advcl")
        and verb.head != verb
        and _parenthetical(verb)
    ):
        start, end = subtree_range(verb.head)
        left, right = subtree_range(verb)
        found = [(a, b) for a, b in ((start, left), (right, end)) if any(t.is_alpha for t in verb.doc[a:b])]
    return found


def clause_range(head: Token) -> tuple[int, int]:
    """A clause without what is coordinated to the clause above it."""
    return trim(head.doc, *subtree_range(head))


def _is_question(clause: Token) -> bool:
    """ "knew where ...", "asked who ...": nothing is claimed."""
    return clause.left_edge.tag_ in ("WRB", "WP") and clause.left_edge.lower_ not in ("what", "when")


def _shared(verb: Token) -> list[tuple[int, int]]:
    """ "said that A, but B": the tree hangs B on the cue; after "that", prose goes on reporting until the
    sentence ends.
    """
    return [
        clause_range(c)
        for c in children(verb, "conj")
        if c.i > verb.i and c.lemma_.lower() not in cues().verbs and _has_own_subject(c)
    ]


def _has_own_subject(clause: Token) -> bool:
    return bool(children(clause, "nsubj", "nsubjpass", "compound", "expl"))


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Clauses with nothing but a conjunction between them are one content."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start - out[-1][1] <= 3:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _parenthetical(verb: Token) -> bool:
    """ "..., he suggested, ...": a cue that hangs below what it reports, set off by commas."""
    kids = [c for c in verb.children if not c.is_punct]
    if any(c.dep_ == "mark" or c.tag_ == "WRB" for c in kids) or not children(verb, "nsubj"):
        return False
    return verb.dep_ == "parataxis" or all(
        c.dep_ in ("nsubj", "advmod", "aux", "npadvmod", "prep") for c in kids
    )


def that_clause(verb: Token) -> list[tuple[int, int]]:
    """ "said through a lawyer that he ...": a that-clause that the tree hung on a noun in between."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ == "VERB" and token.lemma_ in cues().verbs and children(token, "nsubj"):
            return []
        clause = token.head
        if (
            token.lower_ == "that"
            and token.dep_ in ("mark", "nsubj", "dobj")
            and clause.i > token.i
            and children(clause, "nsubj", "nsubjpass")
        ):
            return (
                [(token.i + 1, clause.right_edge.i + 1)]
                if token.dep_ == "mark" and token.i - verb.i < 8
                else []
            )
    return []
