"""Whatever stands in a file: a `DataError`, or blocks in order inside the text, the same ones each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.ingest import read_article
from scripts.ingest.furniture import FILE
from scripts.ingest.lines import BLANK
from scripts.ingest.sidecar import read_sidecar
from scripts.records import DataError
from scripts.reference import load_yaml

FURNITURE = [
    example["text"] if isinstance(example, dict) else example
    for entry in load_yaml(FILE)["shapes"]
    for example in (*entry["examples"], *entry["counterexamples"])
]
SENTENCES = [
    "The army left.",
    "“No,” he said",
    "# Title",
    "- item",
    "* ",
    "---",
    "By",
    "KABUL (AFP) -",
    "of the",
]
LINES = st.one_of(st.sampled_from(FURNITURE + SENTENCES), st.text(max_size=60))
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", " ", "\u2028", "\n \n", "\u200b", ""])
TEXTS = st.lists(st.tuples(LINES, BREAKS), max_size=25).map(lambda parts: "".join(a + b for a, b in parts))
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "<h1>", "<br>", "<!--", "<script>", "</", "&#0;", "&amp;", "<html>", "<td>"]
)
PAGES = st.lists(st.one_of(TAGS, LINES), max_size=25).map("".join)
SIDECAR_PARTS = ["title", ": ", "\n", "&a ", "*a", "!!x ", "[", "{", "- ", "'", '"', "---", "? ", "|"]
QUIET = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _check_message(message: str, path: Path) -> None:
    assert message.startswith(path.name)
    assert message.isprintable()


def _check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        article = read_article(path)
    except DataError as error:
        _check_message(str(error), path)
        return
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        words = article.text[block.start : block.end]
        assert words == words.strip(BLANK)
        end = block.end
    assert article.metadata.title
    extent = article.metadata.publisher_extent
    assert extent is None or article.text[extent.start : extent.end] == article.metadata.publisher
    assert article == read_article(path)


@QUIET
@given(data=st.binary(max_size=200))
@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_any_bytes(tmp_path: Path, suffix: str, data: bytes) -> None:
    _check(tmp_path / f"a.{suffix}", data)


@QUIET
@given(text=TEXTS)
def test_any_text(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    _check(tmp_path / "a.md", data)
    if text.strip(BLANK) and (tmp_path / "a.md").exists():
        _check(tmp_path / "b.txt", text.encode("utf-16", "surrogatepass"))


@QUIET
@given(page=PAGES)
def test_any_page(tmp_path: Path, page: str) -> None:
    _check(tmp_path / "a.html", page.encode("utf-8", "surrogatepass"))


@QUIET
@given(
    content=st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(SIDECAR_PARTS), max_size=15).map("".join),
    ),
    suffix=st.sampled_from([".yml", ".json"]),
)
def test_any_sidecar(tmp_path: Path, content: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        read_sidecar(path, 64_000)
    except DataError as error:
        _check_message(str(error), path)
