"""Noun phrases that stand for actors: extent, name, determiner, modifiers, number, owner."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.cast import Entity
from scripts.annotate.lexicon import lexicon
from scripts.annotate.speech_cues import cues
from scripts.annotate.state_words import country_of, is_state_word
from scripts.annotate.syntax import behind
from scripts.reference import load_yaml

WH = ("WRB", "WDT", "WP")  # "where recruits", "whom soldiers ..."
LEFT = (
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "predet",
    "quantmod",
    "advmod",
    "npadvmod",
    "case",
    "punct",
)
NAME_PREPOSITIONS = ("of", "from", "for", "in", "with", "at")


@dataclass(frozen=True)
class Nominal:
    """A candidate mention; token indices, `end` exclusive."""

    head: Token
    start: int
    end: int
    name: str
    lemma: str
    determiner: str | None
    modifiers: frozenset[str]
    actor_type: str
    is_plural: bool
    is_numbered: bool
    is_institution: bool
    country: str | None
    owner: int | None
    same_as: int | None
    is_apposition: bool
    is_demonym: bool = False

    @property
    def description(self) -> str:
        """The phrase with all that belongs to its head, up to a comma: "director of the police of Herat"."""
        doc, end = self.head.doc, self.end
        for child in self.head.rights:
            if child.dep_ != "prep" or child.i != end:
                break
            stop = next((t.i for t in child.subtree if t.is_punct), child.right_edge.i + 1)
            end = max(end, stop)
        named = next((s.start for s in doc.spans["names"] if s.root.i == self.same_as), None)
        end = named if named is not None and self.end <= named < end else end
        return " ".join(doc[self.start : end].text.split())

    @property
    def text(self) -> str:
        return " ".join(self.head.doc[self.start : self.end].text.split())

    def fits(self, entity: Entity) -> bool:
        """May a definite description with this noun mean this named actor?"""
        if self.lemma in entity.roles or self.lemma in entity.name.lower().split():
            return True
        words = load_yaml("anaphora.yml")
        if entity.is_person and self.lemma in words["of_persons"]:
            return True
        return entity.actor_type in words["descriptions"].get(self.lemma, ())


def _is_thing(lemma: str) -> bool:
    """A report, an investigation: it may tell something, and is nobody."""
    told = lemma in cues().documents or lemma.endswith(cues().mute_endings)
    return told and not lexicon().is_person_noun(lemma)


def nominal_phrase(
    token: Token, noun: Token, named: dict[int, int], *, same_as: int | None, apposition: bool
) -> Nominal:
    """The phrase around `token` whose kind `noun` says; `named` maps tokens of names to the names' heads."""
    words = lexicon()
    doc = token.doc
    lemma = noun.lemma_.lower()
    left = [c for c in token.lefts if c.dep_ in LEFT]
    joined = [c for c in left if c.i in named and any(j.dep_ == "cc" for j in c.children)]
    after = max((c.right_edge.i + 1 for c in joined), default=0)
    start = min(
        [
            token.i,
            *(c.left_edge.i for c in left if c not in joined),
            *(j.i for c in joined for j in c.conjuncts),
        ]
    )
    start = start if not joined or start > joined[0].i else min(after, token.i)
    start = _after_date(doc, start, token.i)
    while doc[start].is_punct or doc[start].is_space or doc[start].tag_ in WH or _is_shot_dead(doc[start]):
        start += 1
    end = noun.i + 1
    modifiers = [
        c
        for c in (*token.lefts, *noun.lefts)
        if c.dep_ in ("amod", "compound", "poss", "nmod") and not c.is_punct
    ]
    country = country_of(noun) or country_of(token)
    demonym = authority.demonyms().get(noun.text)
    if country is None and words.group_nouns.get(lemma) == "government_body":
        country = _seat(token)
    beside = [named[m.i] for m in reversed(modifiers) if m.i in named]  # "Yemen's Houthi rebels"
    owners = [*beside, *_of_names(token, named), *_of_names(noun, named)]
    determiner = next((c.lower_ for c in token.children if c.dep_ == "det"), None)
    service = is_service(noun)
    is_group = service or words.is_group_noun(lemma) or words.is_group_noun(noun.lower_)
    usual = "government_body" if service else "group"
    of_two = f"{noun.nbor(-1).lower_} {lemma}" if noun.i else lemma  # "rebel groups", "a law firm"
    kinds = (words.group_nouns.get(word) for word in (of_two, lemma, noun.lower_))
    group_type = next((kind for kind in kinds if kind is not None), usual)
    plural = noun.tag_ in ("NNS", "NNPS") or lemma in ("people", "police", "personnel", "military", "family")
    numbered = (
        any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM" or doc[start].tag_ == "CD"
    )
    single_person = not is_group and not plural and not demonym and not _is_thing(lemma)
    return Nominal(
        head=token,
        start=start,
        end=end,
        name=_name(token, start, end),
        lemma=lemma,
        determiner=determiner,
        modifiers=frozenset(
            m.text
            for m in modifiers
            if (m.pos_ in ("PROPN", "ADJ", "NOUN") or m.tag_ == "VBG")
            and not (country and is_state_word(m.text))
        ),
        actor_type="person" if single_person else group_type if is_group else "group",
        is_plural=plural or (numbered and not single_person),
        is_numbered=numbered,
        is_institution=is_group
        and group_type in ("government_body", "state", "media", "armed_group", "organization", "company"),
        country=country or demonym,
        owner=owners[0] if owners else _possessor(token),
        same_as=same_as,
        is_apposition=apposition,
        is_demonym=demonym is not None,
    )


