"""Participles that the tree takes for the verb of the sentence, and their noun for who acts."""

from __future__ import annotations

from spacy.tokens import Token

from scripts.annotate.accusations import is_accusing
from scripts.annotate.lexicon import lexicon
from scripts.annotate.place_lexicon import place_lexicon
from scripts.annotate.syntax import behind, children
from scripts.reference import load_yaml


def mend_garden_path(participle: Token) -> None:
    """ "The soldiers, taken hostage on Monday, were released", "A man arrested at the port is being tried":
    the tree makes them the takers.
    """
    joined = children(participle, "conj", "ccomp", "advcl")
    above = [participle.head] if participle.dep_ == "ccomp" and participle.head.i > participle.i else []
    later = next((c for c in (*joined, *above) if _goes_on(c)), None)
    subject = next((s for s in children(participle, "nsubj") if s.i < participle.i), None)
    bare = participle.tag_ in ("VBN", "VBD") and not children(participle, "aux", "auxpass")
    if not bare or participle.dep_ not in ("ROOT", "ccomp") or later is None or subject is None:
        return
    apart = participle.nbor(-1).text == "," and participle.tag_ == "VBN"
    undergone = participle.lower_ in load_yaml("attachment.yml")["undergone"]
    if not apart and (not undergone or children(participle, "dobj", "ccomp", "xcomp")):
        return
    if later not in above:
        later.head, later.dep_ = later if participle.dep_ == "ROOT" else participle.head, participle.dep_
    for day in children(later, "nsubj", "nsubjpass"):  # "until 22 April were brought": no subject
        day.dep_ = "npadvmod"
    subject.head, subject.dep_ = later, "nsubjpass" if children(later, "auxpass") else "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def mend_latter(participle: Token) -> None:
    """ "Two raids, the latter killing ten": the latter kills, and not who else acts in the sentence."""
    latter = [c for c in children(participle, "amod") if c.lower_ in ("latter", "former")]
    if latter and children(participle, "dobj"):
        latter[0].dep_ = "nsubj"


def _goes_on(later: Token) -> bool:
    """Whether it is the finite verb of a clause that has no subject of its own but a date."""
    own = [s for s in children(later, "nsubj", "nsubjpass", "expl") if s.ent_type_ != "DATE"]
    finite = any(c.tag_ in ("VBZ", "VBD", "VBP", "MD") for c in children(later, "aux", "auxpass"))
    opened = [m for m in children(later, "mark", "advmod") if m.i < later.i and m.tag_ in ("IN", "WRB")]
    return finite and not own and all(m.nbor(1).ent_type_ == "DATE" for m in opened)


def mend_reduced(noun: Token) -> None:
    """ "A raid nurses blamed on the army": "an" makes nobody of nurses, they are who blamed it."""
    det = next((c for c in children(noun, "det") if c.lower_ in ("a", "an")), None)
    clause = next((c for c in children(noun, "acl") if c.i == noun.i + 1 and c.tag_ in ("VBN", "VBD")), None)
    deed = noun.nbor(-1) if noun.i else noun
    if noun.tag_ != "NNS" or det is None or clause is None or deed.dep_ != "compound" or deed.head != noun:
        return
    for child in [c for c in noun.children if c.i < deed.i]:
        child.head = deed
    deed.head, deed.dep_ = noun.head, noun.dep_
    clause.head, clause.dep_, clause.tag_ = deed, "relcl", "VBD"
    noun.head, noun.dep_ = clause, "nsubj"


def mend_agent(verb: Token) -> None:
    """ "Boys were seized at roadblocks by rebels": the tree has roadblocks by rebels."""
    if verb.tag_ != "VBN" or not children(verb, "auxpass") or children(verb, "agent"):
        return
    for preposition in children(verb, "prep"):
        for noun in children(preposition, "pobj"):
            by = [
                p for p in children(noun, "prep") if p.lower_ == "by" and any(map(_acts, children(p, "pobj")))
            ]
            at_place = place_lexicon().is_site(noun.lower_) and preposition.lower_ in (
                "at",
                "in",
                "on",
                "near",
            )
            if by and at_place:
                by[-1].head, by[-1].dep_ = verb, "agent"
                return


def _acts(noun: Token) -> bool:
    words = lexicon()
    somebody = words.is_person_noun(noun.lemma_) or words.is_group_noun(noun.lemma_)
    return somebody or noun.ent_type_ in ("PERSON", "ORG", "NORP")


