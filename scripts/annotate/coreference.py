"""Component `coreference`: mentions -> actors of one document.

Names join by authority entry, alias, acronym, surname, and by one letter's difference in a given name with
the same surname;
organizations never join by containment. Definite descriptions ("the commander", "the ministry") go back to
the last actor they
fit, states gather behind capitals, demonyms and "the regime", pronouns take the nearest fitting actor or
none.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from scripts import authority
from scripts.annotate.cast import Cast, Entity
from scripts.annotate.lexicon import lexicon
from scripts.annotate.nominals import Nominal, nominals
from scripts.annotate.pronouns import resolve_pronouns
from scripts.reference import load_yaml

Doc.set_extension("cast", default=None, force=True)

DEFINITE = {"the", "this", "that", "these", "those"}


@Language.factory("coreference")
class Coreference:
    """Writes `doc._.cast: Cast`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.words = lexicon()

    def __call__(self, doc: Doc) -> Doc:
        cast = Cast(doc)
        taken: set[int] = set()
        events: list[tuple[int, Span | Nominal]] = [(s.start, s) for s in doc.spans["names"]]
        # What is the same as a name is read after that name, though it may stand before it ("spokesman Ali
        # Reza").
        events += [(s.start, s) for s in metonyms(doc)]
        events += [(max(n.head.i, (n.same_as or 0) + 1), n) for n in nominals(doc)]
        for _, item in sorted(events, key=lambda e: e[0]):
            if isinstance(item, Span):
                self.add_name(cast, item)
            elif item.head.i not in taken:
                self.add_nominal(cast, item)
        resolve_pronouns(cast)
        doc._.cast = cast
        return doc

    # -- proper names

    def add_name(self, cast: Cast, span: Span) -> None:
        name = span._.name
        if name is None:
            cast.mention(
                cast.state(authority.states()[span._.place.country_code]),
                span.start,
                span.end,
                span.root.i,
                "named",
            )
            return
        known_as = self.other_name_of(cast, span)
        if known_as is not None:
            cast.mention(known_as, span.start, span.end, span.root.i, "named")
            return
        if name.entry is not None and name.entry.actor_type == "state" and not is_agent_name(span):
            return
        entity = self.find(cast, span) or cast.new(
            name=name.entry.name if name.entry else canonical(span.text),
            actor_type=name.actor_type,
            is_named=True,
            country_code=name.entry.country_code if name.entry else None,
            entry=name.entry,
            plural=name.actor_type in ("armed_group", "group"),
        )
        cast.mention(entity, span.start, span.end, span.root.i, "named")
        self.take_bracket(cast, entity, span)

    def find(self, cast: Cast, span: Span) -> Entity | None:
        name, text = span._.name, canonical(span.text)
        if name.entry is not None:
            return next((e for e in cast.entities if e.entry == name.entry), None)
        for entity in reversed(cast.entities):
            if entity.is_named and text in entity.forms:
                return entity
        if len(span) == 1 and name.actor_type != "person":
            return next(
                (
                    e
                    for e in reversed(cast.entities)
                    if e.is_named and e.actor_type == name.actor_type and text in e.name.split()
                ),
                None,
            )
        if name.actor_type == "person":
            return next(
                (
                    e
                    for e in reversed(cast.entities)
                    if e.actor_type == "person" and e.is_named and same_person(text, e.name)
                ),
                None,
            )
        return None

    def other_name_of(self, cast: Cast, span: Span) -> Entity | None:
        """ "X, also known as Y"."""
        before = span.doc[max(0, span.start - 3) : span.start].text.lower()
        if not before.endswith(("known as", "aka", "a.k.a.", "alias", "formerly", "known as the")):
            return None
        participle = next((t for t in span.root.ancestors if t.lemma_ == "know"), None)
        head = (
            participle.head
            if participle is not None and participle.dep_ in ("acl", "amod", "relcl")
            else None
        )
        return cast.of(head) if head is not None else None

    def take_bracket(self, cast: Cast, entity: Entity, span: Span) -> None:
        """ "Islamic Revolutionary Guard Corps (IRGC)": what stands in brackets right after a name is one
        of its names.
        """
        doc = span.doc
        start = next(
            (i + 1 for i in range(span.end, min(span.end + 2, len(doc))) if doc[i].text == "("), None
        )
        if start is None:
            return
        for token in doc[start : start + 10]:
            if token.text == ")" or token._.block is None:
                break
            if (token.text.isupper() and 2 <= len(token.text) <= 8) or token.text in span.text.split():
                entity.forms.add(token.text)

    # -- descriptions

    def add_nominal(self, cast: Cast, nominal: Nominal) -> None:
        if nominal.same_as is not None:
            if nominal.same_as not in cast.at:
                return
            entity = cast.entities[cast.at[nominal.same_as]]
            if entity.is_person != (nominal.actor_type == "person") or entity.actor_type == "state":
                return
            entity.roles.add(nominal.lemma)
            if nominal.is_apposition:
                entity.description = entity.description or nominal.description
                entity.country_code = entity.country_code or self.country_of(cast, nominal)
            cast.mention(entity, nominal.start, nominal.end, nominal.head.i, "nominal")
            return
        entity = (
            self.body_of(cast, nominal)
            or self.antecedent(cast, nominal)
            or self.repeated(cast, nominal)
            or self.state_behind(cast, nominal)
            or self.new(cast, nominal)
        )
        cast.mention(entity, nominal.start, nominal.end, nominal.head.i, "nominal")

    def new(self, cast: Cast, nominal: Nominal) -> Entity:
        return cast.new(
            name=nominal.name,
            actor_type=nominal.actor_type,
            is_named=nominal.is_institution
            and not nominal.is_numbered
            and (nominal.owner is not None or nominal.country is not None),
            country_code=self.country_of(cast, nominal),
            entry=None,
            plural=nominal.is_plural,
            lemma=nominal.lemma,
            modifiers=nominal.modifiers,
        )

    def antecedent(self, cast: Cast, nominal: Nominal) -> Entity | None:
        """The last actor that a definite description fits: same noun, or a noun for its kind, and no other
        modifiers.
        """
        if nominal.determiner not in DEFINITE or nominal.is_numbered:
            return None
        for entity in reversed(cast.by_recency()):
            if nominal.modifiers - entity.modifiers - set(entity.name.split()):
                continue
            if entity.lemma == nominal.lemma and entity.plural == nominal.is_plural:
                return entity
            whole = (
                nominal.is_plural
                and nominal.lemma in load_yaml("anaphora.yml")["collectives"]
                and entity.actor_type == "armed_group"
            )
            if entity.is_named and (whole or not nominal.is_plural) and nominal.fits(entity):
                return entity
        return None

    def repeated(self, cast: Cast, nominal: Nominal) -> Entity | None:
        """The same description word for word in the same paragraph, or of the same country's institution
        anywhere.
        """
        for entity in reversed(cast.by_recency()):
            if (
                entity.lemma != nominal.lemma
                or entity.entry is not None
                or (entity.is_named and not nominal.is_institution)
            ):
                continue
            if (
                nominal.country is not None
                and nominal.is_institution
                and entity.is_named
                and entity.country_code == nominal.country
            ) and (nominal.modifiers <= entity.modifiers or entity.modifiers <= nominal.modifiers):
                return entity
            if (
                entity.name == nominal.name
                and same_block(cast.doc, entity.mentions[-1].head, nominal.head.i)
                and not nominal.is_numbered
            ):
                return entity
        return None

    def body_of(self, cast: Cast, nominal: Nominal) -> Entity | None:
        """ "Houthi forces", "the Shia ethnic group": an armed group's fighters as a whole are the group."""
        collective = load_yaml("anaphora.yml")["collectives"]
        if (
            nominal.lemma not in collective
            or nominal.owner is None
            or nominal.is_numbered
            or nominal.owner not in cast.at
        ):
            return None
        owner = cast.entities[cast.at[nominal.owner]]
        before = cast.doc[nominal.owner]
        if (
            owner.actor_type not in ("armed_group", "group")
            or not owner.is_named
            or before.dep_ == "poss"
            or before.i > nominal.head.i
        ):
            return None
        return owner

    def state_behind(self, cast: Cast, nominal: Nominal) -> Entity | None:
        """ "The Iranian regime", "Sudan's government", "the regime" after either: the state; "the
        Emiratis" too.
        """
        if (
            nominal.determiner == "the"
            and nominal.is_demonym
            and not nominal.is_numbered
            and not nominal.modifiers
            and nominal.country
        ):
            return cast.state(authority.states()[nominal.country])
        if nominal.lemma not in self.words.government_nouns:
            return None
        code = nominal.country
        if code is None and nominal.determiner in DEFINITE and not nominal.modifiers:
            before = [e for e in cast.by_recency() if e.actor_type == "state"]
            return before[-1] if before else None
        if code is None:
            return None
        return cast.state(authority.states()[code])

    def country_of(self, cast: Cast, nominal: Nominal) -> str | None:
        if nominal.country is not None:
            return nominal.country
        if nominal.owner is not None and nominal.owner in cast.at:
            return cast.entities[cast.at[nominal.owner]].country_code
        return None


