"""Reports with their sources known: statements, how they nest, and the chain of sources above a place in
the text.

A source that was once quoted through a medium stays a source at second hand: when the commander whom a
newspaper quoted "also
said" something, the newspaper is still where we know it from.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scripts.annotate.cast import Cast, Entity
from scripts.annotate.report import Report
from scripts.annotate.speech_cues import cues
from scripts.annotate.speech_sources import author, speaks
from scripts.annotate.syntax import span


@dataclass(frozen=True)
class Said:
    """A report whose source is an actor; `parent` is the position of the statement around it."""

    report: Report
    entity: int
    parent: int | None


class Statements:
    """The statements of a document; `unresolved` holds the contents of reports whose source is nobody we
    know.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        cast: Cast = doc._.cast
        self.said: list[Said] = []
        self.unresolved: list[tuple[int, int]] = []
        self._outer: dict[int, int] = {}
        publisher = _publisher(doc, cast)
        for report in doc._.reports:
            entity = self._author_before(report) or self.source(cast, doc[report.source])
            if entity is None:
                if not _is_own_voice(doc[report.source], doc[report.cue]):
                    self.unresolved.append(report.content)
                continue
            parent = self._parent(report)
            if parent is not None and self.said[parent].report.content == report.content:
                parent = self.said[parent].parent
            medium = self._medium(report, publisher) or self._retold_medium(entity, publisher)
            if medium is not None and medium.index not in (entity.index, publisher):
                self.said.append(Said(report, medium.index, parent))
                parent = len(self.said) - 1
            self.said.append(Said(report, entity.index, parent))
            if parent is not None and self.said[parent].entity != entity.index:
                self._outer.setdefault(entity.index, parent)

    def source(self, cast: Cast, token: Token) -> Entity | None:
        """The actor that a source's words name; a noun phrase that names nobody else becomes an unnamed
        actor of its own.
        """
        entity = cast.of(token)
        if entity is not None and not entity.is_named and token.is_title and token.pos_ == "PROPN":
            person = _person_after(cast, token)  # "Deputy Under Secretary of the Treasury Jane Doe"
            entity = person or entity
        if entity is not None or token.pos_ not in ("NOUN", "PROPN"):
            return entity
        if token.pos_ == "PROPN" and token.ent_type_ in ("DATE", "GPE", "LOC"):
            return None
        if token.pos_ == "NOUN" and not speaks(token):
            return None
        start, end = token.left_edge.i, token.i + 1
        words = [t for t in token.doc[start:end] if t.dep_ != "det"]
        name = " ".join("".join(t.text_with_ws for t in words).split())
        entity = cast.new(
            name=name,
            actor_type="group",
            is_named=False,
            country_code=None,
            entry=None,
            plural=token.tag_.endswith("S"),
            lemma=token.lemma_.lower(),
        )
        cast.mention(entity, start, end, token.i, "nominal")
        return entity

    def _parent(self, report: Report) -> int | None:
        """The statement around a report; not that of whoever only answers it ("X rejected a claim by Y that ...")."""
        parent = self.innermost(report.cue)
        while parent is not None and self.said[parent].report.stance == "denied":
            content = self.said[parent].report.content
            if self.doc[content[0] : content[1]].root.lemma_.lower() not in cues().nouns.keys() | cues().documents:
                break
            parent = self.said[parent].parent
        return parent

    def _medium(self, report: Report, publisher: int | None) -> Entity | None:
        """Through whom a report comes. Whom a source "told" counts only where it is a medium that is known not to
        publish this text: the publisher is somebody else, or the text reports of that medium as of another.
        """
        cast: Cast = self.doc._.cast
        if report.through is None:
            return None
        medium = cast.of(self.doc[report.through])
        told = self.doc[report.through].head.lemma_ in ("tell", "with")
        if medium is None or not told:
            return medium
        other = publisher is not None or any(s.entity == medium.index for s in self.said)
        return medium if medium.actor_type == "media" and other else None

    def _retold_medium(self, entity: Entity, publisher: int | None) -> Entity | None:
        """ "Sources said ..." in a text that retells what another medium reports: they are that medium's sources."""
        if entity.is_named or entity.lemma != "source":
            return None
        cited = [self.doc._.cast.entities[s.entity] for s in self.said]
        media = [e for e in cited if e.is_named and e.actor_type == "media" and e.index != publisher]
        return media[-1] if media else None

    def _author_before(self, report: Report) -> Entity | None:
        """ "The statement said ..." right after somebody's words goes on with them."""
        source = self.doc[report.source]
        definite = any(c.lower_ in ("the", "this", "that") for c in source.children)
        if source.lemma_.lower() not in cues().documents or not definite or author(source) != source:
            return None
        last = self.said[-1] if self.said else None
        near = last is not None and 0 < len(list(self.doc[last.report.cue : source.i].sents)) <= 3
        return self.doc._.cast.entities[last.entity] if last is not None and near else None

    def innermost(self, position: int) -> int | None:
        """The smallest statement in whose content a token stands."""
        inside = [
            (s.report.content[1] - s.report.content[0], -n)
            for n, s in enumerate(self.said)
            if s.report.content[0] <= position < s.report.content[1]
        ]
        return -min(inside)[1] if inside else None

    def is_unresolved(self, position: int) -> bool:
        """Somebody says this, and it is not known who."""
        own = self.innermost(position)
        size = None if own is None else self.said[own].report.content[1] - self.said[own].report.content[0]
        return any(a <= position < b and (size is None or b - a <= size) for a, b in self.unresolved)

    def chain(self, innermost: int | None, inside: frozenset[int] = frozenset()) -> tuple[int, ...]:
        """Statements from the outermost to `innermost`, without repeating a source; `inside`: entities whose
        outer source is being looked for (two people may each have quoted the other).
        """
        found: list[int] = []
        at = innermost
        while at is not None and at not in found:
            found.insert(0, at)
            at = self.said[at].parent
        if found:
            first = self.said[found[0]].entity
            outer = self._outer.get(first)
            if outer is not None and outer not in found and first not in inside:
                found = [*self.chain(outer, inside | {first}), *found]
        unique: list[int] = []
        for n in found:
            if unique and self.said[unique[-1]].entity == self.said[n].entity:
                unique[-1] = n
            else:
                unique.append(n)
        return tuple(unique)

    def around(self, position: int) -> int | None:
        """The statement that a token belongs to: by content, or between two sentences of one speaker in
        one paragraph.
        """
        own = self.innermost(position)
        return own if own is not None else self.retold(position)

    def retold(self, position: int) -> int | None:
        sentence = self.doc[position].sent
        before = [
            n
            for n, s in enumerate(self.said)
            if s.report.cue < sentence.start and self._same_block(s.report.cue, position)
        ]
        after = [
            n
            for n, s in enumerate(self.said)
            if s.report.cue >= sentence.end and self._same_block(position, s.report.cue)
        ]
        if not before or not after or any(sentence.start <= s.report.cue < sentence.end for s in self.said):
            return None
        last, following = (
            max(before, key=lambda n: self.said[n].report.cue),
            min(after, key=lambda n: self.said[n].report.cue),
        )
        adjacent = self.doc[self.said[last].report.cue].sent.end == sentence.start
        return last if adjacent and self.said[last].entity == self.said[following].entity else None

    def _same_block(self, a: int, b: int) -> bool:
        return all(t._.block is not None for t in self.doc[a:b])

    def text(self, n: int) -> str:
        return str(span(self.doc, self.said[n].report.content).text)


def _is_own_voice(source: Token, cue: Token) -> bool:
    """ "We have concluded that ..." outside quotation marks, "the video shows ...", "according to hospital records": the
    document itself speaks.
    """
    thing = source.pos_ == "NOUN" and not speaks(source) and (cue.lemma_ == "show" or cue.lower_ == "according")
    return (thing or source.lower_ in ("i", "we")) and source._.quotation is None


def _publisher(doc: Doc, cast: Cast) -> int | None:
    name = doc._.article.metadata.publisher if doc._.article is not None else None
    return next((e.index for e in cast.entities if name is not None and name in e.forms), None)


def _person_after(cast: Cast, token: Token) -> Entity | None:
    end = next(
        (t.i for t in token.doc[token.i :] if t.pos_ in ("VERB", "AUX", "PUNCT", "SPACE") and t.text != "-"),
        len(token.doc),
    )
    found = [
        e
        for t in token.doc[token.i + 1 : end]
        for e in [cast.of(t)]
        if e is not None and e.is_person and e.is_named
    ]
    return found[-1] if found else None
