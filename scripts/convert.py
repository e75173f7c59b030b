"""Articles -> findings: each by itself, so in this process or on all cores the results are the same."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import FrameType

from scripts.annotate.pipeline import Reader, load
from scripts.extract import extract
from scripts.extract.findings import Findings
from scripts.records import Article, DataError

LANGUAGE = "en"
"""The language that the model reads. Articles in another one become a row of `documents` and nothing else."""

WORTH_A_POOL = 8
"""Up to this many articles, loading the model once more costs more than the second core saves."""

SECONDS = 120
"""How long one article may take, unless told otherwise: some 600,000 words on a slow machine."""

_reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class TooSlow:
    """An article that was given up."""

    article: Article
    reason: str


class _TimeIsUp(BaseException):
    """No `Exception`, so that no handler on the way takes it for a fault of its own."""


def convert(articles: Sequence[Article], cores: int | None = None) -> Iterator[Findings]:
    """The findings of each article, in the order of `articles`.

    Raises `DataError` when an article takes longer than `SECONDS`, and as `convert_in_time`.
    """
    for result in convert_in_time(articles, cores):
        if isinstance(result, TooSlow):
            raise DataError(f"{result.article.source_file}: {result.reason}")
        yield result


def convert_in_time(
    articles: Sequence[Article], cores: int | None = None, seconds: float = SECONDS
) -> Iterator[Findings | TooSlow]:
    """The findings of each article, in the order of `articles`; `TooSlow` for one that takes longer.

    Raises `DataError` when a worker process dies (out of memory, killed).
    """
    cores = min(cores or _usable_cores(), len(articles) // WORTH_A_POOL or 1)
    if cores == 1:
        yield from map(partial(_convert_one, seconds=seconds), articles)
    else:
        yield from _convert_in_pool(articles, cores, seconds)


def _convert_in_pool(articles: Sequence[Article], cores: int, seconds: float) -> Iterator[Findings | TooSlow]:
    # Spawned, not forked: a fork of a process with threads (numpy, arrow) may hang, and macOS cannot do it.
    # Ctrl-C is the parent's to handle, alone.
    pool = ProcessPoolExecutor(
        cores,
        multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )
    try:
        yield from pool.map(partial(_convert_one, seconds=seconds), articles)
    except BrokenProcessPool as error:
        raise DataError(
            "a process that converts articles died before it was done, which happens when memory runs out: "
            "free some, or build fewer or smaller articles at a time"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _convert_one(article: Article, seconds: float = SECONDS) -> Findings | TooSlow:
    if article.metadata.language != LANGUAGE:
        return Findings(article)
    reader = _loaded()
    try:
        with _at_most(seconds):
            (doc,) = reader.read([article])
            return extract(doc)
    except _TimeIsUp:
        return TooSlow(article, f"took longer than {seconds:g} seconds; split it or raise --seconds")
    except Exception as error:
        error.add_note(f"while converting {article.source_file}")
        raise


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raises `_TimeIsUp` in the block when it takes longer; only between two steps of the interpreter."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _loaded() -> Reader:
    global _reader
    if _reader is None:
        try:
            _reader = load()
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            # Only what stands in data/reference differs from what the tests load.
            raise DataError(f"data/reference cannot be loaded: {type(error).__name__}: {error}") from error
    return _reader


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
