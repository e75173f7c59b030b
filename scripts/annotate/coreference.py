"""Component `coreference`: mentions -> actors of one document.

Names join by authority entry, alias, acronym, surname, and by one letter's difference in a given name with
the same surname; organizations never join by containment. Definite descriptions ("the commander", "the
ministry") go back to the last actor they fit, states gather behind capitals, demonyms and "the regime",
pronouns take the nearest fitting actor or none.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from scripts.annotate.cast import Cast
from scripts.annotate.coreference_names import add_name
from scripts.annotate.coreference_nominals import add_nominal, join_possessed
from scripts.annotate.home_country import with_home
from scripts.annotate.identification import identified
from scripts.annotate.metonyms import metonyms
from scripts.annotate.nominal_phrases import Nominal
from scripts.annotate.nominals import nominals
from scripts.annotate.pronouns import resolve_pronouns
from scripts.annotate.state_forces import join_forces

Doc.set_extension("cast", default=None, force=True)


@Language.factory("coreference")
class Coreference:
    """Writes `doc._.cast: Cast`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        cast = Cast(doc)
        events: list[tuple[int, Span | Nominal]] = [(s.start, s) for s in doc.spans["names"]]
        # What is the same as a name is read after that name, though it may stand before it ("spokesman Ali
        # Reza").
        events += [(s.start, s) for s in metonyms(doc)]
        phrases = identified(doc, with_home(nominals(doc)))
        events += [(max(n.head.i, (n.same_as or 0) + 1), n) for n in phrases]
        for _, item in sorted(events, key=lambda e: e[0]):
            if isinstance(item, Span):
                add_name(cast, item)
            else:
                add_nominal(cast, item)
        resolve_pronouns(cast)
        join_possessed(cast)
        join_forces(cast)
        doc._.cast = cast
        return doc
