"""Articles to findings, in one process and in several."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Any

import pytest

from scripts import build
from scripts.convert import SECONDS, TooSlow, convert, convert_in_time
from scripts.extract.findings import Findings
from scripts.ingest.article import DEFAULT_LIMITS
from scripts.records import Article, Block, BlockKind, DataError, Metadata

SENTENCE = "The mill owner Tomas Ferrand said on Tuesday that guards attacked mill number {}."


def article(number: int, language: str = "en") -> Article:
    text = SENTENCE.format(number)
    metadata = Metadata(title=f"Mill {number}", published=date(2021, 3, 3), language=language)
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Article(f"{number}.txt", f"{number:064}", text, blocks, metadata)


def test_results_do_not_depend_on_the_number_of_cores() -> None:
    articles = [article(number) for number in range(16)]
    alone = list(convert(articles, cores=1))
    assert list(convert(articles, cores=2)) == alone
    assert [found.article for found in alone] == articles


def test_an_article_in_another_language_is_not_read() -> None:
    read, not_read = convert([article(1), article(1, language="fr")])
    assert not_read == type(not_read)(article(1, language="fr"))
    assert read != not_read


class Deadly:
    """Ends the process that unpickles it, as the system does when memory runs out."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_the_death_of_a_worker_is_an_error_that_says_what_to_do() -> None:
    articles: list[Any] = [Deadly()] * 16
    with pytest.raises(DataError, match="memory"):
        list(convert(articles, cores=2))


def test_a_fault_of_ours_names_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(doc: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr("scripts.convert.extract", broken)
    with pytest.raises(ValueError, match="a fault") as fault:
        list(convert([article(7)]))
    assert fault.value.__notes__ == ["while converting 7.txt"]


@pytest.mark.parametrize("cores", [1, 2])
def test_an_article_that_takes_too_long_is_named_and_the_others_are_read(cores: int) -> None:
    long = article(0)
    text = "\n\n".join(SENTENCE.format(number) for number in range(20_000))
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)
    )
    slow = Article(long.source_file, long.sha256, text, blocks, long.metadata)
    next(convert([article(1)]))  # loads the model, which does not count
    results = list(
        convert_in_time([article(1), slow, article(2)] + [article(n) for n in range(3, 16)], cores, 2)
    )
    assert [type(result) for result in results[:3]] == [Findings, TooSlow, Findings]
    assert "longer than 2 seconds" in str(results[1])


def test_the_limits_are_those_that_the_command_line_names() -> None:
    assert (SECONDS, DEFAULT_LIMITS.article) == (build.SECONDS, build.BYTES)
