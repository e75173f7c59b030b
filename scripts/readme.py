"""Keeps README.md and docs/method.md true: the output of their snippets, and what is generated from data.

Without --write it says what is out of date. Between `<!-- begin NAME -->` and `<!-- end NAME -->` stands what
is generated; a `python` block that an `output` block follows is run in the folder that holds `data`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.contract import load_contract
from scripts.evaluation.figures import shown
from scripts.evaluation.floors import read_accuracy
from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent
FILES = ("README.md", "docs/method.md")

BLOCK = re.compile(r"(<!-- begin (?P<name>\w+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)
SNIPPET = re.compile(r"(```python\n(?P<code>.*?)```\n\n?```output\n).*?(```)", re.DOTALL)
VERSION = re.compile(r"data/v\d+\.\d+\.\d+(?![.\d])")

PLAIN_OUTPUT = {"COLUMNS": "110", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "TZ": "UTC"}
"""What tools ask about the terminal that they print to."""


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; 1 when something is out of date, or a snippet fails."""
    epilog = "exit codes: 0 up to date, or written; 1 out of date, or a snippet fails; 2 wrong usage"
    parser = argparse.ArgumentParser("python -m scripts.readme", description=__doc__, epilog=epilog)
    parser.add_argument("--write", action="store_true", help="bring the files up to date")
    arguments = parser.parse_args(argv)
    try:
        with published() as place:
            stale = {name: text for name, text in current(place).items() if text != read(name)}
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for name, text in stale.items():
        print(f"{name}: {'written' if arguments.write else 'out of date; run with --write'}")
        if arguments.write:
            (ROOT / name).write_text(text, encoding="utf-8", newline="")
    return 1 if stale and not arguments.write else 0


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@contextmanager
def published() -> Iterator[Path]:
    """A folder with `data/v...` in it: the project's, or, while nothing is published there, a new one."""
    if any((ROOT / "data").glob("v*/datapackage.json")):
        yield ROOT
        return
    from scripts.build import build
    from scripts.report import Display

    with TemporaryDirectory() as folder:
        build(ROOT / "data/raw", Path(folder) / "data", keep_going=False, display=Display(quiet=True))
        yield Path(folder)


def current(place: Path) -> dict[str, str]:
    """The files as they should be, by name; `place` as `published` gives it.

    Raises `DataError` for a snippet that fails and a block that nobody generates.
    """
    return {name: _current(read(name), name, place) for name in FILES}


def _current(text: str, name: str, place: Path) -> str:
    def block(found: re.Match[str]) -> str:
        if found["name"] not in BLOCKS:
            raise DataError(f"{name}: nothing generates {found['name']!r}; known are {', '.join(BLOCKS)}")
        return found[1] + BLOCKS[found["name"]]() + found[3]

    def snippet(found: re.Match[str]) -> str:
        return found[1] + output(found["code"], name, place) + found[3]

    text = VERSION.sub(f"data/v{load_contract().version}", text)
    return SNIPPET.sub(snippet, BLOCK.sub(block, text))


def output(code: str, name: str, place: Path) -> str:
    """What a snippet prints. Raises `DataError`, with what it said, when it fails."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=place,
        env={**os.environ, **PLAIN_OUTPUT},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    if done.returncode or done.stderr:
        raise DataError(f"{name}: a snippet fails:\n{code}\n{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())


def tables_block() -> str:
    rows = (f"| `{t.name}` | {t.description} |\n" for t in load_contract().tables.values())
    return "| table | what a row is |\n|---|---|\n" + "".join(rows)


def accuracy_block() -> str:
    accuracy = read_accuracy()
    gold, figures = accuracy["gold"], accuracy["figures"]
    rows = (
        f"| {name} | {shown(f['precision'])} | {shown(f['recall'])} | {shown(f['f1'])} | {f['gold']} |\n"
        for name, f in figures.items()
    )
    return (
        f"{accuracy['description']} Measured on {gold['articles']} invented articles of {gold['words']:,} "
        f"words in all (`{gold['folder']}`).\n\n"
        "| what | precision | recall | F1 | in gold |\n|---|--:|--:|--:|--:|\n" + "".join(rows)
    )


BLOCKS: Mapping[str, Callable[[], str]] = {"tables": tables_block, "accuracy": accuracy_block}


if __name__ == "__main__":
    sys.exit(main())
