"""Accusations: "X accused Z of doing", "X blamed the raid on Z", "Z was charged with doing"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.report import Report, report
from scripts.annotate.speech_clauses import is_apart
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.speech_sanctions import sanctioner
from scripts.annotate.speech_sources import author, speaker
from scripts.annotate.subjects import antecedent
from scripts.annotate.syntax import (
    DEFINITE,
    behind,
    children,
    coordinated,
    is_passive,
    subtree_range,
    trim,
    up,
)
from scripts.reference import load_yaml


def accusation(verb: Token, cue: Cue) -> list[Report]:
    """ "X accused Z of doing": the content is that Z does. In the passive, without `by X`, nobody is
    known to say it.
    """
    source = speaker(verb) or _document(verb) or sanctioner(verb)
    accused = children(verb, "nsubjpass" if is_passive(verb) else "dobj")
    by_whom = [s for s in children(verb, "nsubj") if s.tag_ not in ("WDT", "WP")]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not by_whom:
        accused = [verb.head]  # "a banker accused by X of paying rebels"
    if source is None:
        return []
    laid = verb.dep_ in ("relcl", "acl") and by_whom and all(_is_relative(a) for a in accused)
    if laid and (found := _laid_on(verb, cue, source, verb.head)):
        return found  # "a raid that X blamed on Z"
    accused = [_whom(verb, a) for a in accused]
    if not accused:
        done = [c for c in children(verb, "xcomp") if cue.object and c.tag_ == "VBG"]
        return [report(verb, author(source), subtree_range(c), cue) for c in done]  # "condemned torturing X"
    start = accused[0].left_edge.i
    charges = [p for p in verb.subtree if p.dep_ == "prep" and p.lower_ in cue.about and p.i > start]
    charges = [p for p in charges if not _is_of_another_time(p, verb) and not _is_anothers(p, verb)]
    charges += [p for p in children(verb, "prep") if charges and p.lower_ == "by" and children(p, "pcomp")]
    charges += [c for c in children(verb, "advcl") if any(m.lower_ == "because" for m in children(c, "mark"))]
    if not charges:
        return _laid_on(verb, cue, source, accused[0]) or _condemned(verb, cue, source, accused[0])
    first = next((p.i for p in children(verb, "prep") if p in charges), verb.i + 1)
    end = max(_before_time(p) for p in charges)
    content = trim(verb.doc, start if start > verb.i else first, end)
    against = tuple(t.i for head in accused for t in coordinated(head))
    return [replace(report(verb, author(source), content, cue), accused=against)]


def _whom(verb: Token, accused: Token) -> Token:
    """ "Varga, a teacher, whom X accuses of ...": the person in front, not what lies between."""
    if not _is_relative(accused):
        return accused
    head = antecedent(verb, accused)
    if accused.tag_ != "WP":
        return head  # "the president of Peru, which X accuses of ..."
    people = {t.i for s in verb.doc.spans["names"] if s._.name.actor_type == "person" for t in s}
    near = (head, *up(head))
    return next((t for t in near if t.i in people or lexicon().is_person_noun(t.lemma_)), head)


def _is_relative(token: Token) -> bool:
    return token.tag_ in ("WP", "WDT") or token.lower_ == "that"


def _laid_on(verb: Token, cue: Cue, source: Token, deed: Token) -> list[Report]:
    """ "X blamed the raid on Z", "X attributed the killing to Z": Z is accused."""
    below = [t for t in (*verb.children, *deed.subtree) if t.dep_ in ("prep", "dative")]
    laid = sorted((p for p in below if p.lower_ in cue.onto), key=lambda p: p.i)[-1:]
    accused = tuple(t.i for p in laid for o in children(p, "pobj") for t in coordinated(o))
    if not accused:
        return []
    content = trim(verb.doc, min(deed.left_edge.i, verb.i + 1), max(p.right_edge.i + 1 for p in laid))
    return [replace(report(verb, author(source), content, cue), accused=accused)]


def _condemned(verb: Token, cue: Cue, source: Token, deed: Token) -> list[Report]:
    """ "X condemned atrocities", "condemned the raid by Z": X tells of them; "condemned the raid" goes back
    to what was told.
    """
    known = {d.lower_ for d in children(deed, "det")} & DEFINITE
    if not cue.object or deed.pos_ != "NOUN" or (known and not behind(deed, "by")):
        return []
    return [report(verb, author(source), subtree_range(deed), cue)]


def _document(verb: Token) -> Token | None:
    """ "Were accused in a UN report of ...": what the accusation stands in."""
    inside = behind(verb, "in")
    return next((o for o in inside if is_passive(verb) and o.lemma_.lower() in cues().documents), None)


def _is_anothers(charge: Token, verb: Token) -> bool:
    """ "X was accused of theft, and researchers found traces of it": what others found is no charge."""
    between = [t for t in charge.ancestors if verb.is_ancestor(t)]
    return any(t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") and is_apart(t) for t in between)


def _is_of_another_time(charge: Token, verb: Token) -> bool:
    """ "Accused X of meddling after Y opened a probe for theft": the theft is no part of what X is accused
    of.
    """
    times = load_yaml("modality.yml")["times"]
    between = [t for t in charge.ancestors if t.is_ancestor(charge) and verb.is_ancestor(t)]
    return any(t.dep_ == "advcl" and any(m.lower_ in times for m in children(t, "mark")) for t in between)


def _before_time(charge: Token) -> int:
    """Where a charge ends: before "after Y opened a probe", which is no part of it."""
    times = load_yaml("modality.yml")["times"]
    end = charge.right_edge.i + 1
    for t in charge.doc[charge.i + 1 : end]:
        if t.dep_ == "conj" and t.pos_ == "VERB" and is_apart(t):
            return int(t.left_edge.i - 1)  # "of bombing a town, and teachers found a shell"
        clause = t.dep_ in ("mark", "advmod") or (t.dep_ == "prep" and children(t, "pcomp"))
        if t.lower_ in times and clause and t.head.pos_ in ("VERB", "AUX", "NOUN") and t.head.i > charge.i:
            return int(t.i)
    return int(end)
