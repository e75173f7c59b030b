"""Component `names`: proper names, segmented and classified.

The tagger finds runs of proper nouns; what a run holds is decided by authority files, by titles and by the
heads of organizations' names, and for what is left by the evidence of the text.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from scripts.annotate.known_names import KnownNames, sites
from scripts.annotate.name_kinds import voted
from scripts.annotate.name_runs import runs
from scripts.annotate.name_segmentation import merged, segment
from scripts.annotate.short_forms import defined, halves, repeated, short_forms, without_suffixes


@Language.factory("names")
class Names:
    """Writes `doc.spans["names"]`, non-overlapping, in order, each with `span._.name: Name`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.known_names = KnownNames(nlp)

    def __call__(self, doc: Doc) -> Doc:
        places = {t.i for span in doc.spans.get("places", []) for t in span if span._.mention_type == "named"}
        for date in doc.spans.get("dates", []):
            for token in date:
                token._.in_date = True
        known = self.known_names.find(doc)
        found = [*known, *sites(doc)]
        for run in runs(doc):
            # A known name may reach beyond the run: "Revolutionary Armed Forces" + "of Colombia".
            found += segment(run, [s for s in known if run.start <= s.start < run.end], places)
        spans = voted(filter_spans(merged(found)))
        spans = filter_spans(without_suffixes(doc, [*spans, *repeated(doc, spans)]))
        spans = filter_spans([*defined(spans), *short_forms(doc, spans), *halves(doc, spans)])
        doc.spans["names"] = sorted((s for s in spans if s._.name is not None), key=lambda s: s.start)
        return doc
