"""Review files nobody would think of: a clear error or a correct result, never a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.records import DataError, Tables
from scripts.review import review
from scripts.review.sheet import quoted
from scripts.review.strict_yaml import Node, parse_yaml
from scripts.validate import validate
from tests.faults.cells import CONTRACT, no_cell_runs
from tests.faults.conftest import tries
from tests.faults.review_strategies import ADDED, KEYED, LOOSE, NODES, TRICKS
from tests.faults.strategies import BYTES, NASTY
from tests.validate import sample


def applied(folder: Path, tables: Tables) -> None:
    """Reviews as a build does; what comes of it is valid, or named by an error or a violation."""
    try:
        found = review(tables, sample.texts(), folder, CONTRACT)
    except DataError:
        return  # refused, with a message
    if validate(found, sample.texts(), CONTRACT, sample.BOXES) == []:
        no_cell_runs(found)


@tries(150, 3500)
@given(decisions=st.lists(KEYED | ADDED | LOOSE, max_size=4))
def test_decisions(decisions: list[object], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    text = yaml.safe_dump({"document": sample.DOCUMENT, "decisions": decisions}, allow_unicode=True)
    (folder / f"{sample.DOCUMENT}.yml").write_text(text, "utf-8", errors="surrogatepass")
    applied(folder, sample.tables())


@tries(60, 1000)
@given(
    entries=st.lists(
        st.dictionaries(
            st.sampled_from(
                ["id", "date", "kind", "party", "request", "reply", "outcome", "explanation", "rows", "x"]
            ),
            st.sampled_from(["cor-1", "2021-01-01", "reply", "declined", "removed", "alg-1"]) | NODES,
        ),
        max_size=3,
    )
)
def test_corrections(entries: list[object], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    text = yaml.safe_dump({"corrections": entries}, allow_unicode=True)
    (folder / "corrections.yml").write_text(text, "utf-8", errors="surrogatepass")
    applied(folder, sample.tables())


@tries(60, 1000)
@given(text=TRICKS | st.text(max_size=60) | BYTES)
def test_any_bytes_as_a_review(text: str | bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    for name in (f"{sample.DOCUMENT}.yml", "corrections.yml"):
        (folder / name).write_bytes(data)
    applied(folder, sample.tables())


@tries(150, 1500)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | NASTY.filter(lambda t: t != "\ud800"))
def test_what_a_sheet_quotes_reads_back(text: str) -> None:
    node: Node = parse_yaml(f"quote: {quoted(text)}\n", "test")
    assert node == {"quote": text}
