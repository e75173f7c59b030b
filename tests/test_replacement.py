"""It converts, it does not recite: other names, numbers, dates and places in the article, the same tables.

What the first article gives is taken as gold for the article with everything replaced by others of the same
kind, rewritten by the same replacements; every figure of the evaluation must then be at least 0.95.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.convert import convert
from scripts.evaluation import Evaluation, evaluate
from scripts.evaluation.answers import Answers
from scripts.ingest import read_article
from scripts.normalize import normalize
from scripts.records import Article, Row, Tables
from tests.replacements import AT_LEAST, REPLACEMENTS, Replacement
from tests.rewriting import rewritten

ARTICLE = "iran-taliban-2019-01-02.txt"


@pytest.fixture(scope="module")
def article(root: Path) -> Article:
    return read_article(root / "data/raw" / ARTICLE, with_sidecar=False)


@pytest.fixture(scope="module")
def tables(article: Article) -> Tables:
    return in_reading_order(normalize(convert([article])))


@pytest.mark.parametrize("replacement", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_other_names_numbers_dates_and_places_give_the_same_tables(
    replacement: Replacement, article: Article, tables: Tables, tmp_path: Path
) -> None:
    evaluation = evaluate_replaced(replacement, article, tables, tmp_path)
    low = {
        name: figure.f1
        for name, figure in evaluation.figures.items()
        if figure.f1 is not None and figure.f1 < replacement.known.get(name, AT_LEAST)
    }
    assert low == {}, "\n".join(evaluation.miss_lines())


def test_every_word_to_replace_stands_in_the_article(article: Article) -> None:
    words = {word for replacement in REPLACEMENTS.values() for word in replacement.words}
    assert {word for word in words if word not in article.text} == set()


def test_what_is_compared_is_not_nothing(tables: Tables) -> None:
    counts = {name: len(tables[name]) for name in ("actors", "locations", "allegations", "sanctions")}
    assert min(counts.values()) > 0
    assert counts["allegations"] > 20


def evaluate_replaced(replacement: Replacement, article: Article, tables: Tables, folder: Path) -> Evaluation:
    path = folder / article.source_file
    path.write_text(replacement(article.text), "utf-8")
    replaced = read_article(path)
    gold = rewritten(Answers(tables).of(article.source_file), replaced, replacement)
    return evaluate(in_reading_order(normalize(convert([replaced]))), [gold])


def in_reading_order(tables: Tables) -> Tables:
    """Claims in the same words are paired in the order of the tables, which that of other ids is not."""
    for table in ("allegations", "sanctions"):
        tables[table].sort(key=_place_in_text)
    return tables


def _place_in_text(row: Row) -> tuple[int, int, str]:
    return int(str(row["start"])), int(str(row["end"])), str(row.get("rule"))
