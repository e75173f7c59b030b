"""How far an act went by the words: done, attempted, threatened, only thought of, or denied."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_withheld import is_withheld
from scripts.annotate.syntax import children, is_negated, is_none, modals
from scripts.reference import load_yaml


def stage(verb: Token) -> str | None:
    """`accomplished`, `attempted`, `threatened`, `hypothetical`, `negated`, or None where nothing is
    claimed at all.
    """
    words = load_yaml("modality.yml")
    if is_taken_back(verb) or verb.sent.text.rstrip("”\"' ").endswith("?"):
        return None
    found = "accomplished"
    token = verb
    for _ in range(6):
        lemma = token.lemma_.lower()
        if token.dep_ == "ROOT" and any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children):
            return None  # a tree that cannot be right
        if is_to_cease(token):
            return ongoing(token.head)
        if token.dep_ == "xcomp" and token.head.lemma_.lower() in words["prevent"]:
            return None  # "told them not to shoot" tells of no shooting
        if any(c.lower_ in words["conditions"] and c.dep_ in ("mark", "advmod") for c in token.children):
            return None
        if is_negated(token):
            if token.dep_ == "xcomp" and token.tag_ == "VB" and not is_perfect(token):
                return None  # "persuade them not to shoot"
            wished = found == "hypothetical" and token.lemma_.lower() in words["wishing"]
            return None if wished or _is_imagined(token) else "negated"
        if head_lets(token) or _is_not_tried(token):
            return None  # "let us continue attacking them"
        if _is_judged(token) or _is_awaited(token):
            return None
        if token.dep_ in ("acl", "relcl", "ccomp") and token.head.lemma_.lower() in words["risks"]:
            return None  # "a risk that they will be used to bomb villages"
        used = modals(token)
        if used & set(words["inferred"]) and is_perfect(token):
            return "hypothetical"  # "may have killed"
        if used & set(words["modals_open"]):
            return None
        if used & set(words["modals_announced"]) or _is_meant(token):
            found = "hypothetical"
        head = token.head
        governed = token.dep_ in ("xcomp", "pcomp", "acl", "conj") and head != token
        if token.dep_ in ("csubj", "csubjpass") and token.tag_ == "VB":
            return None  # "To attack the town would be a crime"
        if token.dep_ == "pcomp":
            if {head.lower_, head.head.lower_, *(c.lower_ for c in head.children)} & set(words["instead"]):
                return None
            head = head.head
            if head.lemma_.lower() in words["commemorated"]:
                return None  # "the anniversary of founding the party"
            if head.pos_ in ("NOUN", "PROPN") and head.dep_ in ("dobj", "nsubjpass"):
                head = head.head  # "acquitted X of doing"
            if any(c.lower_ in words["wrongly"] for c in head.children):
                return None
            if token.head.lower_ == "before" and any(c.lower_ == "even" for c in token.children):
                return None  # "left before even meeting him"
        if token.dep_ == "ccomp" and token.tag_ == "VB" and head.lemma_ in ("help", "let", "make"):
            governed = True  # "gave orders to help rebels topple him"
        if token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd"):
            governed = True  # "if she is found guilty of doing"
        if not governed:
            return found
        if token.dep_ == "acl" and token.tag_ != "VB":
            return found
        if token.dep_ != "conj":
            lemma = head.lemma_.lower()
            if lemma in words["attempt"]:
                found = "attempted"
            elif lemma in words["plan"]:
                found = "hypothetical"
            elif lemma in words["threat"]:
                found = "threatened"
            elif lemma in words["prevent"]:
                return found if _is_in_vain(head) else None
        elif children(token, "nsubj", "nsubjpass"):
            return found
        if (
            head.pos_ not in ("VERB", "AUX", "ADJ")
            and head.lemma_.lower() not in words["attempt"] + words["plan"] + words["threat"]
        ):
            return found
        token = head
    return found


def _is_not_tried(verb: Token) -> bool:
    """ "Is not working to arrest them", "could not come to make arrests", "it was time to strike them", "put
    pressure on them to arrest him".
    """
    infinitive = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "acl", "relcl")
    if not infinitive or not any(c.lower_ == "to" for c in children(verb, "aux")):
        return False
    words = load_yaml("modality.yml")
    if any(o.lemma_ == "pressure" and o.i < verb.i for o in children(verb.head, "dobj")):
        return True
    return verb.head.lemma_ == "time" or (verb.head.lemma_ in words["moving"] and is_negated(verb.head))


def _is_judged(verb: Token) -> bool:
    """ "It is normal to prosecute spies": what one thinks of such acts, and none that took place."""
    be = verb.head
    infinitive = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "advcl", "csubj")
    it = any(s.lower_ == "it" for s in children(be, "nsubj", "expl"))
    return infinitive and be.lemma_ == "be" and it and bool(children(be, "acomp", "attr"))


def _is_awaited(verb: Token) -> bool:
    """ "Once they are caught, they will need a lawyer": nobody has been arrested yet."""
    clause = verb.dep_ == "advcl" and any(c.lower_ in ("when", "once") for c in verb.children)
    present = any(t.tag_ in ("VBP", "VBZ") for t in (verb, *children(verb, "aux", "auxpass")))
    return clause and present and bool(modals(verb.head))


def _is_in_vain(preventing: Token) -> bool:
    """ "Failed to stop militias from launching raids": the raids took place."""
    failing = preventing.dep_ == "xcomp" and preventing.head.lemma_ == "fail"
    stops = preventing.lemma_ in load_yaml("attachment.yml")["preventing"]
    return stops and failing and not is_negated(preventing.head)


def is_to_cease(token: Token) -> bool:
    """ "Told X to stop shelling the town", "must stop its attacks"."""
    ceasing = token.head.lemma_.lower() in load_yaml("modality.yml")["ceasing"] and token.head.pos_ == "VERB"
    if token.dep_ == "dobj":
        return ceasing and any(o.tag_ == "PRP$" for o in children(token, "poss"))
    return ceasing and token.dep_ == "xcomp" and token.tag_ == "VBG"


def head_lets(token: Token) -> bool:
    us = children(token.head, "dobj", "nsubj") + children(token, "nsubj")
    return (
        token.head.lemma_ == "let" and token != token.head and any(o.lower_ in ("us", "'s", "’s") for o in us)
    )


def ongoing(ceasing: Token) -> str | None:
    """The stage of what "stop" governs: where it is only wanted, the act is supposed to go on; where it did
    not happen, it does; where it happened, nothing is told of the act but its end.
    """
    return {"accomplished": None, "negated": "accomplished"}.get(stage(ceasing) or "", "hypothetical")


def is_perfect(verb: Token) -> bool:
    return any(c.lemma_ == "have" for c in children(verb, "aux"))


def _is_imagined(verb: Token) -> bool:
    """ "Could not attack", "will not be caught", "would not have been able to": neither done nor denied;
    "would never" denies.
    """
    used = modals(verb)
    return bool(used & {"could", "can", "ca", "will", "wo", "shall"}) or (bool(used) and is_perfect(verb))


def _is_meant(verb: Token) -> bool:
    """ "came to spy", "weapons that were to be delivered": an aim, or a plan; not "went on to freeze"."""
    infinitive = any(c.lower_ == "to" for c in children(verb, "aux")) and (
        verb.tag_ == "VB" or any(c.lower_ == "be" for c in children(verb, "auxpass"))
    )
    aim = verb.dep_ == "advcl" and not any(c.lower_ == "on" for c in verb.head.children)
    return infinitive and (aim or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be"))


def is_taken_back(verb: Token) -> bool:
    """Nothing is claimed: "no evidence that ...", "it is not true that ...", "the claim that ... is
    false", "not the army but ...".
    """
    words = load_yaml("modality.yml")
    for token in (verb, *verb.ancestors):
        if token.dep_ in ("acl", "advcl", "ccomp", "relcl", "csubj") and _is_denied_by(token, words):
            return True
        told = token.dep_ == "ccomp" or (token.dep_ == "acl" and token.tag_ == "IN")
        if token.dep_ in ("ROOT", "relcl") or (told and token.head.dep_ != "acl"):
            break
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(is_none(s) for s in subjects):
        return False  # that is a denial, and no claim taken back
    if len(subjects) > 1 and any(children(s, "neg") for s in subjects):
        return False  # "Not the army but the rebels ...": only one of them is cleared
    spread = {
        t.lower_
        for s in subjects
        for t in s.subtree
        if t.i < s.i and t.dep_ in ("preconj", "cc", "neg", "det", "advmod")
    }
    before = {s.left_edge.nbor(-1).lower_ for s in subjects if s.left_edge.i > verb.sent.start}
    first = {verb.sent[0].lower_} if subjects and subjects[0].left_edge.i <= verb.sent.start + 1 else set()
    return bool((spread | before | first) & set(words["neither"]))


def _is_denied_by(clause: Token, words: dict[str, list[str]]) -> bool:
    head = clause.head.head if clause.head.pos_ == "ADV" else clause.head  # "no evidence so far that ..."
    lemma = head.lemma_.lower()
    if clause.dep_ == "relcl" and head.dep_ == "attr" and is_negated(head.head):
        return True  # "It was not the army that ..."
    if head.pos_ == "NOUN":
        no = any(c.lower_ == "no" for c in head.children) or (
            head.head.pos_ in ("VERB", "AUX") and is_negated(head.head)
        )
        judged = (
            [c.lemma_.lower() for c in head.head.children if c.dep_ in ("acomp", "attr")]
            if head.dep_ == "nsubj"
            else []
        )
        nothing = head.dep_ == "nsubj" and any(o.lower_ == "nothing" for o in children(head.head, "dobj"))
        return (
            (lemma in words["evidence"] and (no or head.head.lemma_.lower() in words["lacking"]))
            or (lemma in cues().nouns and nothing)  # "claims that ... have nothing to do with reality"
            or bool(set(judged) & set(words["false"]))
            or head.head.lemma_.lower() in words["taken_back"]
        )
    if clause.dep_ in ("ccomp", "advcl", "acl") and head.lemma_ == "be":
        nouns = [a for a in children(head, "attr") if a.lemma_.lower() in words["evidence"]]
        if any(c.lower_ == "no" for a in nouns for c in a.children):
            return True  # "there is no evidence so far that ..."
    if clause.dep_ in ("ccomp", "csubj") and head.pos_ in ("VERB", "AUX", "ADJ"):
        if lemma in cues().verbs and is_withheld(head):
            return True
        adjectives = {c.lemma_.lower() for c in (head, *head.children) if c.pos_ == "ADJ"}
        if adjectives & set(words["false"]):
            return True
        unsure = lemma in ("suggest", "show", "indicate", "prove", "mean", "be", "seem", "appear", "true")
        nothing = any(c.dep_ == "nsubj" and c.lower_ in ("nothing", "nobody") for c in head.children)
        return unsure and (is_negated(head) or nothing)
    return False
