"""Facilities that a name tells apart: "Bagram Air Base", "the Iranian consulate in Herat", "the group's bases in Iran"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_names import is_proper
from scripts.annotate.place_phrases import Found
from scripts.annotate.place_resolution import Resolved
from scripts.records import Place

_LOCATIVE = frozenset({"in", "at", "near", "into", "inside", "outside", "from", "to", "around", "across", "on", "toward", "towards",
                       "through", "over", "against", "behind"})  # fmt: skip
_HAPPENS = frozenset({"attack", "hit", "bomb", "strike", "storm", "raid", "shell", "target", "build", "run", "operate", "seize", "capture",
                      "close", "open", "locate", "overrun", "destroy", "damage", "evacuate", "set", "use", "house", "visit", "besiege",
                      "burn", "reopen", "establish", "control", "surround", "torch", "ransack", "take", "retake", "enter", "leave"})  # fmt: skip


def find_facilities(doc: Doc, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    """Noun phrases headed by a facility noun that carry a name; type facility, precision vague."""
    found = []
    for token in doc:
        extent = _extent(doc, token, lexicon)
        if extent is None:
            continue
        start, end = extent
        if _is_named(doc, start, token.i, lexicon, resolved) and _is_somewhere(doc, token, end, lexicon):
            country = _country(doc, start, end, token, resolved, lexicon)
            found.append(
                Found(start, end, Place(_name(doc, start, end, token, lexicon), "facility", country), "place")
            )
    countries: dict[str, str] = {}
    for item in found:
        if item.place.country_code:
            countries.setdefault(item.place.name, item.place.country_code)
    for item in found:
        place = item.place
        yield Found(
            item.start,
            item.end,
            Place(place.name, "facility", place.country_code or countries.get(place.name)),
            "place",
        )


def is_facility_noun(token: Token, lexicon: PlaceLexicon) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lower_ in lexicon.facilities


def _extent(doc: Doc, head: Token, lexicon: PlaceLexicon) -> tuple[int, int] | None:
    """The noun phrase around the facility noun without its article, or None when the noun only modifies another."""
    if not is_facility_noun(head, lexicon):
        return None
    end = head.i + 1
    if (
        end < len(doc)
        and doc[end].lemma_.lower() in lexicon["building_words"]
        and doc[end].pos_ in ("NOUN", "PROPN")
    ):
        end += 1
    if end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN") and not doc[end].is_sent_start:
        return None
    if (
        end < len(doc)
        and doc[end].text in ("-", "'s", "’s")
        and not doc[end - 1].whitespace_
        and not _owns_nothing(doc[end])
    ):
        return None
    start = head.i
    while start > head.sent.start and _belongs(doc[start - 1]):
        start -= 1
    while start < head.i and not _may_begin(doc[start]):
        start += 1
    return start, end


def _name(doc: Doc, start: int, end: int, head: Token, lexicon: PlaceLexicon) -> str:
    """As it is written; an embassy by whose it is and what it is, however the text puts that."""
    word = lexicon.facilities[head.lower_]
    owner = next((t.text for t in doc[start : head.i] if t.text in lexicon.demonyms), None)
    return f"{owner} {word}" if owner and word in lexicon["diplomatic_words"] else doc[start:end].text


def _owns_nothing(mark: Token) -> bool:
    return mark.tag_ != "POS" and mark.text != "-"


def _belongs(token: Token) -> bool:
    if token.tag_ in ("POS", "HYPH", "NNP", "NNPS", "NN", "JJ", "NNS"):
        return token.tag_ != "NNS" or (token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS")
    return token.text in ("-", "–") or token.lower_ in ("al", "el")


def _may_begin(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS", "NN", "NNS", "JJ") and token.lower_ not in (
        "key",
        "main",
        "former",
        "new",
        "same",
        "military",
        "local",
    )


def _is_named(doc: Doc, start: int, head: int, lexicon: PlaceLexicon, resolved: list[Resolved]) -> bool:
    inside = doc[start:head]
    proper = [t for t in inside if is_proper(t) and t.text not in lexicon.demonyms]
    national = any(t.text in lexicon.demonyms for t in inside) or any(
        start <= r.start < head for r in resolved
    )
    lemma = lexicon.facilities[doc[head].lower_]
    if lemma in lexicon["weak_facility_words"]:
        return bool(proper) and is_proper(doc[head - 1]) and is_proper(doc[head])
    if lemma in lexicon["diplomatic_words"]:
        return bool(proper) or national
    return bool(proper) or (national and any(t.tag_ == "POS" for t in inside))


def _is_somewhere(doc: Doc, head: Token, end: int, lexicon: PlaceLexicon) -> bool:
    """A facility in a title or as a speaker is a body, not a place."""
    if lexicon.facilities[head.lower_] in lexicon["diplomatic_words"]:
        return True
    top = doc[end - 1] if doc[end - 1].head is not head else head
    for _ in range(4):
        governor = top.head
        if top.dep_ == "pobj":
            return governor.lower_ in _LOCATIVE
        if top.dep_ in ("dobj", "nsubj", "nsubjpass"):
            return (
                governor.lemma_ in _HAPPENS
                or (governor.lemma_ == "be"
                and top.dep_ == "nsubj"
                and _is_located(governor))
            )
        if top.dep_ not in ("compound", "conj", "appos", "poss"):
            return False
        top = governor
    return False


def _is_located(verb: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ in _LOCATIVE for child in verb.children)


def _country(
    doc: Doc, start: int, end: int, head: Token, resolved: list[Resolved], lexicon: PlaceLexicon
) -> str | None:
    """ "in X" after it; the place in its own name; else the place nearest before it in its sentence."""
    for item in resolved:
        if (
            end < len(doc)
            and doc[end].lower_ in ("in", "near", "outside", "at", "of", ",")
            and end < item.start <= end + 3
        ):
            return item.candidate.country_code
    diplomatic = lexicon.facilities[head.lower_] in lexicon["diplomatic_words"]
    own = [r for r in resolved if start <= r.start and r.end <= end]
    if own and not diplomatic:
        return own[-1].candidate.country_code
    before = [r for r in resolved if head.sent.start <= r.start and r.end <= start and r.sense.locative]
    return before[-1].candidate.country_code if before else None
