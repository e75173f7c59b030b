"""Component `speech`: who is reported to say what, read from the tree and the quotation marks.

A `Report` is syntax only: a cue, the tokens that name its source, and the stretch of its content. Who the
source *is* is
decided later, by coreference. Patterns: clausal complements of reporting verbs, inverted and parenthetical
cues ("X, he said,
Y"), quotations, "according to X", "X quoted Y as saying", accusations ("accused Z of doing"), nominal cues
("the claim that"),
objects of denying and confirming, and quotations without a cue that go on after one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from scripts.annotate.quotations import is_speech
from scripts.annotate.syntax import (
    agents,
    children,
    coordinated,
    is_negated,
    is_passive,
    span,
    subjects,
    subtree_range,
    trim,
)
from scripts.reference import check_keys, load_yaml

VERB_KEYS = {
    "stance",
    "force",
    "object",
    "about",
    "clause_only",
    "quote_only",
    "gerund",
    "closing",
    "answers",
}

Doc.set_extension("reports", default=(), force=True)


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of `data/reference/cues.yml`."""

    stance: str = "asserted"
    force: str = "claim"  # claim | belief | accusation | demand | intent
    object: bool = False
    about: tuple[str, ...] = ()
    clause_only: bool = False
    quote_only: bool = False
    gerund: bool = False
    closing: bool = False  # may stand at the end of what it reports, after a comma
    answers: bool = False  # reports only an answer to a claim ("called the charges a fairy tale")


@dataclass(frozen=True, slots=True)
class Report:
    """Token indices into the Doc, ends exclusive. `source` is the head of the words that name the source."""

    cue: int
    source: int
    content: tuple[int, int]
    stance: str
    force: str
    quoted: bool  # the whole content stands in quotation marks
    mixed: bool  # part of it does
    carried: bool = False  # a quotation without a cue of its own
    accused: tuple[int, ...] = ()  # heads of those whom an accusation is made against
    through: int | None = None  # head of who passes it on: "an official quoted by X", "X, citing an official"


