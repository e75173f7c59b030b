"""Short forms of names: surnames, acronyms and other abbreviations that the text defines."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from scripts.annotate.body_names import without_suffix
from scripts.annotate.lexicon import lexicon
from scripts.annotate.name_runs import in_run
from scripts.annotate.proper_name import Name, named
from scripts.annotate.state_words import is_state_word


def short_forms(doc: Doc, spans: list[Span]) -> list[Span]:
    """Later mentions by a part of a name: a surname, an acronym that a bracket defined, the first word
    of a company's name.
    """
    forms: dict[str, tuple[int, str | None]] = {}
    for span in sorted(spans, key=lambda s: s.start):
        name: Name = span._.name
        for form in _forms(span):
            forms.setdefault(form, (span.start, name.actor_type))
    taken = {t.i for span in spans for t in span}
    out = []
    for token in doc:
        known = forms.get(token.text)
        if known is None or token.i in taken or not _is_name_like(token) or token.i < known[0]:
            continue
        before = token.nbor(-1) if token.i else None
        if (
            before is not None
            and in_run(before)
            and before.i not in taken
            and not lexicon().is_title(before.text)
        ):
            continue
        start = token.i
        while (
            start
            and (doc[start - 1].text == "-" or doc[start - 1].lower_ in ("al", "el"))
            and not doc[start - 1].whitespace_
        ):
            start -= 1
        out.append(named(doc[start : token.i + 1], known[1]))
    return out


def repeated(doc: Doc, spans: list[Span]) -> list[Span]:
    """Other mentions of an unknown name, letter for letter, that nothing beside them explains."""
    taken = {t.i for s in spans for t in s}
    kinds: dict[str, dict[str, str | None]] = {}  # first word -> name -> kind
    for s in spans:
        if s._.name.entry is None:
            kinds.setdefault(s[0].text, {})[s.text] = s._.name.actor_type
    out = []
    for token in doc:
        for text, kind in kinds.get(token.text, {}).items():
            span = doc.char_span(token.idx, token.idx + len(text))
            if span is None or span.text != text or any(t.i in taken or not in_run(t) for t in span):
                continue
            before, after = span.start and doc[span.start - 1], span.end < len(doc) and doc[span.end]
            if not (before and in_run(before)) and not (after and in_run(after)):
                out.append(named(span, kind))
    return out


def halves(doc: Doc, spans: list[Span]) -> list[Span]:
    """ "The South" where the text has named South Sudan, and no other country of the south."""
    states: dict[str, dict[str, Name]] = {}
    for s in spans:
        name: Name = s._.name
        if name.entry is not None and name.actor_type == "state" and s[0].text in ("North", "South"):
            states.setdefault(s[0].text, {})[name.entry.name] = name
    taken = {t.i for s in spans for t in s}
    out = []
    for token in doc:
        known = states.get(token.text, {})
        if len(known) != 1 or token.i in taken or not token.i or token.i + 1 == len(doc):
            continue
        if token.nbor(-1).lower_ == "the" and not in_run(token.nbor(1)) and token.dep_ != "compound":
            half = doc[token.i : token.i + 1]
            half._.name = next(iter(known.values()))
            out.append(half)
    return out


def without_suffixes(doc: Doc, spans: list[Span]) -> list[Span]:
    """ "Orlan Shipping" is a company where "Orlan Shipping Ltd" stands elsewhere."""
    firms = [s for s in spans if s._.name.actor_type == "company" and s._.name.entry is None]
    short = {without_suffix(s.text) for s in firms}
    short = {n for n in short if n.count(" ")} - {s.text for s in firms}
    for span in spans:
        if span.text in short and span._.name.entry is None:
            span._.name = Name("company")
    found = [doc.char_span(*m.span()) for n in sorted(short) for m in re.finditer(re.escape(n), doc.text)]
    return [*spans, *(named(s, "company") for s in found if s is not None and all(in_run(t) for t in s))]


def _is_name_like(token: Token) -> bool:
    """In a run of names, or an acronym that the tagger takes for a common noun."""
    return in_run(token) or (token.is_upper and len(token) > 2 and token._.block is not None)


def _forms(span: Span) -> list[str]:
    """What may stand for the name later on."""
    words = [t.text for t in span if t.text[0].isupper()]
    out = bracketed(span)
    kind = span._.name.actor_type
    if kind == "media" and len(words) > 1 and words[0] in ("Le", "The", "La", "El", "Al", "Der"):
        out.append(words[-1])
    if kind == "person" and len(words) > 1:
        parts = (span[-1].text, words[0], *words[1:-1])
        out += [w for w in parts if len(w) > 2 and not lexicon().is_title(w)]
    if kind not in ("person", "state", None):
        out += initials(span.text)
    if kind in ("company", "organization", "armed_group") and len(words) > 1 and span._.name.entry is None:
        first = words[0]
        if (
            len(first) > 3
            and not is_state_word(first)
            and not lexicon().organization_type(first)
            and not span[0].is_stop
        ):
            out.append(first)
    return out


def initials(name: str) -> list[str]:
    """What a body of three words or more may be called without a bracket that says so."""
    letters = "".join(w[0] for w in name.split() if w[0].isupper())
    return [letters] if len(letters) > 2 else []


def bracketed(span: Span) -> list[str]:
    """ "Islamic Revolutionary Guard Corps (IRGC)": the names in brackets right after a name, which are its
    own: an acronym, or a word of it.
    """
    doc = span.doc
    near = range(span.end, min(span.end + 2, len(doc)))
    start = next((i + 1 for i in near if doc[i].text == "("), None)
    if start is None:
        return []
    out = []
    for token in (doc[i] for i in range(start, min(start + 11, len(doc)))):
        if token.text == ")" or token._.block is None:
            break
        if (token.text.isupper() and 2 <= len(token.text) <= 8) or token.text in span.text.split():
            out.append(token.text)
    return out


def defined(spans: list[Span]) -> list[Span]:
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
