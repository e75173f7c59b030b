"""Component `names`: proper names, segmented and classified.

The tagger finds runs of proper nouns; what a run holds is decided by authority files, by titles ("Treasury
Secretary
Steven Mnuchin": a body, a role, a person) and by the heads of organizations' names ("... Council",
"Ministry of ..."). A label
of the statistical entity recognizer counts only for names that nothing else explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from scripts import authority
from scripts.annotate.lexicon import Lexicon, lexicon
from scripts.authority import Entry

PARTICLES = {
    "al",
    "el",
    "ul",
    "ur",
    "bin",
    "bint",
    "ibn",
    "ben",
    "abu",
    "de",
    "da",
    "del",
    "di",
    "dos",
    "van",
    "von",
    "der",
    "la",
    "le",
    "ez",
    "es",
    "as",
    "ash",
    "-",
    "–",
}

Span.set_extension("name", default=None, force=True)
Token.set_extension("in_date", default=False, force=True)


@dataclass(frozen=True, slots=True)
class Name:
    """What a proper name names. `actor_type` is None for a name that may be a place only."""

    actor_type: str | None
    entry: Entry | None = None
    is_state_adjective: bool = False


@Language.factory("names")
class Names:
    """Writes `doc.spans["names"]`, non-overlapping, in order, each with `span._.name: Name`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.lexicon = lexicon()
        self.matcher, self.entries = _matcher(nlp)
        self.places: set[int] = set()

    def __call__(self, doc: Doc) -> Doc:
        self.places = {
            t.i for span in doc.spans.get("places", []) for t in span if span._.mention_type == "named"
        }
        for date in doc.spans.get("dates", []):
            for token in date:
                token._.in_date = True
        known = self.known(doc)
        taken = {t.i for span in known for t in span}
        found = list(known)
        for run in runs(doc):
            found += self.segment(run, [s for s in known if s.start >= run.start and s.end <= run.end], taken)
        spans = _voted(filter_spans(_merged(found, self.lexicon)))
        spans = filter_spans([*_defined(spans), *self.short_forms(doc, spans)])
        doc.spans["names"] = sorted((s for s in spans if s._.name is not None), key=lambda s: s.start)
        return doc

    def short_forms(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """Later mentions by a part of a name: a surname, an acronym that a bracket defined, the first word
        of a company's name.
        """
        forms: dict[str, tuple[int, str | None]] = {}
        for span in sorted(spans, key=lambda s: s.start):
            name: Name = span._.name
            for form in self.parts(span):
                forms.setdefault(form, (span.start, name.actor_type))
        taken = {t.i for span in spans for t in span}
        out = []
        for token in doc:
            known = forms.get(token.text)
            if (
                known is None
                or token.i in taken
                or not _in_run(token)
                or token.i < known[0]
                or token._.block is None
            ):
                continue
            before = token.nbor(-1) if token.i else None
            if (
                before is not None
                and _in_run(before)
                and before.i not in taken
                and not self.lexicon.is_title(before.text)
            ):
                continue
            start = token.i
            while (
                start
                and (doc[start - 1].text == "-" or doc[start - 1].lower_ in ("al", "el"))
                and not doc[start - 1].whitespace_
            ):
                start -= 1
            out.append(_named(doc[start : token.i + 1], known[1]))
        return out

    def parts(self, span: Span) -> list[str]:
        doc, words = span.doc, [t.text for t in span if t.text[0].isupper()]
        out = []
        bracket = [i for i in range(span.end, min(span.end + 2, len(doc))) if doc[i].text == "("]
        if bracket and bracket[0] + 2 < len(doc):
            for i in range(bracket[0] + 1, min(bracket[0] + 12, len(doc))):
                if doc[i].text in (")", "\n"):
                    break
                if (doc[i].text.isupper() and 2 <= len(doc[i].text) <= 8) or doc[i].text in words:
                    out.append(doc[i].text)
        kind = span._.name.actor_type
        if kind == "media" and len(words) > 1 and words[0] in ("Le", "The", "La", "El", "Al", "Der"):
            out.append(words[-1])
        if kind == "person" and len(words) > 1:
            out += [w for w in (span[-1].text, words[0]) if len(w) > 2 and not self.lexicon.is_title(w)]
        if (
            kind in ("company", "organization", "armed_group")
            and len(words) > 1
            and span._.name.entry is None
        ):
            first = words[0]
            if (
                len(first) > 3
                and first not in _state_words()
                and not self.lexicon.organization_type(first)
                and not span[0].is_stop
            ):
                out.append(first)
        return out

    def known(self, doc: Doc) -> list[Span]:
        spans = []
        for match_id, start, end in self.matcher(doc):
            span = doc[start:end]
            if span[0]._.block is None or not _is_proper(span):
                continue
            entry = self.entries[doc.vocab.strings[match_id]]
            span._.name = Name(entry.actor_type, entry)
            spans.append(span)
        return [s for s in filter_spans(spans) if not self.is_tail(s)]

    def is_tail(self, span: Span) -> bool:
        """A known name that is only the end of a longer name nobody knows: "Security Council" in "Supreme
        National Security Council".
        """
        before = span.doc[span.start - 1] if span.start else None
        return (
            before is not None
            and _in_run(before)
            and not self.lexicon.is_title(before.text)
            and self.lexicon.organization_type(span[-1].text) is not None
            and not any(form == before.text for form in _state_words())
        )

    def segment(self, run: Span, known: list[Span], taken: set[int]) -> list[Span]:
        """The names in the stretches of a run that no authority entry covers."""
        out: list[Span] = []
        for start, end in _gaps(run, known):
            out += self.classify(run.doc, start, end)
        return out

    def classify(self, doc: Doc, start: int, end: int) -> list[Span]:
        title = self.last_title(doc, start, end)
        if title is not None:
            return self.classify(doc, start, title) + (
                [_named(doc[title + 1 : end], "person")] if title + 1 < end else []
            )
        while start < end and doc[start].text in PARTICLES | {"the", "The"}:
            start += 1
        while start < end and (doc[end - 1].lower_ in PARTICLES or doc[end - 1].is_punct):
            end -= 1
        if start >= end:
            return []
        start = _after_office(doc, start, end, self.lexicon)
        head = self.organization_head(doc, start, end)
        if head is not None:
            body = doc[start : _with_of(doc, head, end)]
            rest = self.classify(doc, body.end, end) if body.end < end else []
            return [_named(body, self.lexicon.organization_type(doc[head].text)), *rest]
        span = doc[start:end]
        actor_type = self.unexplained(span)
        return [_named(span, actor_type)] if actor_type else []

    def last_title(self, doc: Doc, start: int, end: int) -> int | None:
        titles = [i for i in range(start, end) if self.is_title_at(doc, start, i) and (i + 1 < end)]
        return titles[-1] if titles and not self.organization_head(doc, titles[-1] + 1, end) else None

    def is_title_at(self, doc: Doc, start: int, i: int) -> bool:
        """An honorific stands before the whole name ("Sheikh Ali"), or it is a part of the name ("Mutasim
        Daw ...").
        """
        if not self.lexicon.is_title(doc[i].text):
            return False
        return (
            not self.lexicon.is_honorific(doc[i].text) or i == start or self.lexicon.is_title(doc[i - 1].text)
        )

    def organization_head(self, doc: Doc, start: int, end: int) -> int | None:
        """The last token that heads an organization's name, if another name token stands before it or "of"
        after it.
        """
        heads = [i for i in range(start, end) if self.lexicon.organization_type(doc[i].text)]
        for i in reversed(heads):
            of = (
                i + 1 < len(doc)
                and doc[i + 1].lower_ in ("of", "for")
                and i + 2 < len(doc)
                and doc[i + 2].text[:1].isupper()
            )
            if i > start or of:
                return i
        return None

    def unexplained(self, span: Span) -> str | None:
        """A person's or organization's name by its syntax; None where the text gives no evidence that it
        names an actor.
        """
        root = span.root
        if any(t.i in self.places for t in span):
            return None
        labels = {t.ent_type_ for t in span} - {""}
        if root.dep_ in ("compound", "nmod", "npadvmod", "amod") and root.head.i >= span.end:
            if not self.lexicon.is_person_noun(root.head.lemma_):
                return (
                    "person" if labels == {"PERSON"} and len(span) > 1 and root.head.pos_ == "PROPN" else None
                )
        if self.has_title(span) or self.has_person_apposition(span) or self.is_office_holder(span):
            return "person"
        described = self.described_as(span)
        if described is not None:
            return described
        if len(span) == 1:
            alone = labels == {"PERSON"} and root.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "dobj")
            return "person" if alone and span.text.isalpha() and len(span.text) > 2 else None
        the = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
        if "PERSON" in labels and not the:
            return "person"
        if (_is_speaker(root) or _is_party(root)) and not the:
            return "person"
        if (
            "ORG" in labels
            and not the
            and len(span) <= 3
            and all(t.is_alpha and t.is_title for t in span)
            and not any(t.is_stop for t in span)
        ):
            # The recognizer calls unfamiliar foreign names organizations; without an article or a word for
            # a body they are persons.
            return "person" if root.dep_ in ("nsubj", "nsubjpass", "poss", "agent") else None
        if "ORG" in labels and root.dep_ in (
            "nsubj",
            "nsubjpass",
            "poss",
            "agent",
            "pobj",
            "dobj",
            "appos",
            "conj",
        ):
            return "organization"
        return None

    def described_as(self, span: Span) -> str | None:
        """The kind that a noun right before the name or in apposition gives: "the firm X", "X, a charity"."""
        root = span.root
        beside = [c for c in root.children if c.dep_ == "appos" and c.i >= span.end] + (
            [root.head] if root.dep_ == "appos" else []
        )
        if (
            span.start
            and span.doc[span.start - 1].pos_ == "NOUN"
            and span.doc[span.start - 1]._.block is not None
        ):
            beside.append(span.doc[span.start - 1])
        for noun in beside:
            lemma = noun.lemma_.lower()
            if noun.pos_ == "NOUN" and self.lexicon.is_group_noun(lemma) and noun.tag_ == "NN":
                return self.lexicon.group_type(lemma)
        return None

    def has_title(self, span: Span) -> bool:
        if span.start == 0:
            return False
        before = span.doc[span.start - 1]
        return self.lexicon.is_title(before.text) and before.is_ancestor(span.root) | span.root.is_ancestor(
            before
        )

    def is_office_holder(self, span: Span) -> bool:
        """ "the spokesman for the cabinet Ali Amini": after an office and its body stands the person."""
        root = span.root
        office = root.head.head if root.dep_ == "pobj" and root.head.lower_ in ("of", "for") else None
        return (
            office is not None
            and (self.lexicon.is_title(office.text) or self.lexicon.is_person_noun(office.lemma_))
            and any(
                c.dep_ in ("compound", "nmod") and c.i < span.start and not self.lexicon.is_title(c.text)
                for c in root.children
            )
        )

    def has_person_apposition(self, span: Span) -> bool:
        root = span.root
        beside = [c for c in root.children if c.dep_ == "appos"] + (
            [root.head] if root.dep_ == "appos" else []
        )
        return any(self.lexicon.is_person_noun(t.lemma_) or self.lexicon.is_title(t.text) for t in beside)


