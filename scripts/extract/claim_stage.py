"""The stage of a claim, within what is reported: wanted, promised, planned, or only mentioned."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.report import Report
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children, is_negated
from scripts.extract.frames import frames_at
from scripts.extract.modality import is_to_cease
from scripts.extract.modality import stage as stage_of
from scripts.extract.noun_modality import noun_stage
from scripts.extract.predicate_slots import Predicate
from scripts.reference import load_yaml


def claim_stage(p: Predicate, report: Report | None) -> str | None:
    """None: nothing is claimed."""
    token = p.token
    if token.dep_ in ("nsubj", "pobj", "dobj") and any(c.lower_ == "no" for c in token.children):
        return None
    if any(c.lower_ in load_yaml("modality.yml")["sham"] for c in children(token, "amod", "compound")):
        return None  # "a mock execution"
    if p.anchor.pos_ == "ADJ" and is_negated(p.anchor):
        return None  # "pleaded not guilty to smuggling"
    stage = stage_of(p.anchor) if p.anchor.pos_ in ("VERB", "AUX") else noun_stage(p.anchor)
    if stage == "accomplished" and _is_planned(p):
        stage = "hypothetical"
    if report is None:
        return stage
    cue = token.doc[report.cue]
    if any(c.lower_ in load_yaml("modality.yml")["wrongly"] for c in cue.children):
        return None
    if report.force not in ("demand", "intent") or is_aside(token, report.content):
        return stage
    if report.force == "demand":
        return "hypothetical" if is_to_cease(token) else None
    if stage in (None, "negated") or is_to_cease(token) or p.anchor.pos_ == "NOUN":
        return None  # "promised not to attack", "vowed to avenge the killing"
    return "threatened" if cue.lemma_ == "threaten" else "hypothetical"


def _is_planned(p: Predicate) -> bool:
    """ "Were planning a big attack"; "planned the attack" is told of one that took place."""
    plans = p.anchor != p.token and p.anchor.lemma_.lower() in load_yaml("modality.yml")["plotting"]
    definite = any(d.lower_ in ("the", "this", "that") for d in children(p.token, "det", "poss"))
    return plans and (p.anchor.tag_ in ("VBG", "VB", "VBP", "VBZ") or not definite)


def is_aside(token: Token, content: tuple[int, int]) -> bool:
    """ "promised to punish those who killed the farmers": the killing is told, not promised."""
    inside = [t for t in (token, *token.ancestors) if content[0] <= t.i < content[1]]
    return any(t.dep_ == "relcl" or _is_time(t) for t in inside)


def is_narrated(token: Token, report: Report) -> bool:
    """ "Urged calm after rebels shot a man", "accused X of stirring up the protests, in which ten died": not
    what is urged or laid on somebody, but what is known of it.
    """
    if report.quoted or report.mixed or report.force not in ("demand", "accusation"):
        return False
    inside = [t for t in (token, *token.ancestors) if report.content[0] <= t.i < report.content[1]]
    apart = [t for t in inside if t.dep_ == "relcl" and t.left_edge.nbor(-1).text == ","]
    return bool(apart) or (report.force == "demand" and any(_is_time(t) for t in inside))


def _is_time(clause: Token) -> bool:
    """ "when he took power", "after it had shelled the town"."""
    times = load_yaml("modality.yml")["times"]
    return clause.dep_ == "advcl" and any(c.lower_ in times for c in children(clause, "mark", "advmod"))


def is_beside(p: Predicate) -> bool:
    """What a denial only mentions: "denied arming rebels in their war with X, which killed thousands"."""
    prep = p.token.head
    times = load_yaml("modality.yml")["times"]
    apart = p.token.dep_ == "pobj" and prep.dep_ == "prep" and prep.lower_ in ("in", "amid", *times)
    if any(o.lemma_ in cues().parts for o in children(prep.head, "dobj")):
        return False  # "denied taking part in the raid": nothing but the raid is denied
    return apart and prep.head.pos_ == "VERB" and any(frames_at(prep.head))
