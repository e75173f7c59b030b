"""Measures the conversion: converts annotated articles and compares the tables with the annotations.

Prints precision, recall and F1 per table and field. The annotated articles of the project lie in tests/gold;
its README says what an annotation holds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.records import DataError

if TYPE_CHECKING:
    from scripts.evaluation import Evaluation, Gold

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests/gold"


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code. Raises `SystemExit` for --help and wrong usage."""
    arguments = _arguments(argv)
    try:
        return _run(arguments)
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    epilog = "exit codes: 0 measured; 1 wrong data, or --record below a floor; 2 wrong usage"
    parser = argparse.ArgumentParser("python -m scripts.evaluate", description=__doc__, epilog=epilog)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help="folder (default: tests/gold)")
    parser.add_argument("--misses", action="store_true", help="list everything that is missed or wrong")
    parser.add_argument("--json", action="store_true", help="print the figures (and misses) as JSON")
    parser.add_argument("--record", action="store_true", help="record the figures of tests/gold, and floors")
    parser.add_argument("--lower", metavar="REASON", help="with --record: why floors may be lowered")
    arguments = parser.parse_args(argv)
    if not arguments.gold.is_dir():
        parser.error(f"{arguments.gold} is not a folder: name one that holds annotated articles")
    if arguments.record and arguments.gold.resolve() != GOLD:
        parser.error("--record is for the project's own gold, tests/gold, alone")
    if arguments.lower is not None and not (arguments.record and arguments.lower.strip()):
        parser.error("--lower gives --record a reason")
    return arguments


def _run(arguments: argparse.Namespace) -> int:
    from scripts.evaluation import read_gold

    golds = read_gold(arguments.gold)
    evaluation = measure(golds)
    if arguments.record:
        record(evaluation, golds, arguments.lower)
    if arguments.json:
        misses = [[miss.article, miss.what, miss.words] for miss in evaluation.misses]
        shown = {"figures": evaluation.record(), **({"misses": misses} if arguments.misses else {})}
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(*evaluation.lines(), sep="\n")
        if arguments.misses:
            print("", *evaluation.miss_lines(), sep="\n")
        if arguments.gold.resolve() == GOLD.resolve():
            print("\n".join(_reviewed_lines()))
    return 0


def _reviewed_lines() -> list[str]:
    """The newest published version, where a person went through it: extracted and final side by side."""
    from scripts.evaluation.reviewed import lines
    from scripts.publish.version import read_version
    from scripts.publish.versions import versions_in

    published = versions_in(ROOT / "data")
    return list(lines(read_version(ROOT / "data" / f"v{published[-1]}"))) if published else []


def measure(golds: Sequence[Gold]) -> Evaluation:
    """How well automatic extraction alone, without review, does on annotated articles."""
    from scripts.convert import convert
    from scripts.evaluation import evaluate
    from scripts.normalize import normalize

    # One process: with as few articles as people annotate, loading the model twice costs more than it saves.
    tables = normalize(convert([gold.article for gold in golds], cores=1))
    return evaluate(tables, golds)


def record(evaluation: Evaluation, golds: Sequence[Gold], reason: str | None) -> None:
    """Writes the floors of the tests and the figures that builds publish.

    Raises `DataError`, and writes nothing, when a figure is below its floor and no reason is given.
    """
    from scripts.evaluation.floors import ACCURACY, FLOORS, accuracy_text, read_floors

    floors = read_floors().raised_to(evaluation.figures, reason)
    words = sum(len(gold.article.text.split()) for gold in golds)
    FLOORS.write_text(floors.text(), encoding="utf-8", newline="")
    ACCURACY.write_text(accuracy_text(evaluation.record(), len(golds), words), encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