def runs(doc: Doc) -> Iterator[Span]:
    """Maximal stretches of proper nouns, with the particles that stand inside names."""
    start: int | None = None
    for token in doc:
        if _in_run(token):
            start = token.i if start is None else start
        elif start is not None and not _joins(token):
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start : len(doc)]


def _in_run(token: Token) -> bool:
    return (
        token._.block is not None
        and not token._.in_date
        and token.tag_ in ("NNP", "NNPS")
        and (token.text[0].isupper() or token.text[0] in "’'")
    )


def _joins(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.lower_ in PARTICLES and after is not None and (_in_run(after) or after.lower_ in PARTICLES)


def _gaps(run: Span, known: list[Span]) -> Iterator[tuple[int, int]]:
    at = run.start
    for span in sorted(known, key=lambda s: s.start):
        if at < span.start:
            yield at, span.start
        at = max(at, span.end)
    if at < run.end:
        yield at, run.end


def _after_office(doc: Doc, start: int, end: int, words: Lexicon) -> int:
    """Where the person begins in "Secretary of State Jane Doe": behind an office that is known by all of
    its words.
    """
    office = doc[max(0, start - 2) : start + 1].text
    return (
        start + 1 if start + 1 < end and doc[start - 1].lower_ == "of" and words.is_title(office) else start
    )


def _defined(spans: list[Span]) -> list[Span]:
    """ "National Liberation Army (ELN)": an ambiguous name is the one whose known acronym stands in the
    bracket after it.
    """
    by_start = {s.start: s for s in spans}
    for span in spans:
        bracket = by_start.get(span.end + 1)
        if (
            bracket is None
            or span._.name.entry is not None
            or span.doc[span.end].text != "("
            or bracket._.name.entry is None
        ):
            continue
        if bracket.text.isupper() and bracket._.name.actor_type not in ("person", "state"):
            span._.name = bracket._.name
    return spans


def _voted(spans: list[Span]) -> list[Span]:
    """One kind for all mentions of an unknown name: a person where any mention shows one."""
    kinds: dict[str, list[str]] = {}
    for span in spans:
        if span._.name.entry is None and span._.name.actor_type:
            kinds.setdefault(span.text, []).append(span._.name.actor_type)
    for span in spans:
        found = kinds.get(span.text, [])
        if span._.name.entry is None and "person" in found and len(set(found)) > 1:
            span._.name = Name("person")
    return spans


def _with_of(doc: Doc, head: int, end: int) -> int:
    """Where "Ministry of Foreign Affairs" ends: the head, and a tail "of (the) Name (and Name)"."""
    stop = head + 1
    if stop + 1 < len(doc) and doc[stop].lower_ in ("of", "for") and doc[stop]._.block is not None:
        tail = stop + 1
        if doc[tail].lower_ == "the" and tail + 1 < len(doc):
            tail += 1
        if _in_run(doc[tail]):
            while (
                tail < len(doc)
                and not (doc[tail].ent_type_ == "PERSON" and doc[tail - 1].ent_type_ != "PERSON")
                and (
                    _in_run(doc[tail])
                    or (doc[tail].lower_ == "and" and tail + 1 < len(doc) and _in_run(doc[tail + 1]))
                )
            ):
                tail += 1
            return tail
    return stop


def _merged(spans: list[Span], words: Lexicon) -> list[Span]:
    """A known name right before the rest of an organization's name is part of it: "Herat" + "Provincial
    Council".
    """
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        before = out[-1] if out else None
        if (
            before is not None
            and before.end == span.start
            and span._.name.entry is None
            and span._.name.actor_type not in ("person", None)
            and before._.name.entry is not None
        ):
            joined = span.doc[before.start : span.end]
            joined._.name = Name(span._.name.actor_type)
            out[-1] = joined
        elif (
            before is not None
            and before.end == span.start
            and before._.name.actor_type in ("armed_group", "organization", "government_body")
            and span._.name.actor_type == "state"
        ):
            joined = span.doc[before.start : span.end]  # "Hezbollah Afghanistan" is not Hezbollah
            joined._.name = Name(before._.name.actor_type)
            out[-1] = joined
        else:
            out.append(span)
    return out


def _named(span: Span, actor_type: str | None) -> Span:
    span._.name = Name(actor_type)
    return span


def _is_proper(span: Span) -> bool:
    """At least one token is tagged as a name, so that an alias that is also a common word is not taken for
    one.
    """
    return (
        any(t.tag_ in ("NNP", "NNPS") for t in span)
        or (len(span) > 1 and span.text[0].isupper())
        or span.text.isupper()
    )


def _is_speaker(root: Token) -> bool:
    from scripts.reference import load_yaml

    return root.dep_ in ("nsubj", "agent") and root.head.lemma_.lower() in load_yaml("cues.yml")["verbs"]


def _is_party(root: Token) -> bool:
    """Somebody to whom is done what is done to people: "sanctioned Jane Doe", "Jane Doe was arrested"."""
    from scripts.reference import load_yaml

    verbs = {*load_yaml("sanctions.yml")["verbs"], *load_yaml("anaphora.yml")["done_to_persons"]}
    return root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_.lower() in verbs


@cache
def _state_words() -> frozenset[str]:
    return frozenset(authority.demonyms()) | {form for e in authority.states().values() for form in e.forms}


@cache
def _entries() -> dict[str, Entry]:
    """Form -> entry, for actors and states."""
    return {
        form: entry for entry in (*authority.states().values(), *authority.actors()) for form in entry.forms
    }


def _matcher(nlp: Language) -> tuple[PhraseMatcher, dict[str, Entry]]:
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    entries = {}
    for form, entry in _entries().items():
        key = f"{entry.actor_type}/{entry.name}"
        entries[key] = entry
        matcher.add(key, [nlp.make_doc(form)])
    return matcher, entries
