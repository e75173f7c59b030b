"""Text for cells: one line, no characters that break files, nothing that a spreadsheet would run."""

from __future__ import annotations

from scripts.records import DateValue, Extent, Row

RUNNABLE = "=+-@\uff1d\uff0b\uff0d\uff20"
DATE_COLUMNS = ("date", "date_start", "date_end", "date_precision", "date_text", "date_basis")


def clean(text: str | None) -> str | None:
    """White space folded, leading formula characters dropped; None for nothing."""
    if text is None:
        return None
    printable = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
    folded = " ".join(printable.split()).lstrip(RUNNABLE + " ").strip()
    return folded or None


def exact(text: str, extent: Extent) -> Extent | None:
    """The extent without white space at its ends and without what a spreadsheet would run at its head;
    None if nothing is left.
    """
    start, end = extent.start, extent.end
    while start < end and (text[start].isspace() or text[start] in RUNNABLE):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    quote = text[start:end]
    allowed = all(c.isprintable() or c in "\n\r\t" for c in quote)
    return Extent(start, end) if start < end and allowed else None


def date_cells(value: DateValue | None) -> Row:
    """The six date columns."""
    if value is None:
        return dict.fromkeys(DATE_COLUMNS)
    return {
        "date": value.date,
        "date_start": value.date_start,
        "date_end": value.date_end,
        "date_precision": value.date_precision,
        "date_text": clean(value.date_text),
        "date_basis": value.date_basis,
    }
