"""Every row stands on its evidence: offsets lie in the document and give back the very words."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contract import Table
from scripts.validate.subject import Subject, Violation

# Columns in the article's own words that carry no offsets of their own.
VERBATIM = {
    "allegations": ("date_text", "quantity_text"),
    "sanctions": ("date_text", "reason"),
}


def spans(subject: Subject) -> Iterator[Violation]:
    """`start < end <= length of the document`, for every pair of offsets."""
    for table, row in subject.each():
        text = _text(subject, row.get("document_id"))
        for start_column, end_column, _ in span_columns(table):
            start, end = row[start_column], row[end_column]
            if not isinstance(start, int) or not isinstance(end, int) or text is None:
                continue
            if not 0 <= start < end:
                yield subject.violation(table.name, row, start_column, "start lies before end", (start, end))
            elif end > len(text):
                rule = f"span lies inside the document of {len(text)} characters"
                yield subject.violation(table.name, row, end_column, rule, (start, end))


def quotes(subject: Subject) -> Iterator[Violation]:
    """`quote == text[start:end]`, to the letter."""
    for table, row in subject.each():
        text = _text(subject, row.get("document_id"))
        for start_column, end_column, words_column in span_columns(table):
            start, end = row[start_column], row[end_column]
            if words_column is None or text is None or not isinstance(start, int) or not isinstance(end, int):
                continue
            if row[words_column] is not None and row[words_column] != text[max(start, 0) : max(end, 0)]:
                rule = f"equals the document from {start} to {end}"
                yield subject.violation(table.name, row, words_column, rule, row[words_column])


def verbatim(subject: Subject) -> Iterator[Violation]:
    """Words given as the article's stand in the article, whatever the white space between them."""
    collapsed: dict[object, str] = {}
    for table_name, columns in VERBATIM.items():
        for row in subject.rows(table_name):
            document = row["document_id"]
            text = _text(subject, document)
            if text is None:
                continue
            if document not in collapsed:
                collapsed[document] = " ".join(text.split())
            for column in columns:
                words = row[column]
                if isinstance(words, str) and " ".join(words.split()) not in collapsed[document]:
                    yield subject.violation(table_name, row, column, "words stand in the document", words)


def documents(subject: Subject) -> Iterator[Violation]:
    """Every document's text is at hand, and as long as its row says."""
    for row in subject.rows("documents"):
        text = _text(subject, row["document_id"])
        if text is None:
            yield subject.violation("documents", row, "document_id", "text of the document is at hand")
        elif row["characters"] is not None and row["characters"] != len(text):
            rule = f"characters equals the length of the text, {len(text)}"
            yield subject.violation("documents", row, "characters", rule, row["characters"])


def span_columns(table: Table) -> Iterator[tuple[str, str, str | None]]:
    """Start, end and words of each span: `start`, `end` go with `quote` or `text`, `x_start`, `x_end` with
    `x_text`; the words are `None` where the table has no such column (a cue is published as a lemma)."""
    for column in table.columns:
        if column == "start":
            words = next((name for name in ("quote", "text") if name in table.columns), None)
            yield "start", "end", words
        elif column.endswith("_start") and table.field(column).type == "integer":
            stem = column.removesuffix("_start")
            yield column, f"{stem}_end", f"{stem}_text" if f"{stem}_text" in table.columns else None


def _text(subject: Subject, document: object) -> str | None:
    return subject.texts.get(document) if isinstance(document, str) else None
