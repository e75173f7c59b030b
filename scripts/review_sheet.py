"""Writes what is still to be decided on a document into its review file, ready to edit.

`make review DOC=document_id`. Decisions that the file holds are kept to the letter.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser("python -m scripts.review_sheet", description=__doc__)
    parser.add_argument("document", metavar="DOC", help="id of a document, as in the table documents")
    parser.add_argument("--articles", type=Path, default=ROOT / "data/raw", help="folder (default: data/raw)")
    arguments = parser.parse_args(argv)
    if not arguments.articles.is_dir():
        parser.error(f"{arguments.articles} is not a folder: name one that holds articles")
    try:
        path, undecided = write_sheet(arguments.document, arguments.articles)
    except (DataError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{path}: {undecided} rows are undecided")
    return 0


def write_sheet(document: str, articles: Path) -> tuple[Path, int]:
    """The file, and how many rows are undecided in it. Raises `DataError` as `sheet_text` and a build do."""
    from scripts.build import REVIEW, machine_tables, read_findings
    from scripts.contract import load_contract
    from scripts.publish.atomic import replace_file
    from scripts.report import Display
    from scripts.review.sheet import sheet_text

    findings, _ = read_findings(articles, keep_going=True, display=Display(quiet=True))
    tables, _ = machine_tables(findings)
    folder = articles.absolute().parent / REVIEW
    folder.mkdir(exist_ok=True)
    path = folder / f"{document}.yml"
    if path.parent != folder or path.is_symlink():
        raise DataError(f"{document!r} is no id of a document")
    text, undecided = sheet_text(document, tables, load_contract(), path)
    replace_file(path, text.encode("utf-8"))
    return path, undecided


if __name__ == "__main__":
    sys.exit(main())
