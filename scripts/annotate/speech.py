"""Component `speech`: who is reported to say what, read from the tree and the quotation marks.

A `Report` is syntax only: a cue, the tokens that name its source, and the stretch of its content. Who the
source *is* is decided later, by coreference. Patterns: clausal complements of reporting verbs, inverted and
parenthetical cues ("X, he said, Y"), quotations, "according to X", "X quoted Y as saying", accusations
("accused Z of doing"), nominal cues ("the claim that"), objects of denying and confirming, and quotations
without a cue that go on after one.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from scripts.annotate.report import Report
from scripts.annotate.speech_clauses import is_as_said
from scripts.annotate.speech_continued import carried_on, interview, introduced
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.speech_phrases import according, adjectival, nominal
from scripts.annotate.speech_sanctions import imposing
from scripts.annotate.speech_verbs import verbal
from scripts.annotate.syntax import children

Doc.set_extension("reports", default=(), force=True)


@Language.factory("speech")
class Speech:
    """Writes `doc._.reports`, in order of content."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.cues = cues()

    def __call__(self, doc: Doc) -> Doc:
        found = [report for token in doc if token.pos_ != "SPACE" for report in self.reports_at(token)]
        found += interview(doc)
        found += introduced(doc, found)
        found += carried_on(doc, found)
        unique = {(r.content, r.source): r for r in reversed(found)}
        doc._.reports = tuple(sorted(unique.values(), key=lambda r: (r.content[0], -r.content[1], r.cue)))
        return doc

    def reports_at(self, token: Token) -> list[Report]:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            phrases = [f"{lemma} {p.lower_}" for p in children(token, "prep")]
            for key in (*phrases, lemma):
                if key in self.cues.verbs:
                    return [*imposing(token), *verbal(token, self.cues.verbs[key])]
            if (
                lemma == "put"
                and any(o.lower_ == "it" for o in children(token, "dobj"))
                and is_as_said(token)
            ):
                return verbal(token, Cue())
            if found := imposing(token):
                return found
        if token.lower_ == "according":
            return according(token)
        if token.pos_ == "NOUN" and lemma in self.cues.nouns:
            return nominal(token, self.cues.nouns[lemma])
        if lemma in self.cues.adjectives and token.pos_ == "ADJ":
            return adjectival(token, self.cues.adjectives[lemma])
        return []
