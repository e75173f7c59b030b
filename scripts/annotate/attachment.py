"""Component `attachment`: clauses and speakers that the parser hangs on the wrong verb of a report.

What is told belongs to the act that is told of, not to who tells it: "The army shelled the town, Doe said,
killing ten". What only a speaker does belongs to the speaker: "Doe said that rebels left, adding ...".
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from scripts.annotate.accusations import (
    is_accusing,
    mend_accused_by,
    mend_accuser,
    mend_answer,
    mend_charge,
    mend_hearsay,
)
from scripts.annotate.complements import (
    mend_aim,
    mend_denied,
    mend_part,
    mend_plot,
    mend_prevented,
    mend_receiver,
    mend_supplied,
)
from scripts.annotate.garden_paths import (
    mend_agent,
    mend_backed,
    mend_garden_path,
    mend_gerund,
    mend_in_row,
    mend_latter,
    mend_listed,
    mend_reduced,
    mend_swallowed,
    mend_told,
)
from scripts.annotate.perfect_infinitives import mend_determined, mend_supposed
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children
from scripts.reference import load_yaml


@Language.component("attachment")
def attachment(doc: Doc) -> Doc:
    for token in doc:
        if token.tag_ == "NNS":
            mend_reduced(token)
        if token.tag_ in ("VBN", "VBD"):
            mend_swallowed(token)
            mend_in_row(token)
            mend_backed(token)
        if token.tag_ == "VBG":
            mend_gerund(token)
            mend_latter(token)
            _mend_participle(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj":
            if _is_outcome(token):
                _mend_outcome(token)
            elif _reports(token):
                # "denied that Y shells villages and accused Z": it is the speaker who accused
                token.head = token.head.head
    for verb in doc:
        if verb.pos_ == "VERB" and verb.lemma_ in cues().verbs and cues().verbs[verb.lemma_].closing:
            _mend_closing(verb)
            mend_told(verb)
            mend_listed(verb)
            _mend_clause(verb)
            _mend_interrupted(verb)
            mend_hearsay(verb)
            mend_answer(verb)
        mend_garden_path(verb)
        mend_supposed(verb)
        mend_determined(verb)
        mend_agent(verb)
        mend_denied(verb)
        mend_part(verb)
        mend_supplied(verb)
        mend_plot(verb)
        mend_aim(verb)
        mend_prevented(verb)
        mend_receiver(verb)
        if is_accusing(verb):
            mend_charge(verb)
            mend_accused_by(verb)
            mend_accuser(verb)
    return doc


def _mend_participle(token: Token) -> None:
    if (
        token.dep_ == "amod"
        and token.head.i > token.i
        and token.i
        and token.nbor(-1).lemma_ in ("deny", "admit")
    ):
        _mend_gerund(token)
    elif token.dep_ == "acl" and token.head.dep_ == "dobj":
        _mend_quoted(token)
    elif token.dep_ == "advcl" and token.lemma_ in load_yaml("attachment.yml")["sequels"]:
        token.head = next((t for t in token.ancestors if t.lemma_ in cues().verbs), token.head)
    elif token.dep_ == "advcl" and _is_outcome(token):
        _mend_outcome(token)


def _mend_gerund(token: Token) -> None:
    """ "denied supplying weapons": what is denied is the supplying, not weapons that supply."""
    verb, noun = token.nbor(-1), token.head
    token.dep_, token.head = "xcomp", verb
    noun.dep_, noun.head = "dobj", token


def _mend_quoted(saying: Token) -> None:
    """ "quoted a man saying the raids have increased": the clause after "saying" is what he says, not
    what the paper quoted.
    """
    outer = saying.head.head
    subject = next((c for c in saying.children if c.dep_ == "dobj" and c.i > saying.i), None)
    clause = next(
        (c for c in outer.children if c.dep_ in ("ccomp", "conj", "advcl") and c.i > saying.i), None
    )
    if (
        saying.lemma_ not in cues().verbs
        or outer.lemma_ not in cues().verbs
        or subject is None
        or clause is None
    ):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in clause.children):
        return
    clause.head, clause.dep_ = saying, "ccomp"
    subject.head, subject.dep_ = clause, "nsubj"


def _is_outcome(token: Token) -> bool:
    """ ", killing ten", ", and burned a church": behind a comma, and without a subject of its own."""
    if token.i < 2 or token.lemma_ not in load_yaml("attachment.yml")["outcomes"]:
        return False
    before = token.nbor(-2) if token.nbor(-1).dep_ == "cc" else token.nbor(-1)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return before.text == "," and not own


def _mend_outcome(token: Token) -> None:
    """ "The army shelled the town, Doe said, killing ten": it is the shelling that killed, not the saying."""
    saying = token.head
    if saying.lemma_ not in cues().verbs:
        return
    told = [c for c in saying.children if c.dep_ == "ccomp" and c.i < saying.i < token.i]
    if saying.dep_ == "parataxis" or (saying.dep_ == "conj" and saying.nbor(-1).text == ","):
        told += [saying.head]  # "..., said Doe, killing ten"
    told = told or [  # "denied involvement in exploding bombs, killing ten"
        t
        for o in children(saying, "dobj")
        for t in o.subtree
        if t.dep_ == "pcomp" and t.tag_ == "VBG" and t.i < token.i
    ]
    if told:
        token.head = told[-1]


def _reports(token: Token) -> bool:
    """A reporting verb in the past, coordinated by the tree with a clause in the present that such a verb
    reports.
    """
    clause = token.head
    return (
        token.lemma_ in cues().verbs
        and clause.dep_ == "ccomp"
        and clause.head.lemma_ in cues().verbs
        and clause.head.tag_ == "VBD"
        and clause.head.i < clause.i
        and clause.tag_ in ("VBZ", "VBP", "VB", "VBG")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    )


def _mend_clause(verb: Token) -> None:
    """ "said the army tortured villagers", of which the parser makes one noun phrase: the participle behind a
    noun is the verb of what is said.
    """
    for phrase in children(verb, "dobj"):
        told = [a for a in children(phrase, "amod") if a.tag_ in ("VBN", "VBD") and a.i > verb.i + 1]
        actor = told[-1].nbor(-1) if told else None
        if actor is None or actor.pos_ not in ("NOUN", "PROPN") or actor.head not in (phrase, told[-1]):
            continue
        told[-1].head, told[-1].dep_, told[-1].tag_ = verb, "ccomp", "VBD"
        actor.head, actor.dep_ = told[-1], "nsubj"
        for left in [c for c in phrase.lefts if c.i < actor.i]:
            left.head = actor
        phrase.head, phrase.dep_ = told[-1], "dobj"


def _mend_closing(verb: Token) -> None:
    subjects = [s for s in children(verb, "nsubj") if s.i < verb.i]
    clauses = [c for c in children(verb, "ccomp") if c.pos_ == "VERB" and not children(c, "dobj")]
    if len(subjects) != 1 or not clauses:
        return
    subject, clause = subjects[0], clauses[-1]
    joined = [c for c in children(subject, "conj") if c.i < verb.i and c.nbor(-1).text == ","]
    between = verb.doc[clause.i + 1 : subject.left_edge.i]
    if not joined or clause.i > subject.i or any(t.text == "," or t.pos_ == "SCONJ" for t in between):
        return
    subject.head, subject.dep_ = clause, "dobj"
    joined[0].head, joined[0].dep_ = verb, "nsubj"


def _mend_interrupted(verb: Token) -> None:
    """ "Rebels were planning, Doe said, to attack the town": it is the planning that goes on."""
    told = [c for c in children(verb, "ccomp") if c.i < verb.i]
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        told.append(verb.head)
    for aim in children(verb, "xcomp"):
        if told and aim.i > verb.i and aim.left_edge.nbor(-1).text == ",":
            aim.head = told[-1]
