"""A claim of conduct, and when two of them are one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from scripts.annotate.syntax import agents, children, is_passive
from scripts.reference import load_yaml

GENERAL = ("general_support", "other")


@dataclass(frozen=True)
class Claim:
    """Token indices; `statement` is a position in `Statements.said`, None for the narrator."""

    token: int
    content: tuple[int, int]
    category: str
    rule: str
    statement: int | None
    stance: str
    mode: str
    stage: str
    roles: tuple[tuple[int, str], ...]  # entity, role
    tokens: tuple[int, ...] = ()  # of the claims merged into this one

    def of(self, *roles: str) -> set[int]:
        return {entity for entity, role in self.roles if role in roles}


def merged(found: list[Claim], doc: Doc) -> list[Claim]:
    """One claim where several words of a clause say the same kind of thing; a general one yields to a
    specific one.
    """
    out: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.content[0] - c.content[1], c.token)):
        same = next((n for n, other in enumerate(out) if _repeats(claim, other)), None)
        if same is None:
            out.append(claim)
        elif not (_doers(claim) & _doers(out[same]) or _is_one_act(doc[claim.token], doc[out[same].token])):
            out += [claim] if claim.stance == "asserted" and claim.roles else []
        else:
            roles = out[same].roles
            extra = tuple(r for r in claim.roles if r not in roles and r[0] not in {e for e, _ in roles})
            out[same] = replace(out[same], roles=roles + extra, tokens=(*out[same].tokens, claim.token))
    out = _with_how(out, doc)
    out = [c for c in out if not (c.category in GENERAL and any(_specifies(o, c) for o in out))]
    return sorted(out, key=lambda c: (c.content, c.category))


def _doers(claim: Claim) -> set[int]:
    return claim.of("accused", "participant")


def _repeats(claim: Claim, other: Claim) -> bool:
    inside = other.content[0] <= claim.content[0] and claim.content[1] <= other.content[1]
    if not inside or claim.category != other.category or claim.statement != other.statement:
        return False
    mine, theirs = _doers(claim), _doers(other)
    return not mine or not theirs or bool(mine & theirs)


def _specifies(other: Claim, general: Claim) -> bool:
    return (
        other.category not in GENERAL
        and other.category != "political_contact"
        and max(other.content[0], general.content[0]) < min(other.content[1], general.content[1])
        and other.content[0] <= general.token < other.content[1]
        and bool(other.of("accused") & general.of("accused"))
        and bool(other.of("beneficiary") & general.of("beneficiary"))
    )


def _with_how(found: list[Claim], doc: Doc) -> list[Claim]:
    """Of what was suffered and the clause that tells how: one claim, with the parties of both."""
    hows = {
        n: claim
        for claim in found
        for n, other in enumerate(found)
        if other.category == claim.category
        and other.statement == claim.statement
        and not _doers(other)
        and _is_how(doc[claim.token], doc[other.token])
    }
    gone = set(map(id, hows.values()))
    out = []
    for n, claim in enumerate(found):
        if n in hows:
            extra = tuple(r for r in hows[n].roles if r not in claim.roles)
            both = (min(claim.content[0], hows[n].content[0]), max(claim.content[1], hows[n].content[1]))
            tokens = (*claim.tokens, hows[n].token)
            claim = replace(claim, content=both, roles=claim.roles + extra, tokens=tokens)
        if id(found[n]) not in gone:
            out.append(claim)
    return out


def _is_how(below: Token, above: Token) -> bool:
    """ "Nine people were killed when drones hit a depot": the clause tells how it came about."""
    told = (
        below.head.head if below.head.dep_ == "conj" else below.head
    )  # "were killed and dozens wounded when"
    clause = below.dep_ == "advcl" and told == above
    return (
        clause and is_passive(above) and not agents(above) and any(c.lower_ == "when" for c in below.children)
    )


def _is_one_act(a: Token, b: Token) -> bool:
    """Whether two predicates may tell of one act; not "killed in a raid after the group opened fire"."""
    below, above = (a, b) if b.is_ancestor(a) else (b, a)
    if not above.is_ancestor(below):
        common = next((t for t in below.ancestors if t.is_ancestor(above)), None)
        # "a wave of raids, after rebels had killed two men"
        return common is None or not any(_is_apart(t, common) for t in (below, above))
    return not _is_apart(below, above)


def _is_apart(below: Token, above: Token) -> bool:
    """A clause with a subject of its own, or one of another time, stands between the two."""
    token = below
    while token != above:
        apart = token.dep_ == "prep" and token.lower_ in load_yaml("modality.yml")["apart"]
        own = token.pos_ in ("VERB", "AUX") and any(
            s.tag_ not in ("WDT", "WP") for s in children(token, "nsubj", "nsubjpass")
        )
        object_of_other = token.dep_ == "dobj" and token.head != above and token.head.dep_ == "advcl"
        if apart or object_of_other or (own and token.dep_ in ("advcl", "relcl", "ccomp", "acl")):
            return True
        token = token.head
    return False