def metonyms(doc: Doc) -> list[Span]:
    """Capitals and countries whose names stand for the state, where no name span says so: "Tehran's
    meddling".
    """
    covered = {t.i for s in doc.spans["names"] for t in s}
    return [
        s
        for s in doc.spans["places"]
        if s._.place_sense == "actor"
        and s._.mention_type == "named"
        and not any(t.i in covered for t in s)
        and is_capital(s)
    ]


def is_capital(place: Span) -> bool:
    country = authority.countries().get(place._.place.country_code or "")
    return (
        country is not None
        and country.capital is not None
        and place._.place.name in (country.capital, *country.metonyms)
    )


def is_agent_name(span: Span) -> bool:
    """A country's or capital's name that stands for its state: the places component says so, by syntax."""
    doc = span.doc
    for place in doc.spans.get("places", []):
        if place.start < span.end and place.end > span.start:
            return bool(place._.place_sense == "actor")
    return span.root.dep_ in ("nsubj", "nsubjpass", "agent", "dobj", "poss", "conj", "pobj")


def same_block(doc: Doc, a: int, b: int) -> bool:
    return all(t._.block is not None for t in doc[min(a, b) : max(a, b)])


def canonical(text: str) -> str:
    """White space folded, and without the full stop that a sentence lends to "Corp" at its end."""
    folded = " ".join(text.split())
    return folded[:-1] if folded.endswith((" Corp.", " Inc.", " Ltd.", " Co.", " Bros.")) else folded


def same_person(short: str, full: str) -> bool:
    """A surname or given name of a known full name, or the same name spelt with one letter's difference
    before the surname.
    """
    a, b = (
        [w.removeprefix("al-").removeprefix("el-").removeprefix("Al-") for w in name.split()]
        for name in (short, full)
    )
    if len(a) == 1:
        return len(b) > 1 and (a[0] == b[-1] or a[0] == b[0])
    if a[-1] != b[-1]:
        return False
    if len(a) == len(b):
        return sum(_distance(x, y) for x, y in zip(a, b, strict=True)) <= 1
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    return all(word in longer for word in shorter)


def _distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def entity_at(doc: Doc, token: Token) -> Entity | None:
    cast: Cast = doc._.cast
    return cast.entities[cast.at[token.i]] if token.i in cast.at else None
