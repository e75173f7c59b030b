"""Derives from a published version what other tools load: databases, a workbook, maps, graphs, metadata.

Writes data/exports/v<version>/ and the repository's generated documents. The version itself is not touched.
"""

# What costs time to import is imported where it is used, so that --help answers at once.
from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.records import DataError

if TYPE_CHECKING:
    from scripts.exports.source import Source

ROOT = Path(__file__).resolve().parent.parent
EXIT_CODES = (
    "exit codes: 0 written, or up to date; 1 something is wrong, or a document is out of date; 2 wrong usage"
)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code. Raises `SystemExit` for --help and wrong usage."""
    arguments = _arguments(argv)
    try:
        return _check(arguments) if arguments.check else _write(arguments)
    except (DataError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
    except ModuleNotFoundError as error:
        print(f"error: {error}: `make exports` installs what exports need", file=sys.stderr)
    return 1


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    summary, _, details = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        "python -m scripts.export", description=summary + details, epilog=EXIT_CODES
    )
    parser.add_argument(
        "version", nargs="?", type=Path, help="folder of the version (default: that of the contract)"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "data/exports", help="default: data/exports")
    parser.add_argument("--articles", type=Path, default=ROOT / "data/raw", help="default: data/raw")
    parser.add_argument("--documents", type=Path, default=ROOT, help="root of the generated documents")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say which documents are out of date"
    )
    return parser.parse_args(argv)


def _write(arguments: argparse.Namespace) -> int:
    from scripts.exports.documents import documents, write_documents
    from scripts.exports.folder import write_exports

    source = _source(arguments)
    folder, views = write_exports(source, arguments.out)
    print(f"written {folder}: {len(list(folder.iterdir()))} files")
    texts = documents(source.contract, {**source.tables, **views})
    for name in write_documents(texts, arguments.documents):
        print(f"written {name}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from scripts.contract import load_contract
    from scripts.exports.documents import stale_documents

    stale = stale_documents(load_contract(), arguments.documents)
    for name in stale:
        print(f"{name} is out of date: run `make exports`", file=sys.stderr)
    return 1 if stale else 0


def _source(arguments: argparse.Namespace) -> Source:
    from scripts.contract import load_contract
    from scripts.exports.source import read_source

    version = arguments.version or ROOT / "data" / f"v{load_contract().version}"
    return read_source(version, arguments.articles)


if __name__ == "__main__":
    sys.exit(main())
