"""Frames found in a document -> claims of conduct, each with its source, stance, stage, parties, time and
place.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from scripts.annotate.report import Report
from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_verbs import is_withheld
from scripts.annotate.syntax import agents, children, is_negated, is_passive
from scripts.extract.arguments import Arguments
from scripts.extract.claims import Claim, merged
from scripts.extract.clauses import claim_range, stating_verb
from scripts.extract.frames import Frame, frames_at
from scripts.extract.hacking import is_without_arms, speaks_of_hacking
from scripts.extract.hedges import hedged
from scripts.extract.modality import is_to_cease, ongoing
from scripts.extract.modality import stage as stage_of
from scripts.extract.parties import accused_by, parties
from scripts.extract.predicate_slots import Predicate
from scripts.extract.predicates import predicate
from scripts.extract.sanction_cues import speaks_of_sanctions
from scripts.extract.statements import Statements
from scripts.records import BlockKind
from scripts.reference import load_yaml

# Headlines repeat, shorten and sharpen what the text says with its sources; captions repeat it.
NOT_CLAIMED_IN = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.DATELINE, None)


EVOKING = ("VERB", "AUX", "NOUN", "PROPN")


def claims(doc: Doc, statements: Statements) -> list[Claim]:
    """In order of the text; one per clause, category and source."""
    arguments = Arguments(doc)
    online = speaks_of_hacking(doc)
    found = []
    named = {t.i for span in doc.spans["names"] for t in span if len(span) > 1}
    for token in doc:
        if token.pos_ not in EVOKING or token._.block in NOT_CLAIMED_IN or _is_description(token):
            continue
        if token.i in named:
            continue  # "the Group to Support X"
        seen: set[str] = set()
        for frame in frames_at(token):
            if frame.category in seen:
                continue
            p = predicate(token)
            if frame.matches(p, arguments):
                claim = _claim(doc, p, frame, arguments, statements)
                if claim is not None and online and is_without_arms(claim, doc):
                    claim = replace(claim, category="cyber_operation")
                if claim is not None:
                    seen.add(frame.category)
                    found.append(claim)
    return [c for c in merged(found, doc) if not _describes_victim(c, found, doc)]


def _describes_victim(claim: Claim, found: list[Claim], doc: Doc) -> bool:
    """ "Killed others who aided foreign forces": says who was killed, and blames nobody."""
    if claim.category != "general_support" or doc[claim.token].dep_ != "relcl":
        return False
    hurt = [c for c in found if c.category in ("attack", "targeted_killing", "repression")]
    return any(
        c.content[0] <= claim.token < c.content[1] and claim.of("accused") & c.of("target") for c in hurt
    )


def _claim(
    doc: Doc, p: Predicate, frame: Frame, arguments: Arguments, statements: Statements
) -> Claim | None:
    token = p.token
    if (
        statements.is_unresolved(token.i)
        or is_fiction(p, arguments)
        or any(is_negated(i) for i in p.fillers("infinitive"))
    ):
        return None
    statement = statements.around(token.i)
    report = None if statement is None else statements.said[statement].report
    stage = _stage(p, report)
    if stage is None or _is_generic(p):
        return None
    stance = "asserted" if report is None else report.stance
    if report is not None and stance == "denied" and (_is_aside(token, report.content) or _is_beside(p)):
        return None
    if stage == "negated":
        if statement is None or stance == "denied" or _tells_who(token):
            return None
        stance, stage = "denied", "accomplished"
    if frame.id in ("target_verb", "target_site") and speaks_of_sanctions(doc) and _sanctions(p, arguments):
        return None
    roles = parties(p, frame, arguments)
    if statement is not None:
        roles = accused_by(doc, statements, statement, p, roles, arguments)
    if not roles and statement is None and not _is_told(p, arguments):
        return None
    content = claim_range(
        doc,
        p,
        statements.said[statement].report.content
        if statement is not None and statements.innermost(token.i) is not None
        else None,
    )
    if not content[0] < content[1]:
        return None
    return Claim(
        token.i,
        content,
        frame.category,
        frame.id,
        statement,
        stance,
        mode_of(token, statement, statements),
        hedged(stage, token, p.anchor),
        roles,
    )


def _stage(p: Predicate, report: Report | None) -> str | None:
    """None: nothing is claimed."""
    token = p.token
    if token.dep_ in ("nsubj", "pobj", "dobj") and any(c.lower_ == "no" for c in token.children):
        return None
    if p.anchor.pos_ == "ADJ" and is_negated(p.anchor):
        return None  # "pleaded not guilty to smuggling"
    stage = stage_of(p.anchor) if p.anchor.pos_ in ("VERB", "AUX") else _noun_stage(p.anchor)
    if stage == "accomplished" and _is_planned(p):
        stage = "hypothetical"
    if report is None:
        return stage
    cue = token.doc[report.cue]
    if any(c.lower_ in load_yaml("modality.yml")["wrongly"] for c in cue.children):
        return None
    if report.force not in ("demand", "intent") or _is_aside(token, report.content):
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


def _sanctions(p: Predicate, arguments: Arguments) -> bool:
    """ "the Treasury is targeting a network", "they also target X": not with arms, in a text on sanctions."""
    hit = arguments.has_class(p, "object", ("victim", "territory"))
    civil = arguments.has_class(p, "subject", ("state", "government_body"))
    return not hit and (civil or any(t.pos_ == "PRON" for t in p.fillers("subject")))


def _tells_who(verb: Token) -> bool:
    """ "those who were not killed": tells of whom one speaks, and denies nothing."""
    return verb.dep_ == "relcl" and any(s.tag_ in ("WP", "WDT") for s in children(verb, "nsubj", "nsubjpass"))


def _is_generic(p: Predicate) -> bool:
    """ "any state that attacks us": nobody does it."""
    words = set(load_yaml("modality.yml")["generic"])
    return any(c.lower_ in words for t in p.fillers("subject") for c in children(t, "det"))


def _is_description(token: Token) -> bool:
    """ "the persecuted women", "detained officers": goes back to what was told, unless it says by whom."""
    worn = token.lemma_ in load_yaml("frames.yml")["light"]["worn"] and token.dep_ in ("acl", "amod")
    if worn and token.tag_ == "VBN" and not agents(token):
        return not any(c.i < token.i for c in token.children)  # "men armed with rifles"
    return (
        token.dep_ == "amod"
        and token.tag_ in ("VBN", "VBG")
        and not any(c.i < token.i for c in token.children)
    )


# What the narrator tells of nobody known is conduct where it is done to these.
DONE_TO = ("actor", "victim", "somebody", "people", "building", "territory", "weapon", "drug")


def _is_told(p: Predicate, arguments: Arguments) -> bool:
    """Conduct of nobody known: done to somebody ("Many have been tortured"), or an event that took place."""
    if p.fillers("event"):
        return True
    passive = p.token.pos_ == "VERB" and is_passive(p.token) and not p.fillers("subject")
    return passive and arguments.has_class(p, "object", DONE_TO)


def _is_aside(token: Token, content: tuple[int, int]) -> bool:
    """ "promised to punish those who killed the farmers": the killing is told, not promised."""
    inside = [t for t in (token, *token.ancestors) if content[0] <= t.i < content[1]]
    return any(t.dep_ == "relcl" or _is_time(t) for t in inside)


def _is_time(clause: Token) -> bool:
    """ "when he took power", "after it had shelled the town"."""
    times = load_yaml("modality.yml")["times"]
    return clause.dep_ == "advcl" and any(c.lower_ in times for c in children(clause, "mark", "advmod"))


def _is_beside(p: Predicate) -> bool:
    """What a denial only mentions: "denied arming rebels in their war with X, which killed thousands"."""
    prep = p.token.head
    times = load_yaml("modality.yml")["times"]
    apart = p.token.dep_ == "pobj" and prep.dep_ == "prep" and prep.lower_ in ("in", "amid", *times)
    return apart and prep.head.pos_ == "VERB" and any(frames_at(prep.head))


def is_fiction(p: Predicate, arguments: Arguments) -> bool:
    """A novel's king is killed, a team is beaten: nothing of it is conduct."""
    if arguments.has_class(p, "in", ("fiction",)):
        return True
    nouns = [t for t in p.token.sent if t.pos_ in ("NOUN", "PROPN")]
    words = load_yaml("frames.yml")["classes"]
    shared = {t.lemma_.lower() for t in nouns} & set(words["sport_shared"])
    return len(shared) > 1 or any({t.lemma_.lower(), t.lower_} & set(words["sport"]) for t in nouns)


