"""Fillers of slots: which class a word belongs to, and which actors it stands for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.coreference_nominals import add_nominal
from scripts.annotate.nominal_phrases import nominal_phrase
from scripts.annotate.syntax import children, coordinated
from scripts.extract.predicate_slots import Predicate
from scripts.extract.word_classes import ARMED, classes, describing, fits, is_animate, names_people, part_of
from scripts.reference import load_yaml


class Arguments:
    """Asks one document's cast and places about the tokens that fill slots."""

    def __init__(self, doc: Doc) -> None:
        self.cast: Cast = doc._.cast
        self.places = {t.i: span for span in doc.spans["places"] for t in span}

    def fillers(self, predicate: Predicate, slot: str) -> tuple[Token, ...]:
        """`X_owner` is whose X it is, `X_modifier` the words before X, `X_with` what stands after "with"
        behind X, and so on for other prepositions; `modifier` are the words before the predicate itself;
        `X|Y` is what fills either.
        """
        if "|" in slot:
            return tuple(found for one in slot.split("|") for found in self.fillers(predicate, one))
        if slot in predicate.slots:
            return predicate.slots[slot]
        if slot == "modifier":
            return tuple(children(predicate.token, "amod", "compound", "nmod"))
        if slot == "behalf":
            return self.behalf(predicate)
        base, _, part = slot.rpartition("_")
        if not base:
            return ()
        return tuple(found for filler in self.fillers(predicate, base) for found in part_of(filler, part))

    def behalf(self, predicate: Predicate) -> tuple[Token, ...]:
        """ "on behalf of X": X, also where a coordination stands between ("for or on behalf of")."""
        found = [t for t in predicate.token.subtree if t.lower_ == "behalf"]
        return tuple(x for t in found for of in children(t, "prep") for x in children(of, "pobj"))

    def has_class(self, predicate: Predicate, slot: str, classes: tuple[str, ...]) -> bool:
        fillers = self.fillers(predicate, slot)
        if "none" in classes and not fillers:
            return True
        classes = tuple(c for c in classes if c != "none")
        return any(self.is_a(token, name) for token in fillers for name in classes)

    def is_a(self, token: Token, name: str) -> bool:
        if name == "any":
            return True
        if name == "place":
            return token.i in self.places
        if name == "demonym":
            return token.text in authority.demonyms()
        if name == "somebody":
            return is_animate(token)
        if name == "civilian":
            return self.is_civilian(token)
        if name == "people":
            return token.pos_ == "NOUN" and names_people(token)
        if name in (
            "actor",
            "unarmed_side",
            "person",
            "named_person",
            "state",
            "armed",
            "media",
            "group",
            "armed_group",
            "government_body",
        ):
            entities = self.entities(token, mention=False)
            if not entities and name == "actor":
                return is_animate(token)
            return any(fits(entity, name) for entity in entities)
        words = classes()[name]
        return any({t.lemma_.lower(), t.lower_} & words for t in (token, *describing(token)))

    def is_civilian(self, token: Token) -> bool:
        """People without a name whose word makes them neither fighters nor wanted: "two visitors"."""
        arms = classes()["fighter"] | classes()["fighter_word"] | classes()["wanted_word"]
        plain = [e for e in self.entities(token, mention=False) if e.actor_type in ("person", "group")]
        return (
            token.pos_ == "NOUN" and token.lemma_.lower() not in arms and any(not e.is_named for e in plain)
        )

    def entities(self, token: Token, *, mention: bool = True) -> list[Entity]:
        """The actors that a filler stands for; empty where it names none. `mention`: that a country's name
        there is one of its state, which it is where it plays a part and not where it only might.
        """
        entity = self.cast.of(token)
        if entity is not None and not entity.is_named:
            return self.behind(token) or [entity]
        if entity is not None:
            return [entity]
        code = authority.demonyms().get(token.text)
        if code is not None and token.dep_ in ("npadvmod", "amod", "compound", "nsubj"):
            return [self.state(code, token, token, mention)] if token.dep_ == "npadvmod" else []
        place = self.places.get(token.i)
        if (
            (
                place is not None
                and place._.place is not None
                and place._.place.location_type == "country"
                and place._.place.country_code
            )
            and place._.place.country_code in authority.states()
            and place._.mention_type == "named"
        ):
            return [self.state(place._.place.country_code, place[0], place[-1], mention)]
        return self.holders(token)

    def holders(self, token: Token) -> list[Entity]:
        """Whose it is that stands for its side: "M23 positions", "Houthi territory"."""
        if token.lemma_.lower() not in load_yaml("anaphora.yml")["holdings"]:
            return []
        owners = [self.cast.of(o) for o in children(token, "poss", "compound", "nmod")]
        return [e for e in owners if e is not None and e.is_named and e.actor_type in ARMED]

    def unnamed(self, token: Token) -> list[Entity]:
        """People whom no lexicon lists ("two shipbuilders"): an unnamed actor in these words."""
        if token.pos_ != "NOUN" or not self.is_a(token, "people") or self.is_a(token, "weapon"):
            return []
        if any(c.tag_ == "WP$" for c in children(token, "poss")):
            return []  # "whose members": nobody knows whose by these words
        beside = (c for c in token.lefts if c.dep_ not in ("det", "advmod", "punct") and not c.is_punct)
        start = next(beside, token).left_edge.i
        name = " ".join(token.doc[start : token.i + 1].text.split())
        entity = self.cast.new(
            name=name,
            actor_type="person" if token.tag_ == "NN" else "group",
            is_named=False,
            country_code=None,
            entry=None,
            plural=token.tag_ == "NNS",
            lemma=token.lemma_.lower(),
        )
        self.cast.mention(entity, start, token.i + 1, token.i, "nominal")
        return [entity]

    def behind(self, token: Token) -> list[Entity]:
        """The named actors behind a description: "two men, X and Y", "its fighters", "U.S. and British
        forces".
        """
        beside = children(token, "appos")
        if token.i + 2 < len(token.doc) and token.nbor(1).text == "," and token.tag_ == "NNS":
            beside += [
                t
                for s in token.doc.spans["names"]
                if s.start == token.i + 2
                and s._.name.actor_type == "person"
                and s.root.dep_ not in ("nsubj", "nsubjpass")  # "killed two farmers, Doe said"
                for t in (s.root,)
            ]
        named = [
            e
            for a in beside
            for t in coordinated(a)
            for e in [self.cast.of(t)]
            if e is not None and e.is_named
        ]
        if named and (all(e.is_person for e in named) or (token.tag_ == "NNS" and len(named) > 1)):
            return named
        if token.lemma_.lower() not in load_yaml("anaphora.yml")["collectives"]:
            return []
        owners = [o for c in children(token, "poss", "compound", "nmod") for o in coordinated(c)]
        pronoun = [o for o in owners if o.pos_ == "PRON" or o.tag_ == "PRP$"]
        many = len(owners) > 1
        found = [e for o in owners if many or o in pronoun for e in [self.cast.of(o)] if e is not None]
        return (
            found
            if found and all(e.actor_type in ("armed_group", "state", "government_body") for e in found)
            else []
        )

    def is_aircraft(self, token: Token) -> bool:
        """Which nobody is: "F-16 bombers", "Apaches"; a suicide bomber is somebody."""
        planes = {token.lemma_.lower(), token.lower_} & classes()["aircraft_word"]
        return bool(planes) and not self.is_bomber(token)

    def is_bomber(self, token: Token) -> bool:
        """A person who sets off a bomb: "a suicide bomber", "the alleged bomber"."""
        said = {c.lower_ for c in children(token, "compound", "amod", "nmod")}
        return token.lemma_.lower() == "bomber" and bool(said & classes()["bomber_word"])

    def makers(self, token: Token) -> list[Entity]:
        """Whose weapon it is: "Russian missiles hit ...", "a Ukrainian drone struck ..."."""
        if not self.is_a(token, "weapon") or self.is_bomber(token):
            return []
        out = []
        for word in children(token, "amod", "compound", "poss", "nmod"):
            code = authority.demonyms().get(word.text)
            out += [self.state(code, word, word)] if code else self.entities(word)
        return out

    def nation(self, token: Token) -> list[Entity]:
        """The state whose act it is: "Russian shelling"; a people without a state has none."""
        people = token.text in load_yaml("anaphora.yml")["stateless"]
        code = None if people else authority.demonyms().get(token.text)
        return [self.state(code, token, token)] if code else []

    def side(self, token: Token) -> list[Entity]:
        """ "Army abuses", "a rebel attack": who stands before the noun of an act without a name."""
        if token.pos_ not in ("NOUN", "ADJ") or not self.is_a(token, "side_before"):
            return []
        add_nominal(self.cast, nominal_phrase(token, token, {}, same_as=None, apposition=False))
        return self.entities(token)

    def state(self, code: str, first: Token, last: Token, mention: bool = True) -> Entity:
        """A country's name in an actor's part is a mention of its state."""
        entity = self.cast.state(authority.states()[code])
        if mention:
            self.cast.mention(entity, first.i, last.i + 1, last.i, "named")
        return entity
