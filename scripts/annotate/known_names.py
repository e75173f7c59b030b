"""Names that the authority files of states and actors know, matched word for word."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from scripts import authority
from scripts.annotate.lexicon import lexicon
from scripts.annotate.name_runs import in_run
from scripts.annotate.proper_name import Name, named
from scripts.annotate.state_words import is_state_word
from scripts.authority import Entry


class KnownNames:
    """Matches all forms of all entries; loading takes a pass over the authority files."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.entries: dict[str, Entry] = {}
        for form, entry in _entries().items():
            key = f"{entry.actor_type}/{entry.name}"
            self.entries[key] = entry
            self.matcher.add(key, [nlp.make_doc(spelling) for spelling in _spellings(form)])

    def find(self, doc: Doc) -> list[Span]:
        """Spans with `span._.name`, longest first where matches overlap."""
        spans = []
        for match_id, start, end in self.matcher(doc):
            span = doc[start:end]
            if span[0].lower_ == "the" and span.root.i == start and end - start > 1:
                span = doc[start + 1 : end]  # "the EU sanctions list": the tree hangs "the" on the list
            if span[0]._.block is None or not _is_proper(span) or _begins_inside(span):
                continue
            entry = self.entries[doc.vocab.strings[match_id]]
            span._.name = Name(entry.actor_type, entry)
            spans.append(span)
        return [s for s in filter_spans(spans) if not _is_tail(s)]


def sites(doc: Doc) -> list[Span]:
    """Media that are called by their address: "turkmen.news"."""
    found = [doc[t.i : t.i + 1] for t in doc if t.like_url and "/" not in t.text]
    return [named(s, "media") for s in found if s[0]._.block is not None]


def _spellings(form: str) -> set[str]:
    """A name with its apostrophes as typewriters, typesetters and transliterators write them."""
    return {form.replace("'", mark).replace("’", mark) for mark in ("'", "’", "‘", "ʿ", "`")}


@cache
def _entries() -> dict[str, Entry]:
    """Form -> entry, for actors and states."""
    return {
        form: entry for entry in (*authority.states().values(), *authority.actors()) for form in entry.forms
    }


def _is_proper(span: Span) -> bool:
    """At least one token is tagged as a name, so that an alias that is also a common word is not taken for
    one.
    """
    return (
        any(t.tag_ in ("NNP", "NNPS") for t in span)
        or (len(span) > 1 and span.text[0].isupper())
        or span.text.isupper()
        or (span.text[0].isupper() and _is_tagged_elsewhere(span))
    )


def _is_tagged_elsewhere(span: Span) -> bool:
    """ "Wagner has left": taken for a common word here, and for a name elsewhere in the text."""
    word = span[0].text
    return len(span) == 1 and any(t.text == word and t.tag_ == "NNP" for t in span.doc)


def _begins_inside(span: Span) -> bool:
    """ "Sudan's army" in "South Sudan's army": another country's."""
    return span.start > 0 and is_state_word(span.doc[span.start - 1 : span.start + 1].text)


def _is_tail(span: Span) -> bool:
    """A known name that is only the end of a longer name nobody knows: "Security Council" in "Supreme
    National Security Council".
    """
    before = span.doc[span.start - 1] if span.start else None
    return (
        before is not None
        and in_run(before)
        and not lexicon().is_title(before.text)
        and lexicon().organization_type(span[-1].text) is not None
        and not is_state_word(before.text)
    )
