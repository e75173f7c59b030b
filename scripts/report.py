"""What the user of `make build` sees: how far it is, on stderr, and in the end what came of it, on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

from scripts.records import Article, Tables

T = TypeVar("T")

CLAIMS = ("statements", "allegations", "sanctions")
"""An article without a row in any of these says nothing that is attributed."""


@dataclass(frozen=True)
class Display:
    """A bar on a terminal, plain lines elsewhere, nothing when `quiet`."""

    quiet: bool = False

    def step(self, what: str) -> None:
        if not self.quiet:
            print(what, file=sys.stderr, flush=True)

    def each(self, items: Iterable[T], names: Sequence[str]) -> Iterator[T]:
        """`items` as they come, one per name; the display moves on with each."""
        if self.quiet or not sys.stderr.isatty():
            yield from self._lines(items, names)
        else:
            yield from self._bar(items, names)

    def _lines(self, items: Iterable[T], names: Sequence[str]) -> Iterator[T]:
        for number, (item, name) in enumerate(zip(items, names, strict=True), start=1):
            self.step(f"  {number} of {len(names)}: {name}")
            yield item

    def _bar(self, items: Iterable[T], names: Sequence[str]) -> Iterator[T]:
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("converting", total=len(names))
            for item, name in zip(items, names, strict=True):
                progress.update(task, advance=1, description=f"converted {name}")
                yield item


@dataclass(frozen=True)
class Outcome:
    """What a build came to.

    `skipped` and `notes` say, a line each, which files were not read or gave no rows, and why; `uncertain`
    counts the sentences that the file `listing` holds; `rule` says why the version has its number.
    """

    folder: Path
    changed: bool
    rows: Mapping[str, int]
    skipped: Sequence[str]
    notes: Sequence[str]
    uncertain: int
    listing: str
    rule: str = ""

    def __str__(self) -> str:
        return "\n".join([self._headline(), *self._tables(), *self._left_out(), *self._how_to_load()])

    def _headline(self) -> str:
        what = counted(self.rows["documents"], "document")
        done = f"published {self.folder}" if self.changed else f"nothing changed, {self.folder} stands"
        return f"{done}: {what}" + (f"\n  {self.rule}" if self.rule else "")

    def _tables(self) -> Iterator[str]:
        width = max(len(table) for table in self.rows)
        yield from (f"  {table:<{width}} {count:>9,}" for table, count in self.rows.items())

    def _left_out(self) -> Iterator[str]:
        yield from (f"skipped: {line}" for line in self.skipped)
        yield from (f"note: {line}" for line in self.notes)
        if self.uncertain:
            sentences = counted(self.uncertain, "sentence")
            yield f"left out as unsure: {sentences}, listed in {self.folder / self.listing}"

    def _how_to_load(self) -> Iterator[str]:
        path = (self.folder / "allegations.parquet").as_posix()
        yield f'load: pandas.read_parquet("{path}", dtype_backend="pyarrow")'


def counted(count: int, noun: str) -> str:
    """`1 document`, `2,000 documents`."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def notes(articles: Iterable[Article], tables: Tables, language: str) -> list[str]:
    """A line for every article that was read and gave no claims: it is in another language, or makes none."""
    document_of = {row["source_file"]: row["document_id"] for row in tables["documents"]}
    telling = {row["document_id"] for table in CLAIMS for row in tables[table]}
    found = []
    for article in articles:
        if article.metadata.language != language:
            written = article.metadata.language
            found.append(f"{article.source_file}: is in language {written!r}; only {language!r} is read")
        elif document_of[article.source_file] not in telling:
            found.append(f"{article.source_file}: nothing was found to extract")
    return found
