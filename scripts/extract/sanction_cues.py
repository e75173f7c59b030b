"""Verbs in which sanctions are announced, frozen assets, headlines; nouns are in `sanction_measures`."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast
from scripts.annotate.subjects import antecedent, subjects
from scripts.annotate.syntax import agents, behind, children, coordinated, is_passive, trim
from scripts.extract.sanction_acts import Imposed, acts, is_imposed
from scripts.extract.sanction_lexicon import sanction_words
from scripts.extract.sanction_parts import is_listing

HELD = ("hold", "own", "control")  # "an account held by X"


def verbal(verb: Token, cast: Cast) -> list[Imposed]:
    if verb.dep_ == "amod":
        return earlier(verb, cast)
    if not is_imposed(verb):
        return []
    if is_passive(verb):
        targets, by = subjects(verb), agents(verb)
    else:
        targets, by = [antecedent(verb, o) for o in children(verb, "dobj")], subjects(verb)
    return acts(verb, verb, targets, by, cast)


def aimed(verb: Token, cast: Cast) -> list[Imposed]:
    """ "The new sanctions also target X": by whom was said before."""
    words = sanction_words()
    measures = words["plain_measures"] | words["bundles"] | {"measure"}
    measures |= words["acts"] | {"action", "step", "move"}  # "today's action targets X"
    by_measure = any(s.lemma_.lower() in measures for s in children(verb, "nsubj"))
    if not is_imposed(verb):
        return []
    if not by_measure:  # "the Union also targets X": a body that imposes them
        bodies = [e for t in children(verb, "nsubj") if (e := cast.of(t)) is not None]
        whom = [e for t in children(verb, "dobj") if (e := cast.of(t)) is not None]
        named = any(e.name in words["bodies"] for e in bodies) and any(e.is_named for e in whom)
        return acts(verb, verb, children(verb, "dobj"), children(verb, "nsubj"), cast) if named else []
    return [replace(s, goes_on=True) for s in acts(verb, verb, children(verb, "dobj"), [], cast)]


def inverted(participle: Token, cast: Cast) -> list[Imposed]:
    """ "Also sanctioned were X and Y", "Among those designated is X": who follows is sanctioned."""
    doc, first = participle.doc, participle.sent.start
    be = next((t for t in doc[participle.i + 1 : participle.sent.end] if t.lemma_ == "be"), None)
    among = doc[first].lower_ == "among" and not any(
        t.dep_ in ("nsubj", "nsubjpass") for t in doc[first : participle.i]
    )
    # "Also sanctioned were ...", and not "those listed are ..."
    those = participle.dep_ == "acl" and participle.head.lower_ in ("those", "these")
    if be is None or not (among or (not those and be.i == participle.i + 1 and participle.i - first < 3)):
        return []
    sources = {r.source for r in doc._.reports}
    heads = sorted(i for i in cast.at if be.i < i < be.sent.end and i not in sources)
    targets = [t for t in (doc[heads[0]].head, doc[heads[0]]) if t.i in cast.at][:1] if heads else []
    targets = [t for t in coordinated(targets[0]) if t.i not in sources] if targets else []
    found = acts(participle, be, targets, agents(participle), cast)
    return [replace(s, goes_on=not agents(participle)) for s in found]


def including(verb: Token, cast: Cast) -> list[Imposed]:
    """ "Those sanctioned today include X", "the new listings include X": some of whom a measure hits."""
    words = sanction_words()
    first = next(iter(children(verb, "nsubj")), None)
    if first is None or first.i > verb.i:
        return []
    told = [c for c in children(first, "acl") if c.lemma_.lower() in words["verbs"] | {"list", "target"}]
    if not told and first.lemma_.lower() not in words["acts"]:
        return []
    found = acts(
        verb, told[0] if told else first, children(verb, "dobj"), agents(told[0]) if told else [], cast
    )
    return [replace(s, goes_on=True) for s in found]


def barred(verb: Token, cast: Cast) -> list[Imposed]:
    """ "Banned 21 officials from entry", "barred them from its territory"."""
    words = sanction_words()
    kept = [
        t.lemma_.lower()
        for n in (verb, *children(verb, "dobj"))
        for p in children(n, "prep")
        if p.lower_ == "from"
        for t in children(p, "pobj", "pcomp")
    ]
    if not set(kept) & words["entry"] or not is_imposed(verb):
        return []
    passive = is_passive(verb)
    targets = subjects(verb) if passive else [antecedent(verb, o) for o in children(verb, "dobj")]
    return acts(verb, verb, targets, agents(verb) if passive else subjects(verb), cast)


def earlier(participle: Token, cast: Cast) -> list[Imposed]:
    """ "a previously designated trader", "the U.S.-sanctioned bank": an act of earlier, told in passing."""
    noun = participle.head
    target = noun
    by = [c for c in children(participle, "npadvmod", "compound", "nmod") if c.i < participle.i]
    told = (
        any(c.lower_ in ("previously", "already", "earlier", "formerly") for c in participle.children) or by
    )
    if not told:
        return []
    named = noun
    while named.dep_ in ("appos", "amod") and cast.of(named) is None:
        named = named.head  # "Bogdanov, a previously designated trader"
    if cast.of(named) is not None:
        target = named
    return acts(participle, participle, [target], by, cast, around=target)


def frozen(verb: Token, cast: Cast) -> list[Imposed]:
    """ "froze the assets of X"."""
    if not is_imposed(verb):
        return []
    assets = sanction_words()["frozen"]
    objects = [o for o in children(verb, "dobj", "nsubjpass") if o.lemma_.lower() in assets]
    targets = [
        t
        for o in objects
        for t in (
            *children(o, "poss"),
            *behind(o, "of"),
            *(a for c in children(o, "acl") if c.lemma_ in HELD for a in agents(c)),
        )
    ]
    return acts(verb, verb, targets, agents(verb) if is_passive(verb) else subjects(verb), cast)


def headline(word: Token, cast: Cast) -> list[Imposed]:
    """A headline's verb that the tagger took for a part of a name: "Treasury Sanctions Evil Corp, ..."."""
    mentions = sorted(
        (m for e in cast.entities for m in e.mentions if m.form == "named"), key=lambda m: m.start
    )
    before = [m for m in mentions if m.end == word.i]
    after = [m for m in mentions if m.start == word.i + 1]
    if not before:
        return []
    block_end = next((t.i for t in word.doc[word.i :] if t._.block is None), len(word.doc))
    targets = tuple(m.head for m in after)
    return [
        Imposed(
            word.i,
            trim(word.doc, before[0].start, block_end),
            before[0].entity,
            targets,
            len(targets) or None,
            None,
            None,
            True,
        )
    ]


