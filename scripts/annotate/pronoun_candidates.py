"""Whom a pronoun may mean, best first.

The order of candidates follows Hobbs (1978) in spirit: the source of the statement that the pronoun stands
in ("Khan said he ..."),
then the subjects of the clauses above it, then what stands before it in the sentence, then the subjects of
earlier sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast, Entity
from scripts.annotate.report import Report
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import SUBJECTS, agents, behind, children, coordinated, is_passive
from scripts.reference import load_yaml

SENTENCES_BACK = 3
MEMBERED = ("armed_group", "organization", "group", "company")


def candidates(cast: Cast, pronoun: Token, sentence_of: dict[int, int]) -> Iterator[tuple[bool, Entity]]:
    """Best first, with repetitions; whether it is the subject of a clause around the pronoun, where
    "their" may mean a state.
    """
    doc = cast.doc
    own = clause_of(pronoun)
    seen = pronoun.dep_ == "nsubj" and pronoun.lower_ in ("them", "him", "her")  # "saw them shell the town"
    is_object = pronoun.dep_ in ("dobj", "pobj", "dative", "nsubjpass") or seen
    around = {clause_of(a) for a in own.ancestors if a.sent == own.sent} if seen else {own}
    excluded = (
        {
            e.index
            for clause in around
            for s in subjects(clause)
            if s.i != pronoun.i
            for t in s.subtree
            for e in [cast.of(t)]
            if e
        }
        if is_object
        else set()
    )

    def of(token: Token, near: bool = False) -> Iterator[tuple[bool, Entity]]:
        entity = cast.of(token)
        if entity is not None and token.i != pronoun.i and entity.index not in excluded:
            yield near, entity

    punished = sanctioned(own, pronoun)
    if punished:  # "Canada announced sanctions on X, saying it armed the rebels"
        for o in punished:
            yield from of(o, near=True)
        return
    given = recipients(pronoun)
    for o in given or condemned(pronoun):
        yield from of(o, near=True)
    if given:
        return
    cue = next((r for r in doc._.reports if r.source == pronoun.i), None)
    if cue is not None and cue.content[0] < pronoun.i:  # "His boss, he said, was beaten"; "..., it said"
        told = range(*cue.content)
        excluded |= {m.entity for m in cast.mentions_before(pronoun.i) if m.head in told}
    # "A teacher said that he had been told": he is the one who says.
    if cue is not None and own.dep_ not in ("ccomp", "xcomp"):
        yield from ((False, e) for e in previous_speaker(cast, pronoun))
    verb = own
    while True:
        judged = verb.lemma_ in load_yaml("anaphora.yml")["judging"] and verb != own
        doers = [*agents(verb), *subjects(verb)] if is_passive(verb) and verb != own else subjects(verb)
        for subject in () if judged else doers:  # "men were shot by gunmen after they stormed ..."
            if subject.i < pronoun.i:
                yield from of(subject, near=True)
        above = clause_of(verb.head) if verb.head != verb else verb
        if above == verb:
            break
        verb = above
    for report in enclosing(doc, pronoun.i):
        yield from of(doc[report.source])
    here = sentence_of[pronoun.i]
    nearest = cast.mentions_before(pronoun.i)
    if pronoun.lower_ == "they":  # "Rebels killed two men, and, he added, they burned a church"
        nearest.sort(key=lambda m: doc[m.head].dep_ not in SUBJECTS)
    for mention in nearest:
        if (
            sentence_of[mention.head] == here
            and mention.entity not in excluded
            and doc[mention.head].dep_ not in ("compound", "nmod", "amod")
        ):
            yield False, cast.entities[mention.entity]
    if pronoun.dep_ == "poss":  # "closed the offices of Kesh Front councils and arrested its members"
        for mention in nearest:
            entity = cast.entities[mention.entity]
            if sentence_of[mention.head] == here and entity.is_named and entity.actor_type in MEMBERED:
                yield False, entity
    for back in range(1, SENTENCES_BACK + 1):
        found = [m for m in cast.mentions_before(pronoun.i) if sentence_of[m.head] == here - back]
        # "Police arrested them. They had been beaten ...": what is done to them goes on.
        like = ("dobj", "nsubjpass") if pronoun.dep_ == "nsubjpass" else ("nsubj", "nsubjpass")
        found.sort(key=lambda m: (doc[m.head].dep_ not in like, m.start))
        yield from ((False, cast.entities[m.entity]) for m in found if m.entity not in excluded)


def sanctioned(clause: Token, pronoun: Token) -> list[Token]:
    """On whom the clause around this one lays sanctions, where this one gives the reason."""
    words = load_yaml("anaphora.yml")
    for verb in clause.ancestors:
        if verb.pos_ != "VERB" or verb.i > pronoun.i:
            continue
        measures = [o for o in children(verb, "dobj") if o.lemma_.lower() in words["punishments"]]
        on = [o for n in (verb, *measures) for o in behind(n, "on", "against") if measures]
        hit = on or (children(verb, "dobj", "nsubjpass") if verb.lemma_ in words["punishing"] else [])
        found = [t for o in hit if o.i < pronoun.i for t in coordinated(o)]
        if found:
            return found[::-1]
    return []


def recipients(pronoun: Token) -> list[Token]:
    """ "The supply of drones to X for its war": the war is X's, or it is not known whose."""
    prep = pronoun.head.head
    if pronoun.dep_ != "poss" or prep.dep_ != "prep" or prep.lower_ != "for":
        return []
    to = [p for p in children(prep.head, "prep", "dative") if p.lower_ == "to" and p.i < prep.i]
    return [o for p in to for o in children(p, "pobj")][-1:]


