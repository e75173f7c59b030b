"""Whose words a report holds, and through which medium they come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast, Entity
from scripts.annotate.report import Report
from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_sources import author, person_after, speaks
from scripts.annotate.syntax import agents, behind, children
from scripts.reference import load_yaml


class Sources:
    """The sources of one document's reports; `publisher` is the actor that publishes it, where it is
    known.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cast: Cast = doc._.cast
        self.publisher = _publisher(doc, self.cast)
        self.is_signed = doc._.article is not None and doc._.article.metadata.publisher is not None

    def of(self, report: Report, last: tuple[int, int] | None) -> Entity | None:
        """Who says it; `last`: cue and actor of the statement before."""
        source = self.doc[report.source]
        return self._author_before(report, last) or self._author_known(source) or self._named_by(source)

    def medium(self, report: Report, entity: Entity, said: tuple[int, ...]) -> Entity | None:
        """Through whom the words of `entity` come; `said`: the actors of the statements before."""
        return self._passing_on(report, said) or self._retold(entity, said)

    def _named_by(self, token: Token) -> Entity | None:
        """The actor that a source's words name; a noun phrase that names nobody else becomes an unnamed
        actor of its own.
        """
        if token.lower_ in cues().mute or token.lemma_.lower() in cues().hearsay:
            return None
        entity = self.cast.of(token)
        if entity is not None and not entity.is_named and token.is_title and token.pos_ == "PROPN":
            person = person_after(token)  # "Deputy Under Secretary of the Treasury Jane Doe"
            entity = (None if person is None else self.cast.of(person)) or entity
        if entity is None and token.pos_ in ("NUM", "PRON"):  # "one of them, a teacher, said"
            beside = (self.cast.of(a) for a in children(token, "appos"))
            entity = next((e for e in beside if e is not None), None) or self._counted(token)
        if entity is not None or token.pos_ not in ("NOUN", "PROPN"):
            return entity
        if token.pos_ == "PROPN" and token.ent_type_ in ("DATE", "GPE", "LOC") and not _has_age(token):
            return None
        if token.pos_ == "NOUN" and not speaks(token):
            return None
        start, end = token.left_edge.i, token.i + 1
        words = [t for t in token.doc[start:end] if t.dep_ != "det"]
        name = " ".join("".join(t.text_with_ws for t in words).split())
        entity = self.cast.new(
            name=name,
            actor_type="group",
            is_named=False,
            country_code=None,
            entry=None,
            plural=token.tag_.endswith("S"),
            lemma=token.lemma_.lower(),
        )
        self.cast.mention(entity, start, end, token.i, "nominal")
        return entity

    def _counted(self, number: Token) -> Entity | None:
        """ "Of 48 former inmates, 31 said ...", "31 of the inmates said ...": so many of them."""
        if number.pos_ != "NUM":
            return None
        among = [o for o in behind(number, "of") + behind(number.head, "of") if o.pos_ == "NOUN"]
        if not among:
            return None
        whole = self.doc[among[0].left_edge.i : among[0].i + 1].text
        entity = self.cast.new(
            name=" ".join(f"{number.text} of {whole}".split()),
            actor_type="group",
            is_named=False,
            country_code=None,
            entry=None,
            plural=True,
            lemma=among[0].lemma_.lower(),
        )
        self.cast.mention(entity, number.i, number.i + 1, number.i, "nominal")
        return entity

    def _author_known(self, source: Token) -> Entity | None:
        """ "The report said ..." in a text that told, before, of one report only and whose it is."""
        lemma = source.lemma_.lower()
        definite = any(c.lower_ in ("the", "this", "that") for c in source.children)
        if lemma not in cues().documents or not definite or author(source) != source:
            return None
        same = [t for t in self.doc[: source.i] if t.lemma_.lower() == lemma and t.pos_ == "NOUN"]
        whose = [self.cast.of(w) for t in same if (w := _writer(t)) is not None]
        authors = {
            e.index: e for e in whose if e is not None and (not e.is_person or lemma in cues().personal)
        }
        return next(iter(authors.values())) if len(authors) == 1 else None

    def _passing_on(self, report: Report, said: tuple[int, ...]) -> Entity | None:
        """Through whom a report comes. Whom a source "told" counts only where it is a medium that is known
        not to
        publish this text: the publisher is somebody else, or the text reports of that medium as of another.
        """
        if report.through is None:
            return None
        medium = self.cast.of(self.doc[report.through])
        told = self.doc[report.through].head.lemma_ in ("tell", "with")
        if medium is None or not told:
            return medium
        if self.doc[report.through].pos_ == "NOUN":
            return None  # "told the broadcaster": most often the one that publishes this
        other = self.is_signed or medium.index in said
        return medium if medium.actor_type == "media" and other else None

    def _retold(self, entity: Entity, said: tuple[int, ...]) -> Entity | None:
        """ "Sources said ..." in a text that retells what another medium reports: they are that medium's
        sources.
        """
        if entity.is_named or entity.lemma != "source":
            return None
        cited = [self.cast.entities[e] for e in said]
        media = [e for e in cited if e.is_named and e.actor_type == "media" and e.index != self.publisher]
        return media[-1] if media else None

    def _author_before(self, report: Report, last: tuple[int, int] | None) -> Entity | None:
        """ "The statement said ..." right after somebody's words goes on with them."""
        source = self.doc[report.source]
        definite = any(c.lower_ in ("the", "this", "that") for c in source.children)
        if (
            last is None
            or source.lemma_.lower() not in cues().documents
            or not definite
            or author(source) != source
        ):
            return None
        begun = [t for t in self.doc[last[0] : source.i] if t.is_sent_start]
        writer = self.cast.entities[last[1]]
        answers = self.doc[last[0]].lemma_.lower()
        denies = answers in cues().verbs and cues().verbs[answers].stance == "denied"
        own = not writer.is_person or source.lemma_.lower() in cues().personal
        return writer if source.i > last[0] and len(begun) < 3 and own and not denies else None