@Language.factory("speech")
class Speech:
    """Writes `doc._.reports`, in order of content."""

    def __init__(self, nlp: Language, name: str) -> None:
        data = load_yaml("cues.yml")
        self.name = name
        self.verbs = {lemma: _cue(f"cues.yml verbs {lemma}", row) for lemma, row in data["verbs"].items()}
        self.nouns = {lemma: _cue(f"cues.yml nouns {lemma}", row) for lemma, row in data["nouns"].items()}
        self.adjectives = {
            lemma: _cue(f"cues.yml adjectives {lemma}", row) for lemma, row in data["adjectives"].items()
        }
        self.documents = set(data["documents"])
        self.refusals = set(data["refusals"])

    def __call__(self, doc: Doc) -> Doc:
        found = [report for token in doc if token._.block is not None for report in self.reports_at(token)]
        found += _interview(doc)
        found += _carried(doc, found)
        unique = {(r.content, r.source): r for r in reversed(found)}
        doc._.reports = tuple(sorted(unique.values(), key=lambda r: (r.content[0], -r.content[1], r.cue)))
        return doc

    def reports_at(self, token: Token) -> list[Report]:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") and lemma in self.verbs:
            return self.verbal(token, self.verbs[lemma])
        if token.lower_ == "according":
            return self.according(token)
        if token.pos_ == "NOUN" and lemma in self.nouns:
            return self.nominal(token, self.nouns[lemma])
        if lemma in self.adjectives and token.pos_ == "ADJ":
            return self.adjectival(token, self.adjectives[lemma])
        return []

    # -- cues that are verbs

    def verbal(self, verb: Token, cue: Cue) -> list[Report]:
        if cue.stance == "denied" and children(verb, "dative"):
            return []  # "denied him medical care"
        if self.is_refused(verb) or (is_negated(verb) and cue.stance != "denied" and cue.force != "belief"):
            return []
        if cue.force == "accusation":
            return self.accusation(verb, cue)
        source = self.speaker(verb)
        if source is None:
            return []
        contents = self.contents(verb, cue, source)
        if verb.lemma_ in ("quote", "cite"):
            contents = [(speaker.left_edge.i, end) for speaker, end in self.quoted_speaker(verb)] or contents
        through, source = self.passed_on(verb, self.author(source))
        return [replace(self.report(verb.doc, verb, source, c, cue), through=through) for c in contents]

    def passed_on(self, verb: Token, source: Token) -> tuple[int | None, Token]:
        """Through whom the words come, and whose they are: "an official quoted by X", "X, citing an
        official".

        Whom somebody "told" is no source: most often it is the medium that publishes the text.
        """
        for citing in children(verb, "advcl"):
            if citing.lemma_ == "cite" and citing.tag_ == "VBG" and children(citing, "dobj"):
                return source.i, children(citing, "dobj")[0]
        for quoted in children(source, "acl"):
            if quoted.lemma_ in ("quote", "cite") and agents(quoted):
                return agents(quoted)[0].i, source
        return None, source

    def quoted_speaker(self, verb: Token) -> list[tuple[Token, int]]:
        """ "quoted X (as) saying ...": X, and where what X says ends."""
        objects = children(verb, "dobj")
        sayings = [t for t in verb.subtree if t.tag_ == "VBG" and t.lemma_ in self.verbs and t.i > verb.i]
        return [(objects[0], sayings[0].right_edge.i + 1)] if objects and sayings else []

    def speaker(self, verb: Token) -> Token | None:
        """The token of who speaks: the subject, or `by X` of a passive."""
        if is_passive(verb):
            by = agents(verb)
            return by[0] if by else None
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as":  # quoted X as saying
            objects = children(verb.head.head, "dobj", "nsubjpass")
            return objects[0] if objects else None
        own = [s for s in children(verb, "nsubj") if s.tag_ not in ("WP", "WDT")]
        inverted = _named_after(verb) if not own or (own[0].i > verb.i and own[0].pos_ == "PROPN") else None
        if inverted is not None:
            return inverted
        found = [min(own, key=lambda s: abs(s.i - verb.i))] if own else subjects(verb)
        return found[0] if found and found[0].pos_ not in ("PUNCT", "ADP", "SCONJ", "SPACE") else None

    def contents(self, verb: Token, cue: Cue, source: Token) -> list[tuple[int, int]]:
        doc = verb.doc
        clauses = [] if cue.quote_only else self.clauses(verb, cue)
        quotes = _quotes_beside(verb)
        out: list[tuple[int, int]] = []
        for start, end in clauses:
            touching = [q for q in quotes if q.start < end and q.end > start]
            if touching and all(doc[i]._.quotation is not None or doc[i].is_punct for i in range(start, end)):
                continue  # the quotation says it whole
            out.append((start, end))
        out += [(q.start, q.end) for q in quotes if is_speech(q) or not clauses]
        if not out and cue.object:
            plain = ("NOUN", "PROPN") if cue.stance == "asserted" else ("NOUN", "PROPN", "PRON", "DET")
            out += [
                _without(verb, subtree_range(o))
                for o in children(verb, "dobj")
                if o.pos_ in plain and o.tag_ not in ("WP", "WDT")
            ]
        if not out and cue.about:
            out += _about(verb, cue.about)
        if not out and cue.object and verb.dep_ == "relcl" and verb.head.lemma_.lower() in self.nouns:
            out += [(verb.head.left_edge.i, verb.head.i + 1)]  # "a charge that the minister rejected"
        if not out and not cue.quote_only and not cue.answers:
            out += _that_clause(verb, self.verbs) or (_closed(verb, source) if cue.closing else [])
        if cue.answers:
            out = [o for o in out if any(t.lemma_.lower() in self.nouns for t in doc[o[0] : o[1]])]
        trimmed = [trim(doc, *_without_cue(verb, source, content)) for content in out]
        return [(start, end) for start, end in trimmed if end - start >= 2 or (cue.object and end > start)]

    def clauses(self, verb: Token, cue: Cue) -> list[tuple[int, int]]:
        deps = ("ccomp", "xcomp") if cue.gerund else ("ccomp",)
        heads = [c for c in children(verb, *deps) if c.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV")]
        found = _joined(
            [_clause_range(c) for c in heads if not _is_question(c)] + (_shared(verb) if heads else [])
        )
        if (
            not found
            and verb.dep_ in ("parataxis", "ccomp", "advcl")
            and verb.head != verb
            and _parenthetical(verb)
        ):
            start, end = subtree_range(verb.head)
            left, right = subtree_range(verb)
            found = [
                (a, b) for a, b in ((start, left), (right, end)) if any(t.is_alpha for t in verb.doc[a:b])
            ]
        return found

    def accusation(self, verb: Token, cue: Cue) -> list[Report]:
        """ "X accused Z of doing": the content is that Z does. In the passive, without `by X`, nobody is
        known to say it.
        """
        source = self.speaker(verb)
        accused = children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj")
        if source is None or not accused:
            return []
        start = accused[0].left_edge.i
        ends = [
            p.right_edge.i + 1
            for p in verb.subtree
            if p.dep_ == "prep" and p.lower_ in cue.about and p.i > start
        ]
        if not ends:
            return []
        content = (
            trim(verb.doc, start, max(ends)) if start > verb.i else trim(verb.doc, verb.i + 1, max(ends))
        )
        against = tuple(t.i for head in accused for t in coordinated(head))
        return [replace(self.report(verb.doc, verb, self.author(source), content, cue), accused=against)]

    def is_refused(self, verb: Token) -> bool:
        head = verb.head
        return verb.dep_ in ("xcomp", "acl") and (head.lemma_.lower() in self.refusals)

    # -- cues that are no verbs

    def according(self, token: Token) -> list[Report]:
        doc = token.doc
        sources = [o for to in children(token, "prep") for o in children(to, "pobj")]
        if not sources:
            return []
        start, end = subtree_range(token)
        head = token.head
        while (
            head.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and not children(head, "nsubj", "nsubjpass")
        ):
            head = head.head
        left, right = _clause_range(head) if head != token else (token.sent.start, token.sent.end)
        after, before = trim(doc, end, right), trim(doc, left, start)
        content = after if after[1] - after[0] >= before[1] - before[0] else before
        if content[1] - content[0] < 2:
            return []
        return [self.report(doc, token, self.author(sources[0]), content, Cue())]

    def nominal(self, noun: Token, cue: Cue) -> list[Report]:
        """ "the accusation by X that ...", "X's claim of ...": only where the text names who makes it."""
        clauses = [
            c for c in children(noun, "acl", "ccomp") if any(m.lower_ == "that" for m in children(c, "mark"))
        ]
        source = self.author(noun)
        if not clauses or source == noun:
            return []
        return [self.report(noun.doc, noun, source, trim(noun.doc, *subtree_range(clauses[0])), cue)]

    def adjectival(self, adjective: Token, cue: Cue) -> list[Report]:
        """ "is convinced (that) ...", also where the parser makes the adjective a modifier inside the
        clause.
        """
        verb = next((t for t in adjective.ancestors if t.lemma_ == "be"), None)
        if verb is None or adjective.i - verb.i > 3 or adjective.i < verb.i or not children(verb, "nsubj"):
            return []
        clauses = children(adjective, "ccomp") or [
            c for c in children(verb, "ccomp") if c.left_edge.i == adjective.i
        ]
        if not clauses:
            return []
        content = trim(
            adjective.doc, max(adjective.i + 1, clauses[0].left_edge.i), clauses[0].right_edge.i + 1
        )
        return [self.report(adjective.doc, adjective, children(verb, "nsubj")[0], content, cue)]

    def author(self, source: Token) -> Token:
        """Whose report a report is: its possessor, or who stands after `by`, `from` or `of`."""
        if not {source.lemma_.lower(), source.lower_} & (self.documents | self.nouns.keys()):
            return source
        owners = children(source, "poss")
        if not owners:
            preps = [p for p in source.children if p.lower_ in ("by", "from") and p.dep_ in ("prep", "agent")]
            owners = [o for p in preps for o in children(p, "pobj")]
        if not owners:
            owners = [c for c in children(source, "compound", "nmod") if c.pos_ == "PROPN"][-1:]
        return owners[0] if owners else source

    def report(self, doc: Doc, cue_token: Token, source: Token, content: tuple[int, int], cue: Cue) -> Report:
        inside = [doc[i]._.quotation is not None for i in range(*content) if not doc[i].is_punct]
        speech = any(
            is_speech(q) and q.start < content[1] and q.end > content[0] for q in doc.spans["quotations"]
        )
        cue_inside = cue_token._.quotation is not None
        quoted = bool(inside) and all(inside) and not cue_inside
        return Report(
            cue_token.i,
            source.i,
            content,
            cue.stance,
            cue.force,
            quoted,
            any(inside) and not quoted and speech and not cue_inside,
        )


def _cue(where: str, row: dict[str, Any]) -> Cue:
    check_keys(where, row, VERB_KEYS)
    return Cue(**{**row, "about": tuple(row.get("about", ()))})


def _clause_range(head: Token) -> tuple[int, int]:
    """A clause without what is coordinated to the clause above it."""
    return trim(head.doc, *subtree_range(head))


def _is_question(clause: Token) -> bool:
    """ "knew where ...", "asked who ...": nothing is claimed."""
    return clause.left_edge.tag_ in ("WRB", "WP") and clause.left_edge.lower_ not in ("what", "when")


def _shared(verb: Token) -> list[tuple[int, int]]:
    """ "said that A, but B": the tree hangs B on the cue; after "that", prose goes on reporting until the
    sentence ends.
    """
    return [
        _clause_range(c)
        for c in children(verb, "conj")
        if c.i > verb.i and c.lemma_.lower() not in load_yaml("cues.yml")["verbs"] and _has_own_subject(c)
    ]


def _has_own_subject(clause: Token) -> bool:
    return bool(children(clause, "nsubj", "nsubjpass", "compound", "expl"))


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Clauses with nothing but a conjunction between them are one content."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start - out[-1][1] <= 3:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _parenthetical(verb: Token) -> bool:
    """ "..., he suggested, ...": a cue that hangs below what it reports, set off by commas."""
    kids = [c for c in verb.children if not c.is_punct]
    if any(c.dep_ == "mark" or c.tag_ == "WRB" for c in kids) or not children(verb, "nsubj"):
        return False
    return verb.dep_ == "parataxis" or all(
        c.dep_ in ("nsubj", "advmod", "aux", "npadvmod", "prep") for c in kids
    )


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


def _named_after(verb: Token) -> Token | None:
    """ "..., said Under Secretary of the Treasury for X Jane Doe": the person's name, however the tree
    reads the long title.
    """
    if verb.i and verb.nbor(-1).text not in (",", "”", "''", '"', "’"):
        return None
    end = next(
        (
            t.i
            for t in verb.doc[verb.i + 1 :]
            if t.pos_ in ("VERB", "AUX", "PUNCT", "SPACE") and t.text != "-"
        ),
        len(verb.doc),
    )
    people = [
        s for s in verb.doc.spans["names"] if verb.i < s.start < end and s._.name.actor_type == "person"
    ]
    return people[-1].root if people else None


def _that_clause(verb: Token, cues: dict[str, Cue]) -> list[tuple[int, int]]:
    """ "said through a lawyer that he ...": a that-clause that the tree hung on a noun in between."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ == "VERB" and token.lemma_ in cues and children(token, "nsubj"):
            return []
        clause = token.head
        if (
            token.lower_ == "that"
            and token.dep_ in ("mark", "nsubj", "dobj")
            and clause.i > token.i
            and children(clause, "nsubj", "nsubjpass")
        ):
            return (
                [(token.i + 1, clause.right_edge.i + 1)]
                if token.dep_ == "mark" and token.i - verb.i < 8
                else []
            )
    return []


def _closed(verb: Token, source: Token) -> list[tuple[int, int]]:
    """ "..., the observatory reported.": what stands before a closing cue, whatever the tree makes of the
    sentence.
    """
    start, left = verb.sent.start, source.left_edge.i
    while left < source.i and verb.doc[left - 1].text != "," and left > start:
        left += 1
    rest = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ in ("VERB", "AUX")]
    if source.i > verb.i or rest or left - start < 4 or verb.doc[left - 1].text not in (",", "”", "''"):
        return []
    return [(start, left)]


def _interview(doc: Doc) -> list[Report]:
    """ "Doe: In the spring they came.": a paragraph that opens with a speaker's name and a colon is that
    speaker's.
    """
    out = []
    starts = {s.start: s for s in doc.spans["names"] if s._.name.actor_type == "person"}
    for token in doc:
        first = token._.block is not None and (token.i == 0 or token.nbor(-1)._.block is None)
        name = starts.get(token.i) if first else None
        if name is not None and name.end < len(doc) and doc[name.end].text == ":":
            end = next((t.i for t in doc[name.end :] if t._.block is None), len(doc))
            content = trim(doc, name.end + 1, end)
            if content[0] < content[1]:
                out.append(Report(name.end, name.root.i, content, "asserted", "claim", True, False))
    return out


def _without(verb: Token, extent: tuple[int, int]) -> tuple[int, int]:
    return extent if not extent[0] <= verb.i < extent[1] else (verb.i + 1, extent[1])


def _without_cue(verb: Token, source: Token, extent: tuple[int, int]) -> tuple[int, int]:
    """The longer side where the tree put the cue inside its own content."""
    start, end = extent
    if not start <= verb.i < end:
        return extent
    left, right = min(verb.i, source.left_edge.i), max(verb.i, source.right_edge.i) + 1
    return (start, left) if left - start >= end - right else (right, end)


def _about(verb: Token, prepositions: tuple[str, ...]) -> list[tuple[int, int]]:
    own = children(verb, "prep")
    objects = [p for o in children(verb, "dobj") for p in children(o, "prep")]
    found = [p for p in own + objects if p.lower_ in prepositions]
    return [(p.i + 1, p.right_edge.i + 1) for p in found][:1]


def _carried(doc: Doc, reports: list[Report]) -> list[Report]:
    """Quotations that no cue reports, right after one that has a speaker: the same speaker goes on.

    In the same paragraph the next quoted sentence; across paragraphs only where the first mark was never
    closed.
    """
    quotes = [q for q in doc.spans["quotations"] if is_speech(q)]
    covered: dict[int, Report] = {}
    for r in reports:
        for q in quotes:
            if r.content[0] < q.end and r.content[1] > q.start:
                covered.setdefault(q.start, r)
    out, last = [], None
    for q in quotes:
        if q.start in covered:
            last = (q, covered[q.start])
        elif last is not None and _goes_on(last[0], q):
            report = replace(
                last[1],
                content=trim(doc, q.start, q.end),
                stance="asserted",
                quoted=True,
                mixed=False,
                carried=True,
            )
            out.append(report)
            last = (q, report)
        else:
            last = None
    return out


def _goes_on(before: Span, quote: Span) -> bool:
    between = before.doc[before.end : quote.start]
    newlines = any(t._.block is None for t in between)
    if newlines:
        closed = any(t.text in ("”", "''", "»") or (t.text == '"') for t in between[:2])
        return not closed and all(t._.block is None or t.is_punct or t.is_quote for t in between)
    return sum(t.is_alpha for t in between) < 12 and quote.sent.start >= quote.start - 2


def coordinated_sources(doc: Doc, report: Report) -> list[Token]:
    """The head tokens of all who share the statement ("the minister and the mayor said")."""
    return coordinated(doc[report.source])


def content_span(doc: Doc, report: Report) -> Span:
    return span(doc, report.content)
