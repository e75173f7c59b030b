"""Reports with their sources known: statements, how they nest, and the chain of sources above a place in
the text.

A source that was once quoted through a medium stays a source at second hand: when the commander whom a
newspaper quoted "also
said" something, the newspaper is still where we know it from.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scripts.annotate.paragraphs import together
from scripts.annotate.quotations import is_quoted_sentence
from scripts.annotate.report import Report
from scripts.annotate.speech_cues import cues
from scripts.annotate.syntax import children, span
from scripts.extract.sources import Sources, is_made_up, is_own_voice


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
        self.said: list[Said] = []
        self.unresolved: list[tuple[int, int]] = []
        self._outer: dict[int, int] = {}
        sources = Sources(doc)
        for report in doc._.reports:
            last = self.said[-1] if self.said else None
            entity = sources.of(report, None if last is None else (last.report.cue, last.entity))
            if is_made_up(doc[report.source]):
                self.unresolved.append(report.content)
                continue
            if entity is None:
                inside = self.innermost(report.cue) is not None and doc[report.source].lower_ in ("i", "we")
                if not inside and not is_own_voice(doc[report.source], doc[report.cue]):
                    self.unresolved.append(report.content)
                continue
            parent = self._parent(report)
            if parent is not None and self.said[parent].report.content == report.content:
                parent = self.said[parent].parent
            medium = sources.medium(report, entity, tuple(s.entity for s in self.said))
            if medium is not None and medium.index not in (entity.index, sources.publisher):
                self.said.append(Said(report, medium.index, parent))
                parent = len(self.said) - 1
            self.said.append(Said(report, entity.index, parent))
            if parent is not None and self._passes_on(parent, entity.index):
                self._outer.setdefault(entity.index, parent)

    def _passes_on(self, parent: int, entity: int) -> bool:
        """Whether a source stays one at second hand: no document without an author is between."""
        outer = self.doc._.cast.entities[self.said[parent].entity]
        return outer.index != entity and not outer.is_document

    def _parent(self, report: Report) -> int | None:
        """The statement around a report; not that of whoever only answers it ("X rejected a claim by Y
        that ...").
        """
        parent = self.innermost(report.cue)
        while parent is not None and self.said[parent].report.stance == "denied":
            content = self.said[parent].report.content
            if (
                self.doc[content[0] : content[1]].root.lemma_.lower()
                not in cues().nouns.keys() | cues().documents
            ):
                break
            parent = self.said[parent].parent
        return parent

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
        if own is None and self.retold(position) is None and is_quoted_sentence(self.doc[position]):
            return True
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
            later = outer is not None and self.said[outer].report.cue < self.said[found[0]].report.cue
            if outer is not None and later and outer not in found and first not in inside:
                found = [*self.chain(outer, inside | {first}), *found]
        unique: list[int] = []
        for n in found:
            # "X said that Y reports ..., X said": what stands between a source and itself is its own
            speakers = [self.said[u].entity for u in unique]
            if self.said[n].entity in speakers:
                del unique[speakers.index(self.said[n].entity) :]
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
        cues_at = [(s.report.cue, n) for n, s in enumerate(self.said)]
        if any(sentence.start <= cue < sentence.end for cue, _ in cues_at):
            return None
        before = max(((c, -n) for c, n in cues_at if c < sentence.start), default=None)
        after = min(((c, n) for c, n in cues_at if c >= sentence.end), default=None)
        if before is None or after is None or not together(self.doc, before[0], after[0]):
            return None
        last, following = self.said[-before[1]], self.said[after[1]]
        if self._is_anothers(sentence.root, last.entity):
            return None
        adjacent = self.doc[before[0]].sent.end == sentence.start
        return -before[1] if adjacent and last.entity == following.entity else None

    def _is_anothers(self, verb: Token, speaker: int) -> bool:
        """ "Doe vowed to remember the dead": between two sentences of somebody else, told by nobody but
        the narrator.
        """
        doers = [self.doc._.cast.of(s) for s in children(verb, "nsubj")]
        speaks = verb.lemma_.lower() in cues().verbs
        return speaks and any(e is not None and e.is_person and e.index != speaker for e in doers)

    def text(self, n: int) -> str:
        return str(span(self.doc, self.said[n].report.content).text)
