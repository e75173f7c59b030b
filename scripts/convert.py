"""Articles -> findings: each by itself, so in this process or on all cores the results are the same."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from scripts.annotate.pipeline import Reader, load
from scripts.extract import extract
from scripts.extract.findings import Findings
from scripts.records import Article, DataError

LANGUAGE = "en"
"""The language that the model reads. Articles in another one become a row of `documents` and nothing else."""

WORTH_A_POOL = 8
"""Up to this many articles, loading the model once more costs more than the second core saves."""

_reader: Reader | None = None


def convert(articles: Sequence[Article], cores: int | None = None) -> Iterator[Findings]:
    """The findings of each article, in the order of `articles`.

    Raises `DataError` when a worker process dies (out of memory, killed).
    """
    cores = min(cores or _usable_cores(), len(articles) // WORTH_A_POOL or 1)
    if cores == 1:
        yield from map(_convert_one, articles)
    else:
        yield from _convert_in_pool(articles, cores)


def _convert_in_pool(articles: Sequence[Article], cores: int) -> Iterator[Findings]:
    # Spawned, not forked: a fork of a process with threads (numpy, arrow) may hang, and macOS cannot do it.
    # Ctrl-C is the parent's to handle, alone.
    pool = ProcessPoolExecutor(
        cores,
        multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )
    try:
        yield from pool.map(_convert_one, articles)
    except BrokenProcessPool as error:
        raise DataError(
            "a process that converts articles died before it was done, which happens when memory runs out: "
            "free some, or build fewer or smaller articles at a time"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _convert_one(article: Article) -> Findings:
    if article.metadata.language != LANGUAGE:
        return Findings(article)
    try:
        (doc,) = _loaded().read([article])
        return extract(doc)
    except Exception as error:
        error.add_note(f"while converting {article.source_file}")
        raise


def _loaded() -> Reader:
    global _reader
    if _reader is None:
        _reader = load()
    return _reader


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
