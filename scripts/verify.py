"""Verifies every published version, and builds the newest one anew from its sources.

Checked are checksums, seals and logical hashes, each CSV against its Parquet file cell by cell, every quote
against the pinned source, and that the sources give the newest version again, byte for byte.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; 1 when anything is wrong."""
    epilog = "exit codes: 0 all is as it was published; 1 something is not, and is named; 2 wrong usage"
    parser = argparse.ArgumentParser("python -m scripts.verify", description=__doc__, epilog=epilog)
    parser.add_argument("--out", type=Path, default=ROOT / "data", help="where versions are published")
    parser.add_argument("--articles", type=Path, default=ROOT / "data/raw", help="folder of the sources")
    parser.add_argument("--no-rebuild", action="store_true", help="do not build the newest version anew")
    arguments = parser.parse_args(argv)
    for folder in (arguments.out, arguments.articles):
        if not folder.is_dir():
            parser.error(f"{folder} is not a folder")
    found = False
    for problem in problems(arguments.out, arguments.articles, rebuild=not arguments.no_rebuild):
        print(f"wrong: {problem}", file=sys.stderr)
        found = True
    return 1 if found else 0


def problems(out: Path, articles: Path, *, rebuild: bool = True) -> Iterator[str]:
    """A line for everything that is wrong; prints what is verified as it goes."""
    from scripts.publish.verification import rebuild_problems, version_problems
    from scripts.publish.versions import sealed_versions, versions_in
    from scripts.sealed import broken_seals

    versions = versions_in(out)
    if not versions:
        yield f"{out}: holds no version"
        return
    try:
        yield from broken_seals(out)
        sealed = sealed_versions(out)
    except DataError as error:
        yield str(error)
        sealed = []
    for version in versions:
        lines = list(dict.fromkeys(version_problems(out / f"v{version}", articles)))
        yield from lines
        state = "sealed" if version in sealed else "draft"
        print(f"v{version} ({state}): {f'{len(lines)} wrong' if lines else 'as published'}", flush=True)
    yield from _root(out, str(versions[-1]))
    if rebuild:
        try:
            from scripts.build import read_content
            from scripts.report import Display

            content, _, _ = read_content(articles, keep_going=False, display=Display(quiet=True), out=out)
            lines = list(rebuild_problems(content, out, versions[-1]))
        except DataError as error:
            lines = [f"building v{versions[-1]} anew: {error}"]
        yield from lines
        print(f"v{versions[-1]} built anew: {'other' if lines else 'the same'} bytes", flush=True)


def _root(out: Path, newest: str) -> Iterator[str]:
    from scripts.contract import ROOT_DESCRIPTOR, load_contract
    from scripts.publish.versions import root_of

    if root_of(out) != out and load_contract().version != newest:
        yield f"{ROOT_DESCRIPTOR.name}: describes {load_contract().version}; run `make build`"


if __name__ == "__main__":
    sys.exit(main())