def condemned(pronoun: Token) -> list[Token]:
    """ "sanctioned three men for their role", "condemned the army over its raids": what stands after "for"
    or "over" is the object's.
    """
    if pronoun.dep_ != "poss":
        return []
    for token in pronoun.ancestors:
        if token.dep_ == "prep" and token.lower_ in ("for", "over", "about", "of"):
            verb = clause_of(token.head)
            objects = [o for o in children(verb, "dobj", "nsubjpass") if o.i < pronoun.i]
            on = [
                o
                for d in objects
                for p in children(d, "prep")
                if p.lower_ in ("on", "against")
                for o in children(p, "pobj")
            ]
            return [t for o in (on or objects) if o.i < pronoun.i for t in coordinated(o)][::-1]
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "pcomp":
            break
    return []


def clause_of(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    while token.dep_ in ("aux", "auxpass") and token.head != token:
        token = token.head
    return token


def enclosing(doc: Doc, position: int) -> list[Report]:
    """The reports in whose content a token stands, innermost first."""
    inside = [r for r in doc._.reports if r.content[0] <= position < r.content[1]]
    return sorted(inside, key=lambda r: (r.content[1] - r.content[0], r.cue))


def _is_joined(pronoun: Token, subject: Token) -> bool:
    """ "The shooter was arrested and he confessed": the two clauses go on with one person."""
    verb = pronoun.head
    return subject.dep_ == "nsubjpass" and verb.dep_ == "conj" and verb.head == subject.head


def previous_speaker(cast: Cast, pronoun: Token) -> Iterator[Entity]:
    """Who spoke last before this cue, or who has been the subject of a main clause since."""
    doc = cast.doc
    speakers = {
        r.source: r.cue
        for r in doc._.reports
        if r.cue < pronoun.i and r.source < pronoun.i and r.source != pronoun.i
    }
    subjects = {
        m.head: m.head
        for m in cast.mentions_before(pronoun.i)
        if (doc[m.head].dep_ == "nsubj" or _is_joined(pronoun, doc[m.head]))
        and doc[m.head].head.dep_ == "ROOT"
        and doc[m.head]._.quotation is None
    }
    nearest = sorted({**subjects, **speakers}.items(), key=lambda item: -item[1])
    for head, _ in nearest[:4]:
        entity = cast.of(doc[head])
        if entity is not None:
            yield entity
