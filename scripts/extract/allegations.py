"""Frames found in a document -> claims of conduct, each with its source, stance, stage, parties, time and
place.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from spacy.tokens import Doc, Token

from scripts.annotate.syntax import is_negated
from scripts.extract.arguments import Arguments
from scripts.extract.campaigning import is_campaigning, speaks_of_campaigns
from scripts.extract.claim_stage import claim_stage, is_aside, is_beside, is_narrated
from scripts.extract.claims import Claim, merged
from scripts.extract.clauses import claim_range
from scripts.extract.exclusions import (
    describes_victim,
    is_description,
    is_fiction,
    is_forced,
    is_generic,
    is_sanctioning,
    is_tally,
    is_told,
    tells_who,
)
from scripts.extract.frames import Frame, frames_at, wide_frames_at
from scripts.extract.hacking import is_with_arms, is_without_arms, speaks_of_hacking
from scripts.extract.hedges import hedged
from scripts.extract.parties import accused_by, parties
from scripts.extract.predicate_slots import Predicate
from scripts.extract.predicates import predicate
from scripts.extract.sanction_cues import speaks_of_sanctions
from scripts.extract.statements import Statements
from scripts.records import BlockKind

# Headlines repeat, shorten and sharpen what the text says with its sources; captions repeat it.
NOT_CLAIMED_IN = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.DATELINE, None)

EVOKING = ("VERB", "AUX", "NOUN", "PROPN")


def claims(doc: Doc, statements: Statements) -> list[Claim]:
    """In order of the text; one per clause, category and source."""
    arguments = Arguments(doc)
    online, campaigns = speaks_of_hacking(doc), speaks_of_campaigns(doc)
    found = []
    named = {t.i for span in doc.spans["names"] for t in span if len(span) > 1}
    for token in doc:
        if token.pos_ not in EVOKING or token._.block in NOT_CLAIMED_IN or is_description(token):
            continue
        if token.i in named or is_tally(token):
            continue  # "the Group to Support X"
        seen: dict[str, Claim] = {}
        covered: set[str] = set()
        p: Predicate | None = None
        for frame in chain(frames_at(token), wide_frames_at(token)):
            if frame.category in seen or (seen and frame.any_verb_but is not None):
                continue  # what any verb may tell is told only where no frame of its own reads the verb
            p = p or predicate(token)
            if frame.matches(p, arguments):
                claim = _claim(doc, p, frame, arguments, statements)
                if claim is not None and online and is_without_arms(claim, doc):
                    claim = replace(claim, category="cyber_operation")
                if claim is not None and not online and is_with_arms(claim, doc):
                    continue
                if claim is not None and not (campaigns and is_campaigning(claim, doc)):
                    seen[frame.category] = claim
                    covered.update(frame.instead_of)
        found += [c for category, c in seen.items() if category not in covered]
    return [c for c in merged(found, doc) if not describes_victim(c, found, doc)]


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
    while statement is not None and is_narrated(token, statements.said[statement].report):
        statement = statements.said[statement].parent
    report = None if statement is None else statements.said[statement].report
    stage = claim_stage(p, report)
    if stage is None or is_generic(p) or is_forced(token):
        return None
    stance = "asserted" if report is None else report.stance
    if report is not None and stance == "denied" and (is_aside(token, report.content) or is_beside(p)):
        return None
    if stage == "negated":
        if statement is None or stance == "denied" or tells_who(token) or tells_who(p.anchor):
            return None
        stance, stage = "denied", "accomplished"
    if (
        frame.id in ("target_verb", "target_site")
        and speaks_of_sanctions(doc)
        and is_sanctioning(p, arguments)
    ):
        return None
    roles = parties(p, frame, arguments)
    if statement is not None:
        roles = accused_by(doc, statements, statement, p, roles, arguments)
    if not roles and statement is None and not is_told(p, arguments):
        return None
    if stance == "asserted" and statement is not None and _is_own_deed(statements, statement, roles):
        stance = "confirmed"
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


def _is_own_deed(statements: Statements, statement: int, roles: tuple[tuple[int, str], ...]) -> bool:
    """ "The army said it had killed 19 men": whoever says it did it."""
    accused = {entity for entity, role in roles if role == "accused"}
    return statements.said[statement].entity in accused and statements.said[statement].report.force == "claim"


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
