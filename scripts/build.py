"""Converts a folder of articles into tables, checks them and publishes them as a version.

Articles are .txt, .md and .html files, each with a sidecar beside it or none. Nothing is published unless
every check passes, and what was published before is never damaged.
"""

# What costs time to import is imported where it is used, so that --help and a mistyped folder answer at once.
from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.records import Article, DataError, Tables

if TYPE_CHECKING:
    from scripts.extract.findings import Findings
    from scripts.ingest import Harvest, Limits
    from scripts.publish.snapshot import Snapshot
    from scripts.publish.versions import Published
    from scripts.report import Display, Outcome

ROOT = Path(__file__).resolve().parent.parent
REVIEW = "review"
BYTES, SECONDS = 10_000_000, 120  # those of scripts.ingest and scripts.convert, which are slow to import
EXIT_CODES = "exit codes: 0 published, or nothing changed; 1 something is wrong with the data; 2 wrong usage"


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code. Raises `SystemExit` for --help, --version and wrong usage."""
    arguments = _arguments(argv)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # names of files may hold anything
    try:
        return _run(arguments)
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
    except OSError as error:
        print(f"error: {error}: nothing was published", file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted: what was published before is untouched", file=sys.stderr)
        return 130
    return 1


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    summary, _, details = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        "python -m scripts.build", description=summary + details, epilog=EXIT_CODES
    )
    parser.add_argument(
        "articles", nargs="?", type=Path, default=ROOT / "data/raw", help="folder (default: data/raw)"
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "data", help="where versions are published (default: data)"
    )
    parser.add_argument(
        "--keep-going", action="store_true", help="skip files that cannot be read, and list them"
    )
    parser.add_argument(
        "--article-bytes",
        type=_positive,
        default=BYTES,
        metavar="N",
        help="the largest article that is read (default: 10,000,000)",
    )
    parser.add_argument(
        "--seconds", type=_positive, default=SECONDS, metavar="N", help="for one article (default: 120)"
    )
    parser.add_argument("--quiet", action="store_true", help="say only what is wrong")
    parser.add_argument("--version", action="version", version=_version())
    arguments = parser.parse_args(argv)
    articles, out = arguments.articles, arguments.out
    if not articles.is_dir():
        parser.error(f"{articles} is not a folder: name one that holds articles")
    if out.exists() and not out.is_dir():
        parser.error(f"{out} is not a folder: name one, or one that is still to be made, for --out")
    if out.resolve().is_relative_to(articles.resolve()):
        parser.error(f"{out} lies in {articles}, so the tables would be read as articles: name another --out")
    return arguments


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:18]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return f"{project['name']} {project['version']}"


def _run(arguments: argparse.Namespace) -> int:
    from scripts.ingest import Limits
    from scripts.report import Display

    limits = Limits(article=arguments.article_bytes)
    outcome = build(
        arguments.articles,
        arguments.out,
        arguments.keep_going,
        Display(arguments.quiet),
        limits,
        arguments.seconds,
    )
    if not arguments.quiet:
        print(outcome)
    for line in outcome.skipped if arguments.quiet else ():
        print(f"skipped: {line}", file=sys.stderr)
    return 1 if outcome.skipped else 0


def build(
    articles: Path,
    out: Path,
    keep_going: bool,
    display: Display,
    limits: Limits | None = None,
    seconds: float = SECONDS,
) -> Outcome:
    """Articles of a folder -> a published version below `out`.

    Raises `DataError` for a file that cannot be read (unless `keep_going`), for rows that break a rule, and
    when the version cannot be written; then nothing is published.
    """
    content, findings, harvest = read_content(articles, keep_going, display, out, limits, seconds)
    display.step(f"publishing in {out}")
    from scripts.publish.versions import publish_next

    return _outcome(publish_next(content, out), content.tables, findings, harvest)


def read_content(
    articles: Path,
    keep_going: bool,
    display: Display,
    out: Path,
    limits: Limits | None = None,
    seconds: float = SECONDS,
) -> tuple[Snapshot, Sequence[Findings], Harvest]:
    """What a version made of `articles` says, reviewed and checked; raises `DataError` as `build`.

    Decisions are those in the folder `review` beside that of the articles.
    """
    from scripts.contract import load_contract
    from scripts.evaluation.floors import read_accuracy
    from scripts.publish.snapshot import Snapshot
    from scripts.uncertain import FILE, uncertain_csv

    findings, harvest = read_findings(articles, keep_going, display, limits, seconds)
    display.step("checking")
    tables = _checked_tables(findings, articles.absolute().parent / REVIEW, out)
    content = Snapshot(load_contract(), tables, {FILE: uncertain_csv(findings)}, read_accuracy())
    return content, findings, harvest


def read_findings(
    articles: Path, keep_going: bool, display: Display, limits: Limits | None = None, seconds: float = SECONDS
) -> tuple[Sequence[Findings], Harvest]:
    """What the machine finds in each article; raises `DataError` for files that cannot be read in bounds."""
    from scripts.ingest import Harvest, read_folder
    from scripts.ingest.article import DEFAULT_LIMITS
    from scripts.reference import REFERENCE
    from scripts.reference_check import check_reference

    check_reference(REFERENCE)
    display.step(f"reading {articles}")
    harvest = read_folder(articles, keep_going=keep_going, limits=limits or DEFAULT_LIMITS)
    findings, slow = _convert(harvest.articles, display, seconds)
    if slow and (not keep_going or not findings):
        raise DataError("\n".join(f"{name}: {reason}" for name, reason in slow))
    read = tuple(found.article for found in findings)
    return findings, Harvest(read, tuple(sorted((*harvest.skipped, *slow))))


def machine_tables(findings: Sequence[Findings]) -> tuple[Tables, dict[str, str]]:
    """The tables before any review, and the decoded texts by document id."""
    from scripts.normalize import normalize

    tables = normalize(findings)
    text_of_file = {found.article.source_file: found.article.text for found in findings}
    return tables, {
        str(row["document_id"]): text_of_file[str(row["source_file"])] for row in tables["documents"]
    }


def _convert(
    articles: Sequence[Article], display: Display, seconds: float
) -> tuple[list[Findings], list[tuple[str, str]]]:
    """Findings, and articles that took too long with the reason."""
    from scripts.report import counted

    display.step(f"converting {counted(len(articles), 'article')}")
    from scripts.convert import TooSlow, convert_in_time

    results = display.each(
        convert_in_time(articles, seconds=seconds), [article.source_file for article in articles]
    )
    findings: list[Findings] = []
    slow: list[tuple[str, str]] = []
    for result in results:
        if isinstance(result, TooSlow):
            slow.append((result.article.source_file, result.reason))
        else:
            findings.append(result)
    return findings, slow


def _checked_tables(findings: Sequence[Findings], decisions: Path, out: Path) -> Tables:
    from scripts.contract import load_contract
    from scripts.publish.versions import known_ids
    from scripts.review import review
    from scripts.validate import validate
    from scripts.validate.subject import InvalidTables

    tables, texts = machine_tables(findings)
    tables = review(tables, texts, decisions, load_contract(), known_ids(out))
    if violations := validate(tables, texts, load_contract()):
        raise InvalidTables(violations)
    return tables


def _outcome(published: Published, tables: Tables, findings: Sequence[Findings], harvest: Harvest) -> Outcome:
    from scripts.contract import load_contract
    from scripts.convert import LANGUAGE
    from scripts.report import Outcome, notes
    from scripts.uncertain import FILE

    return Outcome(
        folder=published.folder,
        changed=published.changed,
        rule=f"{'sealed' if published.sealed else 'a draft until it is released'}, {published.rule}",
        rows={table: _rows(published.folder / f"{table}.parquet") for table in load_contract().tables},
        skipped=[f"{name}: {reason}" for name, reason in harvest.skipped],
        notes=notes(harvest.articles, tables, LANGUAGE),
        uncertain=sum(len(found.uncertain) for found in findings),
        listing=FILE,
    )


def _rows(parquet: Path) -> int:
    """As published: the tables of changes are made by comparing, after the others."""
    from pyarrow.parquet import read_metadata

    return int(read_metadata(parquet).num_rows)


if __name__ == "__main__":
    sys.exit(main())
