"""Prints what is different between two versions: first in words, then every change, a line each.

`make diff A=0.1.0 B=0.3.0`
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.publish.changes_text import FILE, changes_text, detailed
from scripts.publish.comparison import compare
from scripts.publish.numbers import parse_version
from scripts.publish.snapshot import Snapshot, read_snapshot
from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser("python -m scripts.diff", description=__doc__)
    parser.add_argument("old", metavar="A", help="a version such as 0.1.0")
    parser.add_argument("new", metavar="B", help="another version")
    parser.add_argument("--out", type=Path, default=ROOT / "data", help="where versions are published")
    arguments = parser.parse_args(argv)
    try:
        print(difference(arguments.out, arguments.old, arguments.new), end="")
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def difference(out: Path, old: str, new: str) -> str:
    """Raises `DataError` for a version that is not there or cannot be read."""
    comparison = compare(_version(out, old), _version(out, new), ignored=[FILE])
    if comparison.equal:
        return f"{old} and {new} say the same\n"
    lines = "".join(f"{line}\n" for line in detailed(comparison))
    return f"{changes_text(old, new, comparison)}{lines}"


def _version(out: Path, text: str) -> Snapshot:
    folder = out / f"v{parse_version(text)}"
    if not folder.is_dir():
        there = ", ".join(sorted(path.name[1:] for path in out.glob("v*") if path.is_dir())) or "none"
        raise DataError(f"version {text}: is not in {out}; there are: {there}")
    return read_snapshot(folder)


if __name__ == "__main__":
    sys.exit(main())
