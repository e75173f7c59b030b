"""Clauses that a reporting verb governs, also where the tree hung them elsewhere."""

from __future__ import annotations

from spacy.tokens import Span, Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.syntax import children, clause_head, subtree_range, trim
from scripts.reference import load_yaml


def clauses(verb: Token, cue: Cue) -> list[tuple[int, int]]:
    """Extents of complement clauses, or of the clause around a parenthetical cue."""
    deps = ("ccomp", "xcomp") if cue.gerund else ("ccomp",)
    heads = [
        c
        for c in (*children(verb, *deps), *([] if cue.gerund else done(verb)))
        if c.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV")
    ]
    heads = [c for c in heads if not (_is_set_apart(c, verb) or _tells(c, verb))]
    found = _joined(
        [clause_range(c, alone=cue.stance == "denied") for c in heads if not _is_question(c)]
        + (_shared(verb) if heads else [])
    )
    if not found and is_parenthetical(verb):
        start, end = clause_range(clause_head(verb.head))
        left, right = subtree_range(verb)
        last = right >= end - 1 and is_as_said(verb)  # "..., as Doe told reporters."
        before = trim(verb.doc, start, left) if last else (start, end)
        found = [before if is_told(verb.doc[start:left]) else (right, end)]
    return found


def _is_set_apart(clause: Token, verb: Token) -> bool:
    """ "X says A; Y denies any involvement": a semicolon parts what the parser joined."""
    between = verb.doc[clause.i : verb.i] if clause.i < verb.i else ()
    return any(t.text == ";" for t in between) and bool(children(verb, "dobj"))


def _tells(clause: Token, verb: Token) -> bool:
    """ "The men had confessed, Y said": the second tells of the first."""
    first = clause.left_edge
    behind = clause.i > verb.i and first.i > verb.i and first.nbor(-1).text == ","
    speaking = clause.lemma_ in cues().verbs and children(clause, "nsubj") and not children(clause, "mark")
    return behind and bool(speaking) and clause._.quotation is None


def done(verb: Token) -> list[Token]:
    """ "Claimed to have hit a refinery": the infinitives of the perfect below a verb."""
    return [c for c in children(verb, "xcomp") if any(a.lemma_ == "have" for a in children(c, "aux"))]


def clause_range(head: Token, *, alone: bool = False) -> tuple[int, int]:
    """A clause, up to where another speaker begins: "said that A, and rights groups warned that B";
    `alone`: up
    to any other clause ("denied that A, and B": nobody denies B).
    """
    start, end = subtree_range(head)
    others = [c.left_edge.i for c in _conjuncts(head) if _is_other_report(c) or (alone and is_apart(c))]
    return trim(head.doc, start, min([end, *others]))


def is_apart(clause: Token) -> bool:
    """A clause with a subject of its own behind a comma, that no "that" joins to what is reported."""
    comma = any(t.text in (",", ";") for t in clause.doc[max(0, clause.left_edge.i - 2) : clause.left_edge.i])
    return (
        comma and _has_own_subject(clause) and not any(m.lower_ == "that" for m in children(clause, "mark"))
    )


def _conjuncts(head: Token) -> list[Token]:
    found = [c for c in children(head, "conj") if c.pos_ in ("VERB", "AUX")]
    return found + [c for f in found for c in _conjuncts(f)]


def _is_other_report(clause: Token) -> bool:
    """A reporting clause of its own after a comma, outside quotation marks, whose speaker is named there."""
    speakers = [s for s in children(clause, "nsubj") if s.pos_ in ("NOUN", "PROPN")]
    first = clause.left_edge
    comma = any(t.text in (",", ";") for t in clause.doc[max(0, first.i - 2) : first.i])
    return (
        comma
        and not any(m.lower_ == "that" for m in children(clause, "mark"))
        and bool(speakers)
        and clause._.quotation is None
        and clause.lemma_.lower() in cues().verbs
        and bool(children(clause, "ccomp"))
    )


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


def is_parenthetical(verb: Token) -> bool:
    """ "..., he suggested, ...": a cue that hangs below what it reports, set off by commas.

    What it reports is then the clause around it, whole: its words stand on both sides of the cue.
    """
    if verb.dep_ not in ("parataxis", "ccomp", "advcl") or verb.head == verb:
        return False
    kids = [c for c in verb.children if not c.is_punct]
    if verb.dep_ == "advcl" and is_as_said(verb):
        return True
    if any(c.dep_ == "mark" or c.tag_ == "WRB" for c in kids) or not children(verb, "nsubj"):
        return False
    return verb.dep_ == "parataxis" or all(
        c.dep_ in ("nsubj", "advmod", "aux", "npadvmod", "prep") for c in kids
    )


def is_as_said(verb: Token) -> bool:
    """ "As Doe told reporters, ...", "as she put it": whoever says what the clause around it tells; not "as
    he announced the vote", which only says when.
    """
    opened = any(m.lower_ == "as" for m in children(verb, "mark")) and bool(children(verb, "nsubj"))
    if verb.lemma_ in load_yaml("cues.yml")["timed"]:
        return False  # "as the mayor spoke, shots rang out"
    told = [o for o in children(verb, "dobj") if o.lower_ != "it" and not _hears(o)]
    return opened and not told and not children(verb, "ccomp", "xcomp", "acomp", "attr", "auxpass", "neg")


def _hears(listener: Token) -> bool:
    """Whom one tells: reporters, a name."""
    return listener.pos_ in ("PROPN", "PRON") or lexicon().is_person_noun(listener.lemma_)


def is_told(words: Span) -> bool:
    """Whether something is told before a cue that interrupts it: not so "which, they said, ..." or "but,
    he said, ...".
    """
    return any(
        t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "VERB") and t.tag_ not in ("WDT", "WP") for t in words
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