def mode_of(token: Token, statement: int | None, statements: Statements) -> str:
    if statement is None:
        return "narrator"
    report = statements.said[statement].report
    if report.quoted and report.content[0] <= token.i < report.content[1]:
        return "direct_quote"
    quotation = token._.quotation
    if quotation is not None:
        quoted = token.doc.spans["quotations"][quotation]
        outside = not quoted.start <= report.cue < quoted.end
        if len(quoted) > 3 and (
            outside or any(statements.said[n].report.quoted for n in statements.chain(statement))
        ):
            return "direct_quote"
    return "indirect_speech"


def _is_called_false(noun: Token, words: dict[str, list[str]]) -> bool:
    """ "Information about the killing of hundreds is incorrect"."""
    told = noun.dep_ == "nsubj" and noun.lemma_.lower() in (
        *cues().nouns,
        *cues().documents,
        "information",
        "news",
    )
    judged = {c.lemma_.lower() for c in children(noun.head, "acomp", "attr")} if told else set()
    return bool(judged & set(words["false"])) and not is_negated(noun.head)


def _noun_stage(noun: Token) -> str | None:
    """A noun of action stands in a clause; a clause that is only thought of or denied carries it along."""
    words = load_yaml("modality.yml")
    if is_to_cease(noun):
        return ongoing(noun.head)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("dobj", "pobj") and governor.lemma_.lower() in words["prevent"]:
        return None
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("against", "on")
        and governor.lemma_.lower() in words["bans"]
    ):
        return None
    if noun.dep_ == "dobj" and governor.lemma_.lower() in words["telling"]:
        return None  # "a film that depicts the assassination"
    if noun.dep_ == "dobj" and governor.lemma_.lower() in cues().verbs and is_withheld(governor):
        return None  # "neither confirmed nor denied the killing"
    if any(_is_called_false(t, words) for t in noun.ancestors):
        return "negated"
    if noun.dep_ in ("dobj", "nsubjpass") and governor.lemma_.lower() in words["plan"] + words["plotting"]:
        return "hypothetical"
    if governor.lemma_ == "lead" and governor.head.lemma_.lower() in words["wanted"]:
        return None  # "a reward for information leading to the arrest"
    verb = stating_verb(noun)
    if verb.pos_ not in ("VERB", "AUX"):
        return "accomplished"
    found = stage_of(verb)
    if noun.dep_ == "attr":
        return found  # "it was no attack on civilians"
    return "accomplished" if found in ("negated", "attempted") else found