def mend_listed(saying: Token) -> None:
    """ "Soldiers shot nine people in a town, two residents said": the tree has nine people and two residents
    say so.
    """
    told = next((c for c in children(saying, "ccomp") if not children(c, "dobj")), None)
    hurt = next((s for s in children(saying, "nsubj") if told is not None and told.i < s.i < saying.i), None)
    teller = next((c for c in children(hurt, "conj") if c.i < saying.i), None) if hurt is not None else None
    if told is None or hurt is None or teller is None or teller.left_edge.nbor(-1).text != ",":
        return
    if any(c.lower_ in ("and", "or") for c in children(hurt, "cc")):
        return
    hurt.head, hurt.dep_ = told, "dobj"
    teller.head, teller.dep_ = saying, "nsubj"


def mend_told(saying: Token) -> None:
    """ "Two men spied on bases, the department said": the tree makes them men that were spied."""
    speakers = [s for s in children(saying, "nsubj") if s.i < saying.i]
    if len(speakers) != 2 or speakers[1].left_edge.i == 0 or speakers[1].left_edge.nbor(-1).text != ",":
        return
    doer = speakers[0]
    told = [c for c in children(doer, "acl") if c.tag_ in ("VBN", "VBD") and c.i == doer.i + 1]
    if not told or children(told[0], "agent"):
        return
    told[0].head, told[0].dep_, told[0].tag_ = saying, "ccomp", "VBD"
    doer.head = told[0]


def mend_gerund(participle: Token) -> None:
    """ "Accused of burning granaries": the tree has granaries that burn."""
    noun, preposition = participle.head, participle.head.head
    plain = participle.dep_ == "amod" and noun.tag_ == "NNS" and participle.i == noun.left_edge.i
    charged = preposition.lower_ == "of" and any(is_accusing(a) for a in list(preposition.ancestors)[:3])
    if not plain or not charged or participle.lower_ in load_yaml("attachment.yml")["qualities"]:
        return
    participle.head, participle.dep_ = preposition, "pcomp"
    participle.pos_ = "VERB"
    noun.head, noun.dep_ = participle, "dobj"


def mend_backed(participle: Token) -> None:
    """ "The advance of the Front, backed by Peru, ...": no advance is backed, but the Front."""
    noun = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or not children(participle, "agent"):
        return
    if participle.i < 2 or participle.nbor(-1).text != "," or _acts(noun) or noun.pos_ != "NOUN":
        return
    nearest = [
        o for o in behind(noun, "of", "by") if o.right_edge.i == participle.i - 2 and o.pos_ == "PROPN"
    ]
    if nearest:
        participle.head = nearest[0]


def mend_swallowed(participle: Token) -> None:
    """ "The officers had trafficked rifles", "The ministry armed units": the tree has rifles that are
    trafficked, and armed units of a ministry.
    """
    phrase = participle.head
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "VBD") or phrase.i < participle.i:
        return
    had = next((a for a in children(participle, "aux") if a.lemma_ == "have"), None)
    before = participle.nbor(-1) if participle.i else participle
    if had is not None:
        doers = children(had, "nsubj") or children(participle, "nsubj")
    else:
        whole = phrase.dep_ in ("ROOT", "dep", "ccomp") and before.head == phrase
        noun = before.pos_ == "NOUN" and before.dep_ in ("nmod", "compound") and children(before, "det")
        doers = [before] if whole and (noun or before.pos_ == "PROPN") else []
    if not doers:
        return
    if phrase.dep_ == "ROOT":
        participle.head, participle.dep_ = participle, "ROOT"
    else:
        participle.head, participle.dep_ = phrase.head, "ccomp"
    participle.pos_, participle.tag_ = "VERB", "VBN" if had is not None else "VBD"
    phrase.head, phrase.dep_ = participle, "dobj"
    for doer in doers:
        for first in [c for c in phrase.children if c.i < doer.i]:
            first.head = doer  # "Al-Lami directed fighters"
        doer.head, doer.dep_ = participle, "nsubj"


def mend_in_row(participle: Token) -> None:
    """ "Has banned protests, suspended papers and jailed critics": the tree has suspended papers banned."""
    noun = participle.head
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "VBD") or participle.i < 2:
        return
    if participle.nbor(-1).text != "," or noun.left_edge != participle:
        return
    verb = noun.head.head if noun.dep_ == "conj" else noun.head
    first = [o for o in children(verb, "dobj") if o.i < participle.i]
    last = [c for c in children(verb, "conj") if c.pos_ == "VERB" and c.i > noun.i]
    if noun.dep_ not in ("conj", "dobj") or verb.tag_ not in ("VBN", "VBD") or not first or not last:
        return
    participle.head, participle.dep_, participle.pos_ = verb, "conj", "VERB"
    noun.head, noun.dep_ = participle, "dobj"
