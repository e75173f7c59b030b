"""The Doc covers the file to the letter, whatever the file is, and reads the same in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.annotate.pipeline import PIECE, Reader, _pieces
from scripts.extract import Findings, extract
from scripts.normalize import normalize
from scripts.records import Article, Block, BlockKind, Extent, Metadata
from scripts.reference import load_yaml
from tests.reading import article

EXAMPLES = load_yaml("claim_examples.yml")
SENTENCES = [e["text"] for kind in ("claims", "known_failures") for e in EXAMPLES[kind]]
ODD = st.text(alphabet="aé “”\"'’.,:;()-—\n\t\u00a0\u200b\u202e日Ω1é𝒳", max_size=40)
PIECES = st.lists(
    st.one_of(st.sampled_from(SENTENCES), ODD, st.sampled_from(["\n\n", "\n", "  ", "\r\n\r\n"])), max_size=6
)


def extents(found: Findings) -> list[Extent]:
    own = [s.extent for s in found.statements] + [a.extent for a in found.allegations]
    own += [s.extent for s in found.sanctions] + [a.extent for a in found.affiliations]
    mentions = [m.extent for actor in found.actors for m in actor.mentions]
    mentions += [m.extent for place in found.places for m in place.mentions]
    said = [e for s in found.statements for e in (s.source, s.cue_extent)]
    return [*own, *mentions, *said, *found.uncertain]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_any_text_is_covered_and_every_extent_lies_inside_it(reader: Reader, pieces: list[str]) -> None:
    text = "".join(pieces)
    one = article(text)
    (doc,) = reader.read([one])
    assert doc.text == one.text
    found = extract(doc)
    assert all(0 <= e.start < e.end <= len(text) for e in extents(found))
    for actor in found.actors:
        assert all(m.text == text[m.extent.start : m.extent.end] for m in actor.mentions)


def test_what_is_not_read_is_one_opaque_token_and_gives_no_row(reader: Reader) -> None:
    text = "The army bombed the hospital.\n\nGeneral Pavel Rudin shelled the town. Share this article!"
    second = text.index("General")
    blocks = (Block(BlockKind.PARAGRAPH, 0, second - 2), Block(BlockKind.JUNK, second, len(text)))
    (doc,) = reader.read([Article("a.txt", "0" * 64, text, blocks, Metadata("A"))])
    assert doc.text == text
    (opaque,) = [t for t in doc if t._.block is None]
    assert opaque.text == text[second - 2 :]
    found = extract(doc)
    assert [a.extent.end for a in found.allegations] == [second - 3]
    assert all("Rudin" not in actor.name for actor in found.actors)


def test_a_text_without_blocks_is_empty_of_findings(reader: Reader) -> None:
    (doc,) = reader.read([Article("a.txt", "0" * 64, "Nothing to read.", (), Metadata("A"))])
    found = extract(doc)
    assert doc.text == "Nothing to read."
    assert (found.statements, found.allegations, found.sanctions, found.places) == ((), (), (), ())


@pytest.mark.parametrize("length", [0, 1, PIECE, PIECE + 1, 3 * PIECE + 17])
def test_pieces_of_a_long_block_join_to_the_block(length: int) -> None:
    text = ("One sentence ends here. " * (length // 24 + 1))[:length]
    pieces = list(_pieces(text, 0, length))
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(0 < p.end - p.start <= PIECE for p in pieces)


def test_a_long_line_without_a_full_stop_is_cut_all_the_same() -> None:
    assert max(p.end - p.start for p in _pieces("a" * (2 * PIECE + 5), 0, 2 * PIECE + 5)) == PIECE


def test_sentences_do_not_run_over_paragraphs(reader: Reader) -> None:
    (doc,) = reader.read([article("A line without an end\n\nThe army left.")])
    assert [s.text for s in doc.sents] == ["A line without an end", "\n\n", "The army left."]


def test_an_article_reads_the_same_after_others(reader: Reader) -> None:
    text = "\n\n".join(SENTENCES[:20])
    alone = [extract(doc) for doc in reader.read([article(text)])]
    after = [extract(doc) for doc in reader.read([article("\n\n".join(SENTENCES[20:40])), article(text)])]
    assert after[1] == alone[0]


def test_nobody_is_accused_whom_the_paragraph_does_not_mention(reader: Reader) -> None:
    """By name, description or pronoun; answers ("rejected the claim") repeat the parties before them."""
    text = "\n\n".join(SENTENCES)
    one = article(text)
    (doc,) = reader.read([one])
    found = extract(doc)
    assert len(found.allegations) > 40
    for allegation in found.allegations:
        if allegation.rule.startswith("echo_"):
            continue
        (block,) = [b for b in one.blocks if b.start <= allegation.extent.start < b.end]
        for n, _ in allegation.actors:
            places = [m.extent.start for m in found.actors[n].mentions]
            here = any(block.start <= at < block.end for at in places)
            assert here, (found.actors[n].name, text[block.start : block.end])


def test_every_accusing_row_has_the_publisher_or_a_source_behind_it(reader: Reader) -> None:
    (doc,) = reader.read([article("\n\n".join(SENTENCES))])
    found = extract(doc)
    for a in found.allegations:
        assert (a.statement is None) == (a.chain == ()) == (a.mode == "narrator")
        assert a.statement is None or a.chain[-1] == a.statement
        actors = [found.statements[n].actor for n in a.chain]
        assert all(x != y for x, y in pairwise(actors))


SCRIPT = """
import json, sys
from scripts.annotate.pipeline import load
from scripts.extract import extract
from scripts.normalize import normalize
from tests.reading import article
text = sys.stdin.read()
tables = normalize(extract(doc) for doc in load().read([article(text, publisher="Kesh Herald")]))
json.dump(tables, sys.stdout, default=str)
"""


def test_the_hash_seed_changes_nothing(reader: Reader, root: Path) -> None:
    text = "\n\n".join(SENTENCES[::2])
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": str(root), "TZ": "Asia/Kathmandu"}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=text,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    here = normalize(extract(doc) for doc in reader.read([article(text, publisher="Kesh Herald")]))
    assert json.loads(run.stdout) == json.loads(json.dumps(here, default=str))


@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("The experts’ report to the council says the rebels fled.", "poss"),
        ("He called the ‘experts’ report a lie.", None),
    ],
)
def test_whose_report_it_is_behind_a_curved_apostrophe(reader: Reader, text: str, dep: str | None) -> None:
    doc = reader.parse(article(text))
    assert doc.text.strip() == text
    experts = next(t for t in doc if t.lower_ == "experts")
    assert dep is None or experts.dep_ == dep
    assert [t.text for t in doc if t.text in ("’", "'")][-1] == "’"
