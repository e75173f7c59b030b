"""The source of a report: who speaks, whose a document is, and through whom the words come."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import cues
from scripts.annotate.subjects import subjects
from scripts.annotate.syntax import agents, children, is_passive

# What one does to a document that is one's own: "wrote a letter accusing ...".
ISSUING = ("write", "issue", "publish", "release", "send", "sign", "post", "present", "file")


def speaker(verb: Token) -> Token | None:
    """The token of who speaks: the subject, or `by X` of a passive."""
    if is_passive(verb):
        by = agents(verb)
        return by[0] if by else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":  # quoted X as saying
        objects = children(verb.head.head, "dobj", "nsubjpass")
        return objects[0] if objects else None
    own = [s for s in children(verb, "nsubj") if s.tag_ not in ("WP", "WDT")]
    inverted = _named_after(verb) if not own or (own[0].i > verb.i and own[0].pos_ == "PROPN") else None
    if inverted is not None:
        return inverted
    own = [_who_not_when(s) for s in own]
    found = [min(own, key=lambda s: abs(s.i - verb.i))] if own else subjects(verb) or _right_before(verb)
    return found[0] if found and found[0].pos_ not in ("PUNCT", "ADP", "SCONJ", "SPACE") else None


def _who_not_when(subject: Token) -> Token:
    """ "The Orlan Army (OA) tonight said ...": the name before a time that the tree makes the subject."""
    if not subject._.in_date and subject.lower_ not in ("today", "tonight", "yesterday"):
        return subject
    before = [s for s in subject.doc.spans["names"] if subject.sent.start <= s.start < s.end <= subject.i]
    return before[-1].root if before and before[-1].end >= subject.i - 1 else subject


def _right_before(verb: Token) -> list[Token]:
    """ "In a reply, the embassy in Warsaw stated ...": a subject that the tree hung on what stands before
    the comma.
    """
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i <= verb.sent.start:
        return []
    comma = next((i for i in range(verb.i - 1, verb.sent.start, -1) if doc[i].text == ","), None)
    token = verb.nbor(-1)
    while comma is not None and comma < token.head.i < verb.i and token.head != token:
        token = token.head
    return [token] if comma is not None and token.i > comma and token.pos_ in ("NOUN", "PROPN") else []


def _named_after(verb: Token) -> Token | None:
    """ "..., said Deputy Minister of Trade for X Jane Doe": the person's name, however the tree
    reads the long title.
    """
    if verb.tag_ == "VBG":
        return None  # "X, blaming Y for the raid"
    beside = not verb.i or verb.nbor(-1).text in (",", "”", "''", '"', "’")
    return person_after(verb) if beside else None


def person_after(token: Token) -> Token | None:
    """The last name of a person between a token and the next verb or mark: behind a long title."""
    doc = token.doc
    end = next(
        (t.i for t in doc[token.i + 1 :] if t.pos_ in ("VERB", "AUX", "PUNCT", "SPACE") and t.text != "-"),
        len(doc),
    )
    people = [s for s in doc.spans["names"] if token.i < s.start < end and s._.name.actor_type == "person"]
    return people[-1].root if people else None


def author(source: Token) -> Token:
    """Whose report a report is: its possessor, or who stands after `by`, `from` or `of`."""
    if not {source.lemma_.lower(), source.lower_} & (cues().documents | cues().nouns.keys()):
        return source
    if any(s.start <= source.i < s.end and len(s) > 1 for s in source.doc.spans["names"]):
        return source  # "the Washington Post"
    owners = children(source, "poss")
    if not owners:
        preps = [p for p in source.children if p.lower_ in ("by", "from") and p.dep_ in ("prep", "agent")]
        owners = [o for p in preps for o in children(p, "pobj")]
    if not owners:
        owners = [c for c in children(source, "compound", "nmod") if c.pos_ == "PROPN"][-1:]
    if not owners:  # "an advisory issued by X"
        owners = [a for c in children(source, "acl") if c.lemma_ in ISSUING for a in agents(c)]
    if not owners and source.dep_ == "dobj" and source.head.lemma_ in ISSUING:
        owners = subjects(source.head)
    if not owners:  # "a foreign ministry statement"
        owners = [c for c in children(source, "compound", "nmod") if _is_institution(c)]
    return owners[0] if owners else source


def _is_institution(noun: Token) -> bool:
    words = lexicon()
    known = words.is_group_noun(noun.lemma_.lower())
    return known and words.group_type(noun.lemma_.lower()) in ("government_body", "state")


def passed_on(verb: Token, source: Token) -> tuple[int | None, Token]:
    """Through whom the words come, and whose they are: "an official quoted by X", "X, citing an
    official", "an official told X", "said in an interview with X".
    """
    for citing in children(verb, "advcl"):
        cited = [o for o in children(citing, "dobj") if citing.lemma_ == "cite" and citing.tag_ == "VBG"]
        whose = author(cited[0]) if cited else None
        if whose is not None and is_author(whose):
            return source.i, whose
    for quoted in children(source, "acl"):
        if quoted.lemma_ in ("quote", "cite") and agents(quoted):
            return agents(quoted)[0].i, source
    quoting = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    if quoting != verb and is_passive(quoting) and agents(quoting):
        return agents(quoting)[0].i, source  # "an official was quoted by X as saying"
    return _told(verb), source


def _told(verb: Token) -> int | None:
    """To whom somebody spoke; whether that is a medium that passes it on is for those to say who know it."""
    if verb.lemma_ == "tell":
        return next((o.i for o in children(verb, "dobj", "dative") if o.pos_ in ("PROPN", "NOUN")), None)
    for talk in [o for p in children(verb, "prep") for o in children(p, "pobj")]:
        if talk.lemma_ in ("interview", "conversation"):
            return next(
                (o.i for p in children(talk, "prep") for o in children(p, "pobj") if p.lower_ == "with"), None
            )
    return None


def is_author(cited: Token) -> bool:
    """Somebody: "citing the release of prisoners" names a reason and no source."""
    lemma = cited.lemma_.lower()
    words = lexicon()
    return (
        cited.pos_ == "PROPN"
        or cited.ent_type_ in ("PERSON", "ORG", "NORP")
        or lemma == "source"
        or words.is_person_noun(lemma)
        or words.is_group_noun(lemma)
    )


def speaks(noun: Token) -> bool:
    """Whether a common noun may say something: people, bodies, documents; no factor, role or decision."""
    lemma, words = noun.lemma_.lower(), lexicon()
    known = words.is_person_noun(lemma) or words.is_group_noun(lemma) or words.is_group_noun(noun.lower_)
    if (
        known
        or lemma in cues().documents
        or lemma in cues().nouns
        or noun.ent_type_ in ("PERSON", "ORG", "NORP")
    ):
        return True
    return lemma not in cues().mute and not lemma.endswith(tuple(cues().mute_endings))


def quoted_speaker(verb: Token) -> list[tuple[Token, int]]:
    """ "quoted X (as) saying ...": X, and where what X says ends."""
    objects = children(verb, "dobj")
    sayings = [t for t in verb.subtree if t.tag_ == "VBG" and t.lemma_ in cues().verbs and t.i > verb.i]
    return [(objects[0], sayings[0].right_edge.i + 1)] if objects and sayings else []
