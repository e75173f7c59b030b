"""Answers to a claim that do not repeat it: "rejected the allegations", "said he knew nothing about the
issue".

Such an answer is a row of its own: the claim before it, with its parties, in the answer's words and with
the answer's stance.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.speech_cues import cues
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import behind, children, coordinated, is_negated, trim
from scripts.extract.claims import Claim
from scripts.extract.clauses import stating_verb
from scripts.extract.frames import frames_at
from scripts.extract.statements import Said, Statements
from scripts.reference import load_yaml

SENTENCES_BACK = 3  # where the claim is not against whoever denies it
REACH = 120  # tokens; what is farther back is not what "the allegations" means


def echoes(doc: Doc, statements: Statements, found: list[Claim]) -> list[Claim]:
    out: list[Claim] = []
    for n, said in enumerate(statements.said):
        stance = _stance(doc, said)
        if stance is None or any(c.statement == n for c in found):
            continue
        before = [c for c in found if c.statement != n and _may_mean(said, c)]
        if not before:
            continue
        last = _without_others(doc, max(before, key=lambda c: c.token), said)
        claim = _denied(doc, said, before) if stance == "denied" else last
        if claim is None:
            continue
        content = _content(doc, said)
        inside = [c for c in before if said.report.content[0] <= c.token < said.report.content[1]]
        claim = inside[-1] if inside else claim
        named = None if inside else _named_category(doc, said)
        if named is not None and named != claim.category:
            other = replace(claim, category=named, roles=())
            claim = next((c for c in reversed(before) if c.category == named), other)
        out.append(
            replace(
                claim,
                token=said.report.cue,
                content=content,
                statement=n,
                stance=stance,
                stage="accomplished",
                mode="direct_quote" if said.report.quoted else "indirect_speech",
                rule=f"echo_{stance}",
            )
        )
    return out


def _may_mean(said: Said, claim: Claim) -> bool:
    """Told shortly before, or in the words that name what is answered: "rejected a statement saying that
    ...".
    """
    inside = said.report.content[0] <= claim.token < said.report.content[1]
    before = claim.content[1] <= said.report.cue and said.report.cue - claim.token < REACH
    return before or (inside and said.report.stance == "denied")


def _stance(doc: Doc, said: Said) -> str | None:
    words = load_yaml("echoes.yml")
    content = doc[said.report.content[0] : said.report.content[1]]
    for token in content:
        if token.lemma_.lower() in words["knowing"] and token.pos_ in ("VERB", "ADJ", "NOUN", "AUX"):
            if not _is_own(token, said) or _is_of_something_else(token, words):
                continue
            nothing = any(
                o.lower_ in ("nothing", "no")
                for o in [
                    *children(token, "dobj", "det"),
                    *[d for o in children(token, "dobj") for d in children(o, "det")],
                ]
            )
            if (
                is_negated(token)
                or is_negated(token.head)
                or nothing
                or token.lemma_.lower() in words["unknowing"]
            ):
                return "professed_ignorance"
    head = content.root
    said_so = head.lemma_.lower() in cues().nouns
    short = len(content) <= 8 or (said_so and said.report.stance == "denied")
    part = head.lemma_ in cues().parts and bool(behind(head, "in"))  # "denied any hand in it"
    if said.report.stance == "denied" and (
        (short and (part or head.lemma_.lower() in words["claims"]))
        or content.text.lower() in words["pronouns"]
    ):
        return "denied"
    if _is_called_untrue(head):
        return "denied"
    if said.report.stance == "confirmed" and short and head.lemma_.lower() in words["claims"]:
        return "confirmed"
    return None


def _is_called_untrue(verb: Token) -> bool:
    """ "The allegations are baseless", "the charges were a fabrication"."""
    words = load_yaml("echoes.yml")
    told = any(s.lemma_.lower() in words["claims"] for s in children(verb, "nsubj"))
    judged = [c for complement in children(verb, "acomp", "attr") for c in coordinated(complement)]
    untrue = any(t.lemma_.lower() in cues().untrue for t in judged)
    return verb.lemma_ == "be" and told and untrue and not is_negated(verb)


def _is_own(knowing: Token, said: Said) -> bool:
    """Whether it is the speaker who does not know, and not "the families"."""
    cast = knowing.doc._.cast
    knowers = subjects(knowing if knowing.pos_ in ("VERB", "AUX") else knowing.head)
    others = [cast.of(t) for t in knowers if t.pos_ in ("NOUN", "PROPN")]
    return not others or any(e is not None and e.index == said.entity for e in others)


def _is_of_something_else(knowing: Token, words: dict[str, list[str]]) -> bool:
    """ "Did not know the numbers", "not aware that their youths had gone": not of what was claimed."""
    objects = children(knowing, "dobj") + behind(knowing, "of", "about")
    told = [o for o in objects if o.pos_ == "NOUN" and o.lemma_.lower() not in words["matters"]]
    return bool(told) or any(not _asks_back(c, words) for c in children(knowing, "ccomp"))


def _asks_back(clause: Token, words: dict[str, list[str]]) -> bool:
    """ "(Did not know) who was behind it": but not "who rang the bell"."""
    meant = {*words["pronouns"], *words["matters"], *words["claims"]}
    return clause.left_edge.tag_ in ("WP", "WRB", "WDT") and any(
        t.lemma_.lower() in meant for t in clause.subtree if t.tag_ not in ("WDT", "WP")
    )


def _denied(doc: Doc, said: Said, before: list[Claim]) -> Claim | None:
    """The claim that is denied: the last one against the side of whoever denies; else, without those whom it
    names, the last one that somebody made or that is against nobody named; else none.
    """
    side = _side(doc, said)
    cast = doc._.cast
    against = [
        c
        for c in before
        if any(e in side or cast.entities[e].country_code in side for e in c.of("accused", "participant"))
    ]
    if against:
        return _without_others(doc, max(against, key=lambda c: c.token), said)
    first = doc[said.report.cue].sent.start
    for _ in range(SENTENCES_BACK):
        first = doc[max(0, first - 1)].sent.start
    near = [c for c in before if c.token >= first]
    charged = [c for c in near if c.statement is not None and c.stance == "asserted"]
    open_ = [c for c in near if not any(cast.entities[e].is_named for e in c.of("accused", "participant"))]
    last = max([*charged, *open_], key=lambda c: c.token, default=None)
    if last is None:
        return None
    return replace(last, roles=tuple(pair for pair in last.roles if not cast.entities[pair[0]].is_named))


def _side(doc: Doc, said: Said) -> set[int | str]:
    """Who answers, whom the words for him name ("a Houthi spokesman"), and the countries of these."""
    cast = doc._.cast
    source = doc[said.report.source]
    entities = {said.entity} | {e.index for t in source.subtree for e in [cast.of(t)] if e is not None}
    countries = {cast.entities[e].country_code for e in entities}
    countries |= {authority.demonyms().get(t.text) for t in source.subtree}
    return entities | {c for c in countries if c is not None}


def _without_others(doc: Doc, claim: Claim, said: Said) -> Claim:
    """An answer by one person does not show that the claim was about another one: no person but the one who
    answers is taken over.
    """
    cast = doc._.cast
    kept = tuple(
        (e, role)
        for e, role in claim.roles
        if e == said.entity or not (cast.entities[e].is_person and cast.entities[e].is_named)
    )
    return replace(claim, roles=kept)


def _named_category(doc: Doc, said: Said) -> str | None:
    """ "denies spying claims": the answer itself says what kind of conduct was claimed."""
    content = doc[said.report.content[0] : said.report.content[1]]
    claims = load_yaml("echoes.yml")["claims"]
    if not any(t.lemma_.lower() in claims for t in content):
        return None
    return next((f.category for t in content for f in frames_at(t)), None)


def _content(doc: Doc, said: Said) -> tuple[int, int]:
    """The answer's clause, speaker and cue included: without them "nothing about the issue" says nothing."""
    report = said.report
    verb = stating_verb(doc[report.cue])
    start = min(verb.left_edge.i, report.source)
    if verb.dep_ == "relcl" and verb.head.lemma_ in cues().nouns:
        start = min(start, verb.head.left_edge.i)  # "a charge Tehran denies"
    sentence = doc[report.cue].sent
    return trim(
        doc,
        max(sentence.start, min(start, report.cue)),
        min(sentence.end, max(report.content[1], report.cue + 1)),
    )
