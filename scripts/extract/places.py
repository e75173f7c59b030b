"""The places of a document -> place records: those that its words mean as places, not as bodies."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from scripts.annotate.lexicon import lexicon
from scripts.annotate.state_words import LOCATED
from scripts.extract.findings import Located, Mention
from scripts.records import Extent, Place

# What tells who is behind somebody, and not where: "Iran-backed".
LED = {"back", "lead", "make", "sponsor", "support", "fund", "train", "ally", "aligned", "align"}
INSTITUTIONS = (
    frozenset(lexicon().group_nouns)
    | lexicon().government_nouns
    | {"president", "parliament", "capital", "border", "election", "war", "coast"}
)


class PlaceList:
    """The places of a document that its words mean as places, and those that a claim uses."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.order: list[Place] = []
        self.spans: dict[Place, list[Span]] = {}
        for span in doc.spans["places"]:
            if means_place(span):
                self.spans.setdefault(span._.place, []).append(span)
        self.order = list(self.spans)

    def use(self, span: Span) -> int:
        if span._.place not in self.spans:
            self.order.append(span._.place)
        if all(s.start != span.start for s in self.spans.setdefault(span._.place, [])):
            self.spans[span._.place].append(span)
        return self.order.index(span._.place)

    def records(self) -> tuple[Located, ...]:
        out = []
        for place in self.order:
            spans = sorted(self.spans[place], key=lambda s: s.start)
            mentions = tuple(
                Mention(Extent(s.start_char, s.end_char), s.text, s._.mention_type or "named") for s in spans
            )
            names = tuple(
                dict.fromkeys(" ".join(s.text.split()) for s in spans if s._.mention_type != "nominal")
            )
            out.append(Located(place, names, mentions))
        return tuple(out)


def means_place(span: Span) -> bool:
    """The words locate something: also "the Dubai-based firm" and "Niger's army", but not "Tehran denied"
    or "U.S. forces".
    """
    place, root = span._.place, span.root
    if place.location_type == "facility" and root.dep_ == "nsubj" and root.head.pos_ == "VERB":
        return False  # "the embassy said": a body
    if span._.place_sense == "place":
        return True
    if span._.place_sense == "modifier":
        based = root.dep_ == "npadvmod" and root.head.lemma_.lower() in LOCATED
        return based or (
            place.location_type in ("city", "province", "region")
            and root.dep_ in ("compound", "npadvmod")
            and root.head.lemma_ not in LED
        )
    institution = root.dep_ == "poss" and (
        root.head.pos_ == "PROPN" or root.head.lemma_.lower() in INSTITUTIONS
    )
    return place.location_type == "country" and institution
