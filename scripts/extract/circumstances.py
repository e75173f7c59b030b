"""When and where a claim is said to have happened: the dates and places of its own clause."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Span, Token

from scripts.annotate.syntax import clause_head, coordinated
from scripts.records import DateValue
from scripts.reference import load_yaml


def date_of(doc: Doc, token: Token, content: tuple[int, int], cues: set[int]) -> DateValue | None:
    """The date of the clause, or one that stands before it and governs it; a date of the reporting verb is
    none of the act's.
    """
    sentence = token.sent
    spans = [s for s in doc.spans["dates"] if sentence.start <= s.start < sentence.end]
    own = [
        s
        for s in spans
        if content[0] <= s.start < content[1] and not _belongs_elsewhere(doc, s, token, cues, content)
    ]
    above = [s for s in spans if s not in own and _governs(s, token, cues)]
    found = own or above
    if not found:
        return None
    reported = [s for s in spans if clause_head(s.root).i in cues and s not in found]
    best = min(
        found,
        key=lambda s: (
            s._.date.date_precision in ("vague", "unknown"),
            not _attached(s, token),
            abs(s.root.i - token.i),
        ),
    )
    value: DateValue = best._.date
    return _anchored(value, reported[0]._.date) if reported else value


def _anchored(value: DateValue, reported: DateValue) -> DateValue:
    """ "In September, the paper quoted X saying that in the past months ...": the year in which it was said.

    Only from July on, when a few months back from there lie in the same year.
    """
    end = reported.date_end
    months = value.date_precision == "vague" and "months" in value.date_text
    if not months or end is None or reported.date_precision not in ("day", "month") or end.month < 7:
        return value
    year = end.year
    return DateValue(date(year, 1, 1), date(year, 12, 31), "year", value.date_text, "relative")


def _governs(span: Span, token: Token, cues: set[int]) -> bool:
    """It hangs on a verb above the claim's, or on the verb it is coordinated with; never on the verb that
    reports it.
    """
    verb = clause_head(span.root)
    return (
        verb.i not in cues
        and (verb == clause_head(token) or verb in set(token.ancestors))
        and span.start < token.i
    )


def _belongs_elsewhere(doc: Doc, span: Span, token: Token, cues: set[int], content: tuple[int, int]) -> bool:
    """A date of the reporting verb, or of another clause: "the hospital, which was built in 1954"."""
    verb = clause_head(span.root)
    if verb.i in cues and not (content[0] <= verb.i < content[1]):
        return True
    for _ in range(8):
        if verb == token or verb in set(token.ancestors) or clause_head(token) == verb:
            return False
        own_subject = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
        if verb.dep_ in ("relcl", "acl", "ccomp") or (verb.dep_ in ("advcl", "conj") and own_subject):
            return True
        if verb.head == verb:
            return False
        verb = clause_head(verb.head)
    return False


def _attached(span: Span, token: Token) -> bool:
    return clause_head(span.root) in (token, clause_head(token))


def places_of(doc: Doc, content: tuple[int, int], tokens: tuple[int, ...]) -> list[tuple[Span, str]]:
    """Places in the clause of a claim (the words that state it: `tokens`) with the role that their
    preposition gives them.
    """
    out = []
    for span in doc.spans["places"]:
        if not content[0] <= span.start < content[1] or not any(
            _happens_there(doc[t], span.root) for t in tokens
        ):
            continue
        role = _role(span)
        if role is not None:
            out.append((span, role))
    return out


def _happens_there(act: Token, place: Token) -> bool:
    """The place hangs on the act or on what the act governs, not on another clause ("as it did in
    Lebanon") or a second act.
    """
    verb = clause_head(place)
    own = clause_head(act)
    for _ in range(8):
        if verb in (act, own) or verb in set(act.ancestors):
            return True
        if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG") and verb.head.pos_ == "PROPN":
            return False  # "Varga, reached by telephone in Oslo": where he is
        if verb.dep_ in ("advcl", "conj") and any(
            c.dep_ in ("mark", "nsubj", "nsubjpass") for c in verb.children
        ):
            return False
        if verb.dep_ == "conj" or verb.head == verb:
            return False
        verb = clause_head(verb.head)
    return False


def _role(span: Span) -> str | None:
    """The role of a place by what stands before it; None where the words make it no scene of the act."""
    words = load_yaml("circumstances.yml")
    if span._.place_sense != "place":
        return None
    token = span.root
    while token.dep_ in ("appos", "conj", "compound", "nmod") and token.head != token:
        token = token.head
    if token.dep_ == "dobj":
        return str(words["objects"].get(token.head.lemma_, "at"))
    if token.dep_ != "pobj":
        return "at" if span.root.dep_ == "appos" else None
    preposition, governor = token.head.lower_, token.head.head
    if preposition == "from" and governor.pos_ in ("NOUN", "PROPN"):
        return None  # "a delegation from Tehran" tells who they are
    if preposition == "for":
        return "to" if governor.lemma_ in words["bound"] else None
    if preposition in words["elsewhere"]:
        return "at" if preposition == "of" and governor.lemma_ in words["parts"] else None
    return str(words["roles"].get(preposition, "at"))


def quantity(token_fillers: list[Token], doc: Doc) -> str | None:
    """The words of a number that counts a party: "over 134 persons"."""
    for filler in [t for f in token_fillers for t in coordinated(f)]:
        numbers = [c for c in filler.children if c.dep_ == "nummod"]
        if numbers:
            before = [c.i for c in filler.lefts if c.dep_ in ("quantmod", "advmod", "nummod")]
            start = min([numbers[0].left_edge.i, *before])
            return " ".join(doc[start : filler.i + 1].text.split())
    return None
