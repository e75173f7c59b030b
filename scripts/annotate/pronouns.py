"""Pronouns -> actors, nearest fitting one first; a pronoun with no fitting actor near it stays unresolved."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from scripts.annotate.cast import Cast, Entity
from scripts.annotate.paragraphs import together
from scripts.annotate.pronoun_candidates import candidates, clause_of, enclosing
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children, is_passive
from scripts.reference import load_yaml

FORCES = ("armed_group", "government_body")
NEAR = 40  # tokens, about two sentences


def resolve_pronouns(cast: Cast) -> None:
    doc = cast.doc
    kinds = _kinds()
    sentence_of = {t.i: n for n, s in enumerate(doc.sents) for t in s}
    for token in doc:
        kind = kinds.get(token.lower_)
        if (
            token._.block is None
            or token.pos_ not in ("PRON", "DET")
            or kind is None
            or token.dep_ == "expl"
            or is_empty(token)
        ):
            continue
        if kind.startswith("first"):
            continue  # resolved through the speaker, when all other actors are known
        entity = _meant(cast, token, kind, sentence_of)
        if entity is None:
            continue
        cast.mention(entity, token.i, token.i + 1, token.i, "pronominal")
        if kind == "singular" and entity.gender is None:
            entity.gender = "male" if token.lower_ in ("he", "him", "his", "himself") else "female"
    for token in doc:
        kind = kinds.get(token.lower_)
        if token._.block is not None and kind in ("first", "first_plural") and token.pos_ in ("PRON", "DET"):
            speaker = speaker_of(cast, token)
            if speaker is not None and (kind == "first" or not speaker.is_person):
                cast.mention(speaker, token.i, token.i + 1, token.i, "pronominal")


def _meant(cast: Cast, pronoun: Token, kind: str, sentence_of: dict[int, int]) -> Entity | None:
    same = repeated(pronoun) if pronoun.lower_ == "they" else going_on(pronoun)
    if same is not None and (entity := cast.of(same)) is not None:
        return entity
    new = set() if same is None else introduced(cast, same.i, pronoun.i)
    hedged = {c.lower_ for c in children(pronoun.head, "advmod")} & set(load_yaml("modality.yml")["hedges"])
    telling = None
    if kind == "neuter" and (_means_a_thing(cast, pronoun) or _means_its_subject(cast, pronoun)):
        return None
    for near, candidate in candidates(cast, pronoun, sentence_of):
        if candidate.index in new or (not near and is_outside(cast, pronoun, candidate)):
            continue
        if (kind == "singular" and wrong_gender(pronoun, candidate)) or is_speaker(cast, pronoun, candidate):
            continue
        if kind == "neuter" and candidate.is_document and pronoun.head.lemma_ not in cues().verbs:
            continue  # a report does nothing but tell
        if not (fits(candidate, kind) or (near and kind == "plural" and not candidate.is_person)):
            continue
        if hedged and tells(cast, pronoun, candidate):
            continue  # nobody says of himself that he "allegedly" did it
        if kind == "singular" and _speaks_for_others(pronoun, candidate) and tells(cast, pronoun, candidate):
            telling = telling or candidate  # "a spokesman said he planned attacks": somebody else
            continue
        told = pronoun.lower_ == "them" or (pronoun.lower_ == "they" and not candidate.plural)
        if told and tells(cast, pronoun, candidate):
            telling = telling or candidate  # "the ministry believes they did it": others, if there are any
            continue
        return candidate
    return telling


def _means_a_thing(cast: Cast, it: Token) -> bool:
    """ "A bomb hit the bus as it stopped": a sentence about a thing, and so is its "it"."""
    clause = clause_of(it)
    if clause.dep_ != "advcl" or it.dep_ not in ("nsubj", "nsubjpass"):
        return False
    above = [s for s in children(clause_of(clause.head), "nsubj", "nsubjpass") if s.i < it.i]
    return bool(above) and above[0].pos_ == "NOUN" and above[0].tag_ == "NN" and cast.of(above[0]) is None


def _means_its_subject(cast: Cast, its: Token) -> bool:
    """ "Lima saw its worst storm": that of the place, which is no actor."""
    above = [s for s in children(clause_of(its), "nsubj", "nsubjpass") if s.i < its.i]
    return its.dep_ == "poss" and any(s.pos_ == "PROPN" and cast.of(s) is None for s in above)


def _speaks_for_others(pronoun: Token, candidate: Entity) -> bool:
    """A spokesman, a prosecutor, a lawyer speaks of what others did, and seldom of himself."""
    speaking = set(load_yaml("anaphora.yml")["mouthpieces"])
    return pronoun.dep_ in ("nsubj", "nsubjpass") and bool({*candidate.roles, candidate.lemma} & speaking)


def tells(cast: Cast, pronoun: Token, candidate: Entity) -> bool:
    """Whether a pronoun stands in what this actor is reported to say, in marks or not."""
    return any(cast.of(cast.doc[r.source]) is candidate for r in enclosing(cast.doc, pronoun.i))


def repeated(they: Token) -> Token | None:
    """ "They took 42 people. One was killed. They also burned ...": the same "they" goes on."""
    doc = they.doc
    if any(
        s.tag_ in ("NNS", "NNPS") and s.i < they.i for v in they.head.ancestors for s in children(v, "nsubj")
    ):
        return None  # "commanders say they have ...": whoever says so
    for other in reversed(doc[max(0, they.i - 60) : they.i]):
        if other.lower_ == "they" and other.dep_ == they.dep_ == "nsubj":
            if any(
                t.lower_ == "them" and t.dep_ in ("dobj", "dative", "pobj") for t in doc[other.i : they.i]
            ):
                return None  # "police chased them. They beat ...": now it is the police
            beside = together(doc, other.i, they.i) and other._.quotation == they._.quotation
            return other if beside else None
    return None


def going_on(pronoun: Token) -> Token | None:
    """ "Police arrested Doe after he met a leader; he is held": one "he" in a sentence is one man. "He was
    accused of beating a student. In May he was fined": who a sentence is about, the next one goes on about.
    """
    if pronoun.lower_ not in ("he", "she") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    same = [t for t in before if t.lower_ == pronoun.lower_ and t.dep_ in ("nsubj", "nsubjpass")]
    beside = same and same[-1]._.quotation == pronoun._.quotation
    apart = any(t.text == ";" for t in pronoun.doc[same[-1].i : pronoun.i]) if same else False
    return same[-1] if beside and apart else _topic_before(pronoun)


def _topic_before(pronoun: Token) -> Token | None:
    """The same pronoun, if the main clauses of this sentence and the one before have it for subject."""
    first = pronoun.sent.start
    if pronoun.head.dep_ != "ROOT" or not first:
        return None
    before = pronoun.doc[first - 1].sent
    subjects_before = children(before.root, "nsubj", "nsubjpass")
    alike = [s for s in subjects_before if s.lower_ == pronoun.lower_]
    near = alike and alike[0]._.block == pronoun._.block and alike[0]._.quotation == pronoun._.quotation
    speaks = before.root.lemma_ in cues().verbs and not is_passive(before.root)
    return alike[0] if near and not speaks else None


def introduced(cast: Cast, start: int, end: int) -> set[int]:
    """Actors that are first mentioned between two tokens: "they" before them was somebody else."""
    return {e.index for e in cast.entities if e.mentions and start < min(m.head for m in e.mentions) < end}


def is_speaker(cast: Cast, pronoun: Token, candidate: Entity) -> bool:
    """Whoever speaks in a quotation calls himself "I": its "he" is somebody else."""
    return any(
        r.quoted and cast.of(cast.doc[r.source]) is candidate
        for r in enclosing(cast.doc, pronoun.i)
        if r.source != pronoun.i
    )


def wrong_gender(pronoun: Token, candidate: Entity) -> bool:
    """A spokeswoman is no "he", a brother no "she"; most names tell nothing."""
    words = load_yaml("anaphora.yml")["gender"]
    said = "male" if pronoun.lower_ in ("he", "him", "his", "himself") else "female"
    if candidate.gender is not None:
        return candidate.gender != said
    told = {*candidate.roles, *(candidate.lemma or "").split()}
    other = words["female"] if pronoun.lower_ in ("he", "him", "his", "himself") else words["male"]
    return bool(told & set(other))


def is_outside(cast: Cast, pronoun: Token, candidate: Entity) -> bool:
    """In a quotation "they" may mean whom the speaker has in mind: only forces and groups are looked for
    outside of it.
    """
    quotation = pronoun._.quotation
    if quotation is None or any(r.source == pronoun.i for r in cast.doc._.reports):
        return False
    quote = cast.doc.spans["quotations"][quotation]
    inside = any(quote.start <= m.head < quote.end and m.head < pronoun.i for m in candidate.mentions)
    return not inside and (
        candidate.actor_type not in FORCES or _is_one_of_many(cast, quote.start, candidate)
    )


def _is_one_of_many(cast: Cast, start: int, candidate: Entity) -> bool:
    """ "Soldiers fought gunmen. “They shot him,” she said": either may be meant."""
    near = [m for m in cast.mentions_before(start) if start - m.head < NEAR]
    forces = {m.entity for m in near if cast.entities[m.entity].actor_type in FORCES}
    return bool(forces - {candidate.index})


def is_empty(token: Token) -> bool:
    """ "It is worth ...", "it was unclear whether ...": an "it" that stands for a clause."""
    head = token.head
    return (
        token.lower_ == "it"
        and head.lemma_ in ("be", "remain", "seem", "appear", "become")
        and any(c.dep_ in ("acomp", "ccomp", "xcomp") for c in head.children)
    )


def fits(entity: Entity, kind: str) -> bool:
    if kind == "singular":
        return entity.is_person and not entity.plural
    if kind == "plural":
        many = ("armed_group", "group", "organization", "company")
        return entity.plural or entity.actor_type in many or _is_force(entity)
    return not entity.is_person and (not entity.plural or entity.is_named or _is_force(entity))


def _is_force(entity: Entity) -> bool:
    """ "The battalion came ..., they seized him": soldiers and policemen are many."""
    words = {entity.lemma, *entity.name.lower().split()}
    return entity.actor_type == "government_body" and bool(words & set(load_yaml("anaphora.yml")["units"]))


def speaker_of(cast: Cast, token: Token) -> Entity | None:
    """Whose "I" or "we" this is: the source of the innermost quoted statement around it."""
    for report in enclosing(cast.doc, token.i):
        if report.quoted or report.mixed:
            source = cast.doc[report.source]
            if source.i != token.i:
                return cast.of(source)
    return None


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in load_yaml("anaphora.yml")["pronouns"].items() for word in words}
