"""Show how an article was read: `python -m scripts.ingest FILE` lists its metadata and blocks, `--text`
prints its text.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.ingest import read_article
from scripts.records import Article, DataError

_SHOWN = 90  # characters of a block


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when the file cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m scripts.ingest", description=__doc__)
    parser.add_argument("file", type=Path, help="an article: .txt, .md, .html")
    parser.add_argument(
        "--text", action="store_true", help="print the decoded text, to which all offsets refer"
    )
    options = parser.parse_args(arguments)
    try:
        article = read_article(options.file)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    if options.text:
        # As bytes: the console must not turn line breaks or letters into others, offsets count them.
        sys.stdout.buffer.write(article.text.encode("utf-8"))
    else:
        print("\n".join(describe(article)))
    return 0


def describe(article: Article) -> list[str]:
    """Lines: the metadata, then one line per block with kind, extent and its first words."""
    metadata = article.metadata
    lines = [
        f"{name:10} {value if value is not None else '-'}"
        for name, value in (
            ("title", metadata.title),
            ("publisher", metadata.publisher),
            ("published", metadata.published),
            ("language", metadata.language),
            ("url", metadata.url),
        )
    ]
    for block in article.blocks:
        words = " ".join(article.text[block.start : block.end].split())
        shortened = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        lines.append(f"{block.kind:10} {block.start:7} {block.end:7}  {shortened}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