def is_service(noun: Token) -> bool:
    """ "Turkish intelligence had bugged the house": who does something in a state's name, and no message."""
    acts = noun.dep_ in ("nsubj", "nsubjpass", "poss") or noun.head.dep_ == "agent"
    if noun.lemma_.lower() not in load_yaml("anaphora.yml")["services"] or not acts:
        return False
    return any(c.text in authority.demonyms() for c in noun.lefts)


def _is_shot_dead(word: Token) -> bool:
    """ "Shot dead two soldiers": what became of them is none of their names."""
    doc = word.doc
    return word.lower_ == "dead" and word.i > 0 and doc[word.i - 1].lemma_ == "shoot"


def _after_date(doc: Doc, start: int, head: int) -> int:
    """ "On April 24, 2019 the minister's men": where the phrase begins; not so in "Friday's attackers"."""
    end = start
    while end < head and doc[end]._.in_date:
        end += 1
    return start if doc[end].dep_ == "case" else end


def _of_names(token: Token, named: dict[int, int]) -> list[int]:
    return [named[o.i] for o in behind(token, "of", "from", "for", "at") if o.i in named]


def _seat(token: Token) -> str | None:
    """ "Police in Caracas": the country whose police it is."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "in" and prep.i == token.i + 1:
            for place in prep.doc.spans.get("places", []):
                if place.root.head == prep and place._.place:
                    return str(place._.place.country_code) if place._.place.country_code else None
    return None


def _possessor(token: Token) -> int | None:
    return next((c.i for c in token.lefts if c.dep_ == "poss"), None)


def _name(token: Token, start: int, end: int) -> str:
    """The phrase without its article or "whose", with a short "of ..." or "from ..." that follows."""
    doc = token.doc
    if (doc[start].dep_ == "det" or doc[start].tag_ == "WP$") and start < end - 1:
        start += 1
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in NAME_PREPOSITIONS and child.i == end:
            stop = child.right_edge.i + 1
            if stop - child.i <= 8 and not any(
                t.pos_ in ("VERB", "AUX") or t.is_punct for t in doc[child.i : stop]
            ):
                end = stop
    return " ".join(doc[start:end].text.split())
