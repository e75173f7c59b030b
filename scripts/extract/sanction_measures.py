"""Nouns in which sanctions are announced: measures, designations, lists."""

from __future__ import annotations

from spacy.tokens import Token

from scripts import authority
from scripts.annotate.cast import Cast
from scripts.annotate.subjects import antecedent, subjects
from scripts.annotate.syntax import agents, behind, children, clause_head, coordinated, is_passive
from scripts.extract.sanction_acts import Imposed, acts, is_imposed
from scripts.extract.sanction_lexicon import sanction_words


def measure(noun: Token, cast: Cast) -> list[Imposed]:
    """ "imposed sanctions on X", "sanctions were imposed on X by Y", "hit X with sanctions"."""
    words = sanction_words()
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words["bundles"]:
        noun = noun.head.head  # "another round of restrictive measures"
    announced = next((c for c in children(noun, "acl") if c.lemma_.lower() in words["impose"]), None)
    if announced is not None and announced.tag_ == "VBN" and is_imposed(announced):
        on = [o for n in (noun, announced) for o in behind(n, "on", "against")]
        if not on and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words["hit"]:
            on = children(noun.head, "dobj")  # "the sanctions, announced by X, target Y"
        by = agents(announced) or [o for t in on for o in behind(t, "by")]
        return acts(announced, noun, on, by or children(noun, "poss") or _modifier_authority(noun), cast)
    unveiling = next((c for c in children(noun, "amod") if c.lemma_.lower() in words["impose"]), None)
    if unveiling is not None and unveiling.tag_ == "VBG" and is_imposed(unveiling):
        clause = clause_head(noun)  # "In unveiling sanctions on X, the Treasury said ..."
        return acts(unveiling, noun, behind(noun, "on", "against"), subjects(clause), cast, around=noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        holder = noun.head.head  # "X, already under U.S. sanctions"
        return acts(holder, noun, [holder], _modifier_authority(noun), cast, around=holder)
    subjected = _subjected(noun)
    if subjected is not None:
        verb, targets, by = subjected
        return acts(verb, noun, targets, by or _modifier_authority(noun), cast) if is_imposed(verb) else []
    relative = next((c for c in children(noun, "relcl") if c.lemma_.lower() in words["impose"]), None)
    if (
        relative is not None and is_imposed(relative) and not is_passive(relative)
    ):  # "a ban that X imposed on Y"
        on = behind(relative, "on", "against")
        return acts(relative, noun, on, subjects(relative), cast)
    through = (
        noun.head
        if noun.dep_ in ("dobj", "nsubjpass", "nsubj")
        else noun.head.head
        if noun.dep_ == "pobj"
        else None
    )
    if through is None or through.pos_ != "VERB" or not is_imposed(through):
        return []
    lemma = through.lemma_.lower()
    on = [o for n in (noun, through, *children(noun, "conj")) for o in behind(n, "on", "against")]
    if noun.dep_ == "nsubj" and lemma in words["impose"] and on and not children(through, "dobj"):
        by = _by_regime(noun, through, *on)  # "sanctions announced against X"
        return acts(through, noun, on, by, cast)
    if noun.dep_ == "dobj" and lemma in words["impose"]:
        return acts(through, noun, on, subjects(through), cast)
    if noun.dep_ == "nsubjpass" and lemma in words["impose"]:
        return acts(through, noun, on, agents(through), cast)
    if noun.dep_ == "pobj" and lemma in words["hit"] and noun.head.lower_ == "with":
        if is_passive(through):
            return acts(through, noun, subjects(through), agents(through) or _modifier_authority(noun), cast)
        return acts(through, noun, children(through, "dobj"), subjects(through), cast)
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and lemma in words["hit"]:
        return acts(through, noun, children(through, "dobj"), subjects(through), cast)
    return []


def _by_regime(*below: Token) -> list[Token]:
    """ "Under the UK's human rights regime": whose regime it is."""
    words = sanction_words()["regimes"]
    regimes = [
        r for b in below for t in coordinated(b) for r in behind(t, "under") if r.lemma_.lower() in words
    ]
    return [o for r in regimes for o in (*children(r, "poss"), *_modifier_authority(r))]


def action(noun: Token, cast: Cast) -> list[Imposed]:
    """ "Has taken action against X", in a text on sanctions, by who imposes them, against who is named."""
    verb = noun.head
    on = [o for n in (noun, verb) for o in behind(n, "against")]
    named = [o for o in on if (e := cast.of(o)) is not None and e.is_named]
    if noun.dep_ != "dobj" or verb.lemma_.lower() != "take" or not named or not is_imposed(verb):
        return []
    more = [c for c in children(noun, "conj") if c.i > on[-1].i]  # the tree hangs the last target on "action"
    return acts(verb, noun, [*on, *more], subjects(verb), cast)


def _subjected(noun: Token) -> tuple[Token, list[Token], list[Token]] | None:
    """Verb, targets and authority of "is under sanctions", "has been placed under U.S. sanctions", "is
    subject to sanctions", "the subject of a travel ban", "subjected X to an asset freeze".
    """
    whose = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "PROPN" else None
    if whose is not None and whose.dep_ == "pobj" and whose.head.lower_ == "under":
        governor = whose.head.head  # "under EU and US sanctions"
        keepers = [whose, *_modifier_authority(noun)]
        return (governor, subjects(governor), keepers) if governor.lemma_ in ("be", "remain") else None
    if noun.dep_ != "pobj":
        return None
    governor, preposition = noun.head.head, noun.head.lower_
    if preposition == "under" and governor.lemma_ in ("be", "remain"):
        return governor, subjects(governor), []
    if preposition == "under" and governor.lemma_ in ("place", "put", "bring"):
        return (
            governor,
            subjects(governor) if is_passive(governor) else children(governor, "dobj"),
            (agents(governor) if is_passive(governor) else subjects(governor)),
        )
    if preposition == "to" and governor.lemma_ == "subject" and governor.pos_ == "VERB":
        passive = is_passive(governor)
        return (
            governor,
            subjects(governor) if passive else children(governor, "dobj"),
            agents(governor) if passive else subjects(governor),
        )
    said_of = (
        governor.lower_ == "subject" and governor.dep_ in ("acomp", "attr") and preposition in ("to", "of")
    )
    if said_of and governor.head.lemma_ in ("be", "remain", "become"):
        return governor.head, subjects(governor.head), []
    return None


def designation(noun: Token, cast: Cast) -> list[Imposed]:
    """ "Announced the designation of X and Y as ...", "its designation of X"."""
    targets = behind(noun, "of")
    verb = noun.head
    by = agents(noun) or [o for n in (noun, *targets) for o in behind(n, "by")]
    told = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_imposed(noun)
    if targets and by and told:  # "the listing of X by Y came as a surprise"
        return acts(noun, noun, targets, by, cast, around=noun)
    announced = verb.pos_ == "VERB" and verb.lemma_.lower() in sanction_words()["impose"]
    if not targets or noun.dep_ not in ("dobj", "nsubjpass") or not announced or not is_imposed(verb):
        return []
    by = agents(verb) if noun.dep_ == "nsubjpass" else subjects(verb)
    return acts(verb, noun, targets, by or children(noun, "poss"), cast)


def listed(noun: Token, cast: Cast) -> list[Imposed]:
    """ "added X to its sanctions list", "X was placed on the blacklist"."""
    kinds = {c.lemma_.lower() for c in noun.children}
    if noun.lemma_.lower() == "list" and not kinds & sanction_words()["list_words"]:
        return []
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("to", "on", "onto"):
        return []
    verb = noun.head.head
    if verb.pos_ not in ("VERB", "AUX") or not is_imposed(verb):
        return []
    if verb.lemma_.lower() in sanction_words()["listed_verbs"]:  # "remains on a UN sanctions list"
        return acts(verb, noun, subjects(verb), _keeper(noun), cast)
    if verb.lemma_.lower() not in sanction_words()["list"]:
        return []
    if is_passive(verb):
        return acts(
            verb,
            noun,
            subjects(verb),
            agents(verb) or _keeper(noun),
            cast,
        )
    by = subjects(verb) or (children(verb.head, "poss") if verb.dep_ == "acl" else [])
    return acts(verb, noun, [antecedent(verb, o) for o in children(verb, "dobj")], by or _keeper(noun), cast)


def _keeper(noun: Token) -> list[Token]:
    """Whose list it is: "its list", "the U.S. list", "the list of the European Union"."""
    return children(noun, "poss") or _modifier_authority(noun) or behind(noun, "of")


def _modifier_authority(noun: Token) -> list[Token]:
    words = [noun, *children(noun, "compound")]  # "a Canadian sanctions list"
    return [
        c
        for n in words
        for c in children(n, "amod", "compound", "nmod")
        if c.text in authority.demonyms() or c.pos_ == "PROPN"
    ]
