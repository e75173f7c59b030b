"""Reporting verbs: statements, denials, "X quoted Y as saying"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from scripts.annotate.report import Report, report
from scripts.annotate.speech_accusations import accusation
from scripts.annotate.speech_clauses import done
from scripts.annotate.speech_contents import contents
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.speech_sources import author, is_author, passed_on, quoted_speaker, speaker
from scripts.annotate.speech_withheld import is_withheld
from scripts.annotate.syntax import children, coordinated, is_negated, is_passive


def verbal(verb: Token, cue: Cue) -> list[Report]:
    """The reports that a verb makes: one for each stretch of its content."""
    if cue.stance == "denied" and children(verb, "dative"):
        return []  # "denied him medical care"
    if is_withheld(verb) and not (cue.force == "belief" and is_negated(verb)):
        return []
    if _calls_untrue(verb):
        cue = replace(cue, force="claim", stance="denied", object=True, answers=True)
    cited = verb.lemma_ == "cite" and any(is_author(o) for o in children(verb, "dobj"))
    if cited and not quoted_speaker(verb):
        return []  # whom one cites is no content
    if cue.force == "accusation":
        return accusation(verb, cue)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in cues().inferring:
        return []  # "the men wore uniforms, indicating that they were soldiers"
    source = speaker(verb)
    if source is None:
        return _nobodys(verb, cue)
    if cue.force == "belief" and source.lower_ in ("i", "we") and source._.quotation is not None:
        return []  # "I think ..." in somebody's words is that person's statement already
    found = contents(verb, cue, source)
    if verb.lemma_ in ("quote", "cite"):
        found = [(said_by.left_edge.i, end) for said_by, end in quoted_speaker(verb)] or found
    if cue.answers and not found:
        found, cue = _named(verb), replace(cue, stance="asserted")
    through, source = passed_on(verb, author(source))
    own = bool(done(verb)) or any(o.lemma_ in cues().own_deeds for o in children(verb, "dobj"))
    claims = own and not is_passive(verb) and cue.stance == "asserted" and cue.force == "claim"
    stance = "confirmed" if claims else cue.stance  # "claimed to have hit": whoever says so did it
    return [replace(report(verb, source, c, cue), through=through, stance=stance) for c in found]


def _nobodys(verb: Token, cue: Cue) -> list[Report]:
    """Somebody says it, and the tree has nobody who does: the content is not the narrator's for that."""
    says = verb.tag_ in ("VBD", "VBZ", "VBP") and cue.force == "claim" and not is_passive(verb)
    if not says or verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis"):
        return []
    return [report(verb, verb, c, cue) for c in contents(verb, cue, verb)]


def _named(verb: Token) -> list[tuple[int, int]]:
    """ "Called the march an attempt to unseat him": what somebody calls it is said of it."""
    called = [o for o in children(verb, "oprd") if o.pos_ == "NOUN" and children(o, "acl", "relcl", "prep")]
    whom = children(verb, "dobj")
    return [(whom[0].left_edge.i, o.right_edge.i + 1) for o in called[:1] if whom and whom[0].i < o.i]


def _calls_untrue(verb: Token) -> bool:
    """ "Denounced the claims as baseless", "described the report as a fabrication"."""
    told = any(o.lemma_.lower() in {*cues().nouns, *cues().documents} for o in children(verb, "dobj"))
    near = [verb, *children(verb, "dobj")]
    judged = [
        c
        for n in near
        for p in children(n, "prep")
        if p.lower_ == "as"
        for o in children(p, "pobj", "amod", "pcomp")
        for c in coordinated(o)
    ]
    return told and any(t.lemma_.lower() in cues().untrue for t in judged)
