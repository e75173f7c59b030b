"""Sentences that carry a cue but gave no row, as a file beside the tables: where a reviewer looks first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from scripts.extract.findings import Findings

FILE = "uncertain.csv"
COLUMNS = ("source_file", "start", "end", "quote")
RUN_BY_SPREADSHEETS = "=+-@\t\r"


def uncertain_csv(findings: Iterable[Findings]) -> bytes:
    """One line per sentence, in the order of the documents and of their texts; `quote == text[start:end]`."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(COLUMNS)
    for found in findings:
        for extent in sorted(set(found.uncertain)):
            quote = found.article.text[extent.start : extent.end].lstrip(RUN_BY_SPREADSHEETS + " \n")
            writer.writerow((found.article.source_file, extent.end - len(quote), extent.end, quote))
    return output.getvalue().encode("utf-8")
