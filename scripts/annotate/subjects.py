"""Subjects, also those a verb shares, inherits or leaves understood (control, participles, relatives)."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.accusations import is_accusing
from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import agents, behind, children, coordinated, is_passive, up, was_found
from scripts.reference import load_yaml


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Whom the tree makes the subject of `verb`: its own, or one that it shares or inherits.

    Shared by coordination ("trains and dispatches"), inherited by control ("is trying to form"), by
    participles
    ("killing ..."), through relative pronouns ("who are joining") and from what a participle modifies ("a
    man saying").
    For a passive verb this is the grammatical subject, that is, the logical object.
    """
    own = children(verb, "nsubj", "nsubjpass", "csubj", "expl")
    own = [s for s in own if not _is_contrasted(s)] or own
    if own:
        return [antecedent(verb, s) for s in own if s.dep_ not in ("expl", "csubj")]
    if depth > 6:
        return []
    head = verb.head
    if was_found(verb):
        return subjects(head, depth + 1)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and head != verb:
        if verb.lemma_ not in cues().verbs and _is_bystanders(head):
            return []  # "residents say the men extort money and have burned houses"
        if head.dep_ == "acl" and is_passive(head) and children(verb, "dobj"):
            return []  # "the kidnap of Doe, demanded and collected a ransom"
        # A passive shares its subject with an active verb only across voices, which news prose seldom does:
        # "was arrested and said".
        return subjects(head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and children(verb, "dobj") and not is_passive(verb):
        return []  # "the kidnap of Doe, demanded a ransom": the parser's, and nobody's
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and not children(verb, "nsubj", "nsubjpass"):
        return _of_plot(head, depth) if head.lemma_ in load_yaml("attachment.yml")["plots"] else []
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VBN"):
        return [head]
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and head.dep_ == "pobj" and children(verb, "dobj", "xcomp"):
        return [head] if head.head.lower_ in ("after", "before", "since", "until") else []
    tells = verb.lemma_ in cues().verbs and verb.dep_ == "advcl"  # "sanctioned him, alleging that ..."
    judged = verb.dep_ in ("xcomp", "advcl") and verb.tag_ in ("VBG", "VB") and not tells
    if judged and is_accusing(head) and not is_passive(head):
        return []  # "condemned beating up the marchers": whoever condemns it, does not do it
    if verb.dep_ in ("xcomp",) and head.pos_ in ("VERB", "AUX", "ADJ"):
        controllers = [o for o in _controllers(head) if head.i < verb.i and o.i < verb.i]
        return [antecedent(head, controllers[0])] if controllers else subjects(head, depth + 1)
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and children(head, "oprd"):
        return []  # "in what officials call a scheme to murder him"
    described = _described(verb)
    if described:
        return described
    if verb.dep_ in ("advcl",) and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        if is_passive(head) and not is_passive(verb):
            return agents(head) or subjects(head, depth + 1)
        return subjects(head, depth + 1)
    if verb.dep_ in ("pcomp", "pobj") and head.pos_ in ("ADP", "SCONJ"):
        return _of_preposition(head, depth)
    if verb.dep_ in ("acomp", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth + 1)
    if verb.dep_ == "conj" and head.dep_ in ("pobj", "pcomp") and verb.tag_ == "VBG":
        return subjects(head, depth + 1)
    return []


def _described(participle: Token) -> list[Token]:
    """ "The council listed the bloc, founded by Doe": a participle set off behind the object tells of it, but
    for those that tell how the subject did it ("stormed the camp, backed by jets").
    """
    doc, first = participle.doc, participle.left_edge.i
    how = load_yaml("attachment.yml")["of_subject"]
    if participle.dep_ != "advcl" or participle.tag_ != "VBN" or participle.lemma_ in how or not first:
        return []
    behind_comma = doc[first - 1].text == "," and participle.i > participle.head.i
    found = children(participle.head, "dobj") if behind_comma else []
    portrays = participle.head.lemma_ in load_yaml("attachment.yml")["portraying"]
    return [o for o in found if portrays or o.right_edge.i == first - 2]


def _controllers(verb: Token) -> list[Token]:
    """Who is to do what the infinitive below `verb` says, where it is not the subject of `verb`: "told X to
    stop", "called on X to stop"; not "used the money to buy arms".
    """
    control = load_yaml("attachment.yml")["control"]
    if verb.pos_ != "VERB":
        return []
    asked = [
        o
        for p in children(verb, "prep")
        if f"{verb.lemma_} {p.lower_}" in control["by_preposition"]
        for o in children(p, "pobj")
    ]
    return (children(verb, "dobj") if verb.lemma_ in control["by_object"] else []) or asked


def _is_contrasted(subject: Token) -> bool:
    """A second subject that is only compared or set aside: "the rebels rather than the army", "not the army
    but the rebels", "a man who looks like the general".
    """
    first = subject.left_edge
    before = first.nbor(-1).lower_ if first.i else ""
    return before in ("than", "like", "unlike") or any(c.dep_ == "neg" for c in subject.children)


def _of_preposition(preposition: Token, depth: int) -> list[Token]:
    """The understood subject of a gerund after a preposition ("accused X of doing", "responsible for
    doing").
    """
    governor = preposition.head
    while governor.dep_ in ("conj", "prep") and governor.pos_ == "ADP":
        governor = governor.head
    charge = next((a for a in preposition.ancestors if is_accusing(a)), None)
    if charge is not None and preposition.lower_ == "of" and preposition.nbor(-1).lower_ in ("and", "or"):
        # "accused X of arming them with guns and of sending troops"
        return children(charge, "nsubjpass" if is_passive(charge) else "dobj")
    if governor.pos_ in ("VERB", "AUX"):
        objects = children(governor, "dobj")
        if objects and (_is_borne(objects[0], governor) or _lasts(objects[0])):
            return subjects(governor, depth + 1)
        passive = children(governor, "nsubjpass")
        passives = [c for c in children(preposition, "pcomp") if is_passive(c)]
        if objects and passives and governor.lemma_ in cues().verbs and not is_accusing(governor):
            return []  # "documented the death of a man after being shot"
        if not objects and not passive and is_accusing(governor) and not is_passive(governor):
            return []  # whoever is accused, the accuser is not
        if objects and preposition.text.lower() in (
            *(("by",) if is_accusing(governor) and not is_passive(governor) else ()),
            "of",
            "for",
            "from",
            "with",
            "as",
            "into",
            "on",
            "over",
        ):
            return [antecedent(governor, _on_whom(objects[0]))]
        if passive:
            return [antecedent(governor, passive[0])]
        return subjects(governor, depth + 1)
    if governor.pos_ == "ADJ":
        if governor.dep_ in ("acomp", "oprd") and governor.head.pos_ in ("VERB", "AUX"):
            return subjects(governor.head, depth + 1)
        return [governor.head] if governor.head.pos_ in ("NOUN", "PROPN") else []
    if governor.pos_ in ("NOUN", "PROPN"):
        if governor.lemma_ in cues().parts and preposition.lower_ == "in":
            return _of_part(governor, depth)
        verb = governor.head
        if _is_borne(governor, verb):
            return subjects(verb, depth + 1)
        if governor.dep_ == "dobj" and verb.pos_ == "VERB":
            return [governor]
        owner = children(governor, "poss")
        if owner:
            return owner
        if governor.dep_ == "pobj" and governor.head.head.pos_ in ("VERB", "AUX"):
            telling = cues().verbs.get(governor.head.head.lemma_)
            if telling is not None and telling.force != "accusation":
                return []  # "spoke of the prospect of fraud": whoever speaks of it does not do it
            return _of_preposition(governor.head, depth + 1) if depth < 4 else []
    return []


def _is_borne(penalty: Token, verb: Token) -> bool:
    """ "Received a prison sentence (for spying)": it is said of who bears it."""
    borne = verb.lemma_ in load_yaml("attachment.yml")["borne"]
    return borne and penalty.lemma_ in load_yaml("modality.yml")["penalties"]


def _is_bystanders(telling: Token) -> bool:
    """Who only saw what they tell of: what follows is what they tell."""
    speakers = [s.lemma_.lower() for s in children(telling, "nsubj")]
    return telling.lemma_ in cues().verbs and bool(set(speakers) & cues().bystanders)


def _lasts(time: Token) -> bool:
    """ "Served two years for spying": nobody but the subject can have done it."""
    return time.lemma_.lower() in load_yaml("attachment.yml")["durations"]


def _of_plot(plot: Token, depth: int) -> list[Token]:
    """ "Iran's plot to kill the envoy", "an attempt by Iran to ...", "Iran hatched a plot to ...", "accused
    Iran of a plot to ...".
    """
    directed = [a for c in children(plot, "acl") for a in agents(c)]  # "a plot directed by Iran to kill ..."
    owners = children(plot, "poss") or behind(plot, "by") or directed
    if owners:
        return owners
    if plot.dep_ == "dobj" and plot.head.lemma_ in load_yaml("attachment.yml")["plotting"]:
        return subjects(plot.head, depth + 1)
    laid = load_yaml("frames.yml")["light"]["laid_on_object"]
    charged = plot.dep_ == "pobj" and plot.head.lower_ in ("with", "of", "for", "over")
    return _of_preposition(plot.head, depth + 1) if charged and plot.head.head.lemma_ in laid else []


def _of_part(part: Token, depth: int) -> list[Token]:
    """ "The army's role in killing", "the role of the army in killing", "denied any part in killing"."""
    owners = children(part, "poss") or behind(part, "of", "by", "for") or children(part, "compound")
    if owners or part.dep_ != "dobj" or part.head.pos_ != "VERB":
        return owners
    telling = cues().verbs.get(part.head.lemma_)
    return subjects(part.head, depth + 1) if telling is None or telling.stance == "denied" else []


def _on_whom(measure: Token) -> Token:
    """ "Imposed sanctions on X for doing": it is X who did."""
    if measure.lemma_.lower() not in load_yaml("anaphora.yml")["punishments"]:
        return measure
    return next(iter(behind(measure, "on", "against")), measure)


def antecedent(verb: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for, the token itself where it is none."""
    if subject.tag_ in ("WP", "WDT") or (subject.text.lower() == "that" and subject.tag_ in ("WDT", "IN")):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return _nearest(_agreeing(clause), subject)
    return subject


def _agreeing(clause: Token) -> Token:
    """ "Rebels opposed to Doe who have launched ...": a plural verb tells of no single person."""
    head = clause.head
    finite = [clause, *children(clause, "aux", "auxpass")]
    plural = any(t.tag_ == "VBP" or t.lower_ == "were" for t in finite)
    if not plural or head.ent_type_ not in ("PERSON", "") or head.tag_ != "NNP" or len(coordinated(head)) > 1:
        return head
    above = [t for a in up(head) for t in (a, *children(a, "nsubj", "nsubjpass")) if t.i < head.i]
    return next((t for t in above if t.tag_ in ("NNS", "NNPS")), head)


def _nearest(head: Token, pronoun: Token) -> Token:
    """ "the son of a general who ...": what follows a relative tells of the person named last."""
    if head.lemma_.lower() in lexicon().kin_nouns:
        near = [o for of in children(head, "prep") for o in children(of, "pobj") if o.i < pronoun.i]
        return near[-1] if near else head
    return head
