"""Seals the newest version: it never changes from then on, and every build verifies it.

Adds a line to versions.csv and a section to CHANGELOG.md. Look at the draft first: `make diff` and CHANGES.md
in its folder say what is new.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.publish.release import release
from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser("python -m scripts.release", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "data", help="where versions are published")
    arguments = parser.parse_args(argv)
    if not arguments.out.is_dir():
        parser.error(f"{arguments.out} is not a folder")
    try:
        version, fresh = release(arguments.out)
    except (DataError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"sealed {version}" if fresh else f"{version} is sealed already")
    return 0


if __name__ == "__main__":
    sys.exit(main())
