"""Places that no gazetteer has and that the text itself explains: "the town of X", "X, a village in Y",
"the X neighbourhood".
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.annotate.place_lexicon import PlaceLexicon
from scripts.annotate.place_phrases import Found
from scripts.annotate.place_resolution import Resolved
from scripts.annotate.place_text import PlaceText
from scripts.records import Place

NAME_TAGS = ("NNP", "NNPS")
LONGEST = 4
ELSEWHERE = {"to", "from", "and", "or", "into", "toward", "towards"}  # what they lead to lies elsewhere
LOCATIVE = ("in", "near", "outside", "around", "at")


def find_described(text: PlaceText, resolved: list[Resolved], lexicon: PlaceLexicon) -> Iterator[Found]:
    """Named places with precision `vague`; the country is that of the next known place in the sentence, or
    unknown.
    """
    known = {i for r in resolved for i in range(r.start, r.end)}
    kinds = lexicon.maps["described_words"]
    found: dict[str, Place] = {}
    for r in resolved:
        extent = _in_comma(text, r.start, known)
        if extent is not None:
            name = text.span(*extent)
            found.setdefault(name, Place(name, "city", r.candidate.country_code))
            yield Found(*extent, found[name], "place")
    for at, word in enumerate(text.lowers):
        kind = kinds.get(word)
        if kind is None or text.doc[at].pos_ not in ("NOUN", "PROPN"):
            continue
        extent = _after_of(text, at, known) or _before_comma(text, at, known) or _before(text, at, known)
        if extent is None:
            continue
        start, end = extent
        name = text.span(start, end)
        place = Place(name, kind, _nation(text, at, lexicon) or _country(text, start, resolved))
        found.setdefault(name, place)
        yield Found(start, end + (end == at), found[name], "place")  # "the X district"
    for at, word in enumerate(text.lowers):
        kind = lexicon.maps["labels"].get(word)
        extent = _titled(text, at, known) if kind is not None and text.capital(at) else None
        if extent is not None and kind is not None:
            name = text.span(*extent)
            found.setdefault(name, Place(name, kind, _country(text, at, resolved)))
            yield Found(*extent, found[name], "place")
    for at in range(1, len(text)):
        extent = _labelled(text, at, known) if text.lowers[at - 1] in LOCATIVE else None
        if extent is not None:
            name = text.span(*extent)
            found.setdefault(name, Place(name, "city", _country(text, at, resolved)))
            yield Found(*extent, found[name], "place")
    yield from _again(text, found, known)


def _titled(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "Kesh Township": the name and the word that says what it is, where no longer name goes on."""
    start = at
    while start > 0 and at - start < LONGEST and start - 1 not in known:
        joined = text.words[start - 1] == "-" and text.attached(start)  # "Gorno-Badakhshan Region"
        if not (_is_name(text, start - 1) or joined):
            break
        start -= 1
    longer = at + 1 < len(text) and _is_name(text, at + 1) and text.attached(at + 1) is False
    first = text.doc[start]
    alone = first.is_sent_start and at - start == 1 and first.ent_type_ == ""
    return (start, at + 1) if start < at and not longer and not alone else None


def _labelled(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "near X" where the statistical recognizer takes X for a place: a town too small for the gazetteer."""
    extent = _name(text, at, known)
    if extent is None or {text.doc[i].ent_type_ for i in range(*extent)} not in ({"GPE"}, {"LOC"}):
        return None
    after = text.doc[extent[1]] if extent[1] < len(text) else None
    begun = text.doc[at].ent_iob_ == "B" and (after is None or after.ent_iob_ != "I")
    return extent if begun and (after is None or after.tag_ not in ("POS", "NN", "NNS", "NNP")) else None


def _again(text: PlaceText, found: dict[str, Place], known: set[int]) -> Iterator[Found]:
    """Other mentions of a one-word name that the text explains somewhere."""
    for at, word in enumerate(text.words):
        alone = not (at and _is_name(text, at - 1)) and not (at + 1 < len(text) and _is_name(text, at + 1))
        if word in found and at not in known and alone and _is_name(text, at):
            yield Found(at, at + 1, found[word], "place")


def _after_of(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "the town of X" """
    if text.lower(at + 1) != "of":
        return None
    return _name(text, at + 2, known)


def _before_comma(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "X, a (small) village ..." """
    back = at - 1
    while back > 0 and text.doc[back].pos_ in ("ADJ", "NOUN") and at - back < 4:
        back -= 1
    if text.lower(back) not in ("a", "an", "the") or text.lower(back - 1) != ",":
        return None
    end = back - 1
    start = end
    while start > 0 and end - start < LONGEST and _is_name(text, start - 1) and start - 1 not in known:
        start -= 1
    return (
        (start, end)
        if start < end
        and text.lower(start - 1) in ("in", "near", "at", "to", "from", "of", "outside", "into")
        else None
    )


def _in_comma(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "in X, (eastern) Y": what stands between "in" and the comma before a known place lies there."""
    comma = at - 1
    while comma > 0 and text.doc[comma].tag_ == "JJ" and at - comma < 3:
        comma -= 1
    if comma < 2 or text.words[comma] != ",":
        return None
    start = comma
    while start > 0 and comma - start < 3 and _is_name(text, start - 1) and start - 1 not in known:
        start -= 1
    foreign = all(text.doc[i].ent_type_ not in ("PERSON", "ORG", "NORP", "DATE") for i in range(start, comma))
    return (start, comma) if start < comma and foreign and text.lower(start - 1) == "in" else None


def _before(text: PlaceText, at: int, known: set[int]) -> tuple[int, int] | None:
    """ "in the X district", "X village": right before the word, after "the" or a preposition."""
    start = at
    while start > 0 and at - start < LONGEST and _is_name(text, start - 1) and start - 1 not in known:
        start -= 1
    before = text.lower(start - 1)
    if (
        start == at
        or before not in ("the", "in", "near", "of", "outside", "to", "from", "at")
        or text.words[at][0].isupper()
    ):
        return None
    return start, at


def _name(text: PlaceText, start: int, known: set[int]) -> tuple[int, int] | None:
    end = start
    while (
        end < len(text)
        and end - start < LONGEST
        and (_is_name(text, end) or (end > start and text.lower(end) in ("-", "al", "el", "de")))
    ):
        end += 1
    while end > start and not _is_name(text, end - 1):
        end -= 1
    return (start, end) if start < end and not known & set(range(start, end)) else None


def _is_name(text: PlaceText, at: int) -> bool:
    token = text.doc[at]
    return token.tag_ in NAME_TAGS and text.capital(at)


def _nation(text: PlaceText, noun: int, lexicon: PlaceLexicon) -> str | None:
    """ "The Ethiopian border town of X" """
    before = [text.doc[i] for i in range(max(0, noun - 3), noun)]
    return next((lexicon.demonyms.get(t.text) for t in before if t.head.i == noun and t.tag_ == "JJ"), None)


def _country(text: PlaceText, start: int, resolved: list[Resolved]) -> str | None:
    """That of the next place in the sentence."""
    end = min(text.doc[start].sent.end, start + 12)
    for r in resolved:
        between = text.doc[start : max(start, r.start)]
        if (
            start < r.start < end
            and r.candidate.country_code
            and r.sense.locative
            and not any(t.lower_ in ELSEWHERE or t.pos_ == "VERB" for t in between)
        ):
            return r.candidate.country_code
    return None
