"""The parties to a claim: which actors fill the roles of its frame."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Entity
from scripts.annotate.pronoun_candidates import enclosing
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import agents, is_passive
from scripts.extract.arguments import Arguments
from scripts.extract.frames import Frame
from scripts.extract.predicate_slots import Predicate
from scripts.extract.statements import Statements
from scripts.extract.word_classes import part_of


def parties(p: Predicate, frame: Frame, arguments: Arguments) -> tuple[tuple[int, str], ...]:
    out: list[tuple[int, str]] = []
    speaking = {r.source for r in p.token.doc._.reports if r.content[0] <= p.token.i < r.content[1]}
    for slot, role in frame.roles.items():
        for filler in arguments.fillers(p, slot):
            if filler.i in speaking and not (_is_denial(p) or filler in p.fillers("involved")):
                continue  # the words that name the speaker are not part of what is said
            if slot == "owner" and _is_tellers(filler):
                continue  # "Doe said his kidnapping was a crime": most often another's
            nobody = arguments.is_aircraft(filler)
            found = [] if nobody else arguments.entities(filler)
            found = found or (arguments.makers(filler) if slot == "subject" else [])
            if filler.i in speaking and role == "accused":
                found = _spoken_for(filler, found, arguments)
            if slot == "compound" and not found:
                found = arguments.nation(filler) or arguments.side(filler)
            for entity in found or ([] if nobody else arguments.unnamed(filler)):
                pair = (entity.index, role)
                if role in ("accused", "participant") and entity.is_document:
                    continue
                if pair not in out and not (
                    role not in ("accused", "participant") and any(e == entity.index for e, _ in out)
                ):
                    out.append(pair)
    return tuple(out)


def _is_tellers(pronoun: Token) -> bool:
    """A "his" in reported words that the cast reads as whoever tells them; a "my" is the teller's indeed."""
    if pronoun.tag_ != "PRP$" or pronoun.lower_ == "my":
        return False
    cast = pronoun.doc._.cast
    tellers = [cast.of(pronoun.doc[r.source]) for r in enclosing(pronoun.doc, pronoun.i)]
    return any(e is not None and e is cast.of(pronoun) for e in tellers)


def _is_of_something_else(token: Token, start: int) -> bool:
    """ "Accused X of selling maps of a camp raided in May": nobody says that X raided it."""
    inside = [t for t in (token, *token.ancestors) if t.i >= start]
    return any(t.dep_ == "relcl" or (t.dep_ == "acl" and is_passive(t) and not agents(t)) for t in inside)


def _spoken_for(speaker: Token, found: list[Entity], arguments: Arguments) -> list[Entity]:
    """ "A spokesman for X denied involvement": X's; what an official denies may be anybody's of his side."""
    roles = {speaker.lemma_.lower()}.union(*(e.roles for e in found))
    if not any(e.is_person for e in found) or not roles & (cues().speakers_for | cues().officials):
        return found
    if not roles & cues().speakers_for:
        return []
    nouns = [t for t in speaker.sent if t.lemma_.lower() in cues().speakers_for]
    bodies = [o for t in nouns for part in ("owner", "for") for o in part_of(t, part)]
    sides = [arguments.cast.of(o) or next(iter(arguments.entities(o)), None) for o in bodies]
    return [e for e in sides if e is not None and e not in found and not e.is_person][:1]


def _is_denial(p: Predicate) -> bool:
    """ "denied supplying weapons": the speaker is the subject of what is denied or confessed."""
    return p.token.dep_ in ("xcomp", "pcomp") or any(t.dep_ in ("xcomp", "pcomp") for t in p.token.ancestors)


def accused_by(
    doc: Doc,
    statements: Statements,
    statement: int,
    p: Predicate,
    roles: tuple[tuple[int, str], ...],
    arguments: Arguments,
) -> tuple[tuple[int, str], ...]:
    """ "X accused Z of doing": whatever the tree says of the doing, it is Z who is accused and never X."""
    said = statements.said[statement]
    if said.report.force != "accusation" or not said.report.content[0] <= p.token.i < said.report.content[1]:
        return roles
    own = [pair for pair in roles if pair[0] != said.entity]
    named = [t for t in p.fillers("subject") if t.pos_ in ("NOUN", "PROPN")]
    others = [t for t in named if t.i not in said.report.accused]
    if (
        others
        or _is_of_something_else(p.token, said.report.content[0])
        or any(role in ("accused", "participant") for _, role in own)
    ):
        return tuple(own)  # "a war that killed thousands" is not the police who are accused in its name
    against = [(e.index, "accused") for head in said.report.accused for e in arguments.entities(doc[head])]
    return tuple(dict.fromkeys(against + [pair for pair in own if pair[0] not in {e for e, _ in against}]))