def _writer(document: Token) -> Token | None:
    """Whose it is: "a report by X", "X said in a report", "a report released by X"."""
    whose = author(document)
    if whose != document:
        return whose
    released = [a for c in children(document, "acl") for a in agents(c)]
    verb = document.head.head
    said = document.dep_ == "pobj" and document.head.lower_ == "in" and verb.lemma_ in cues().verbs
    speakers = children(verb, "nsubj") if said and verb.pos_ == "VERB" else []
    return next(iter(released + speakers), None)


def _has_age(name: Token) -> bool:
    """ "Said Amina, 19": whoever has an age is a person, whatever the name is known for."""
    after = name.doc[name.i + 1 : name.i + 3]
    return len(after) == 2 and after[0].text == "," and after[1].like_num and len(after[1]) == 2


def is_own_voice(source: Token, cue: Token) -> bool:
    """ "We have concluded that ..." outside quotation marks, "the video shows ...", "according to hospital
    records": the
    document itself speaks.
    """
    thing = (
        source.pos_ == "NOUN" and not speaks(source) and (cue.lemma_ == "show" or cue.lower_ == "according")
    )
    return (thing or source.lower_ in ("i", "we")) and source._.quotation is None


def _publisher(doc: Doc, cast: Cast) -> int | None:
    name = doc._.article.metadata.publisher if doc._.article is not None else None
    return next((e.index for e in cast.entities if name is not None and name in e.forms), None)


def is_made_up(source: Token) -> bool:
    """ "Fabricated reports", "a fake letter": the text itself says that nothing of it is so."""
    words = {*load_yaml("modality.yml")["false"], *load_yaml("frames.yml")["classes"]["made_up"]}
    return any(c.lower_ in words for c in children(source, "amod"))
