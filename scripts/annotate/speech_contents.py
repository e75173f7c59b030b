"""The content of a reporting verb: clauses, quotations, objects, topics, or what stands before it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from scripts.annotate.quotations import is_speech
from scripts.annotate.speech_clauses import clauses, is_parenthetical, that_clause
from scripts.annotate.speech_cues import Cue, cues
from scripts.annotate.syntax import children, subtree_range, trim


def contents(verb: Token, cue: Cue, source: Token) -> list[tuple[int, int]]:
    """Extents of what `verb` reports of `source`, in the order in which they were found."""
    doc = verb.doc
    if cue.quote_only and _does(verb):
        return []
    answered = _answered(verb) if cue.stance != "asserted" and cue.object else []
    if answered:
        return [trim(doc, *_without(verb, subtree_range(o))) for o in answered]
    governed = [] if cue.quote_only else clauses(verb, cue)
    quotes = _quotes_beside(verb)
    out: list[tuple[int, int]] = []
    for start, end in governed:
        touching = [q for q in quotes if q.start < end and q.end > start]
        if touching and all(doc[i]._.quotation is not None or doc[i].is_punct for i in range(start, end)):
            continue  # the quotation says it whole
        out.append((start, end))
    out += [
        (q.start, q.end)
        for q in quotes
        if (is_speech(q) or not governed) and not any(a <= q.start and q.end <= b for a, b in out)
    ]
    if not out and cue.object:
        plain = ("NOUN", "PROPN") if cue.stance == "asserted" else ("NOUN", "PROPN", "PRON", "DET")
        out += [
            _with_as(verb, _without(verb, subtree_range(o)))
            for o in children(verb, "dobj")
            if o.pos_ in plain and o.tag_ not in ("WP", "WDT") and o.lemma_.lower() not in cues().offers
        ]
    if not out and cue.stance == "denied" and verb.dep_ == "relcl":
        out += [
            (o.i, o.i + 1) for o in children(verb, "dobj") if o.lower_ == "which"
        ]  # "..., which Y denies"
    if not out and cue.about:
        out += _about(verb, cue.about)
    if not out and cue.object and verb.dep_ == "relcl" and verb.head.lemma_.lower() in cues().nouns:
        out += [(verb.head.left_edge.i, verb.head.i + 1)]  # "a charge that the minister rejected"
    if not out and not cue.quote_only and not cue.answers:
        out += that_clause(verb) or (_closed(verb, source) if cue.closing else [])
    if cue.answers:
        out = [o for o in out if any(t.lemma_.lower() in cues().nouns for t in doc[o[0] : o[1]])]
    trimmed = [trim(doc, *_without_cue(verb, source, content)) for content in out]
    return [(start, end) for start, end in trimmed if end - start >= 2 or (cue.object and end > start)]


def _does(verb: Token) -> bool:
    """ "Continues to defy the ban through “a massive increase” in ...": an act, in another's words."""
    return any(c._.quotation is None for c in children(verb, "dobj", "xcomp"))


def _answered(verb: Token) -> list[Token]:
    """What an answer is given to, however it is judged: "dismissed the accusation as “a fairy tale”"."""
    said = cues().nouns.keys() | cues().documents
    return [
        o
        for o in children(verb, "dobj")
        if o.lemma_.lower() in said
        and not children(o, "acl", "relcl")
        and not any(p.lower_ == "of" for p in o.children)
    ]


def _quotes_beside(verb: Token) -> list[Span]:
    """Quotations in the cue's sentence that the cue is not itself part of, whole, though they began
    earlier.
    """
    doc, sentence = verb.doc, verb.sent
    return [
        q
        for q in doc.spans["quotations"]
        if q.start < sentence.end
        and q.end > sentence.start
        and not q.start <= verb.i < q.end
        and not _other_cue_between(verb, q)
    ]


def _other_cue_between(verb: Token, quote: Span) -> bool:
    """Another finite verb with a subject of its own stands between the cue and the quotation."""
    start, end = (verb.i + 1, quote.start) if quote.start > verb.i else (quote.end, verb.i)
    return any(
        s.tag_ not in ("WP", "WDT") for t in verb.doc[start:end] for s in children(t, "nsubj", "nsubjpass")
    )


def _without(verb: Token, extent: tuple[int, int]) -> tuple[int, int]:
    return extent if not extent[0] <= verb.i < extent[1] else (verb.i + 1, extent[1])


def _with_as(verb: Token, extent: tuple[int, int]) -> tuple[int, int]:
    """ "Described the men as agents who ...": what they are called is said of them."""
    ends = [p.right_edge.i + 1 for p in children(verb, "prep") if p.lower_ == "as" and p.i >= extent[1]]
    return extent[0], max([extent[1], *ends])


def _about(verb: Token, prepositions: tuple[str, ...]) -> list[tuple[int, int]]:
    own = children(verb, "prep")
    objects = [p for o in children(verb, "dobj") for p in children(o, "prep")]
    found = [p for p in own + objects if p.lower_ in prepositions]
    return [(p.i + 1, p.right_edge.i + 1) for p in found][:1]


def _closed(verb: Token, source: Token) -> list[tuple[int, int]]:
    """ "..., the observatory reported.": what stands before a closing cue, whatever the tree makes of the
    sentence.
    """
    start, left = verb.sent.start, source.left_edge.i
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":  # "A, X quoted Y as saying."
        quoting = children(verb.head.head, "nsubj")
        left = quoting[0].left_edge.i if quoting else left
    while left < source.i and verb.doc[left - 1].text != "," and left > start:
        left += 1
    rest = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ in ("VERB", "AUX")]
    if source.i > verb.i or rest or left - start < 4 or verb.doc[left - 1].text not in (",", "”", "''"):
        return []
    return [(start, left)]


def _without_cue(verb: Token, source: Token, extent: tuple[int, int]) -> tuple[int, int]:
    """The longer side where the tree put the cue inside its own content."""
    start, end = extent
    if not start <= verb.i < end:
        return extent
    inner = subtree_range(verb)
    if is_parenthetical(verb) and start < inner[0] and any(t.is_alpha for t in verb.doc[inner[1] : end]):
        return extent
    left, right = min(verb.i, source.left_edge.i), max(verb.i, source.right_edge.i) + 1
    if any(t.dep_ == "advcl" and start <= t.head.i < left for t in verb.doc[right:end]):
        return extent  # "The army shelled the town, Doe said, killing ten"
    return (start, left) if left - start >= end - right else (right, end)