def speaks_of_sanctions(doc: Doc) -> bool:
    return any(t.lemma_.lower() in sanction_words()["context"] for t in doc)


def lists_people(verb: Token) -> bool:
    """ "Has listed three entities: ..."."""
    nouns = sanction_words()["people_listed"]
    return any(o.lemma_.lower() in nouns and children(o, "nummod") for o in children(verb, "dobj"))


def listed_by_body(verb: Token, cast: Cast) -> bool:
    """ "The Council also listed Fly Orlan", in a text on sanctions: a body that imposes them lists a name."""
    passive = is_passive(verb)
    by = agents(verb) if passive else children(verb, "nsubj")
    whom = (
        (children(verb, "nsubjpass") or ([verb.head] if verb.dep_ == "acl" else []))
        if passive
        else children(verb, "dobj")
    )
    bodies = [e for t in by if (e := cast.of(t)) is not None and e.name in sanction_words()["bodies"]]
    named = [e for t in whom if (e := cast.of(t)) is not None and e.is_named]
    return bool(bodies and named) and speaks_of_sanctions(verb.doc)


def says_as_what(verb: Token) -> bool:
    """ "listed X as a terrorist organization": no other word for sanctions is needed."""
    return any(p.lower_ == "as" and is_listing(p) for p in children(verb, "prep"))


def says_why(verb: Token) -> bool:
    parts = sanction_words()["parts"]
    return any(
        (p.lower_ == "for" and children(p, "pcomp"))
        or (p.lower_ in ("for", "over") and any(o.lemma_.lower() in parts for o in children(p, "pobj")))
        or (p.lower_ == "as" and is_listing(p))
        for p in children(verb, "prep")
    )
