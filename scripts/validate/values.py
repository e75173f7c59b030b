"""What a single cell may hold: the contract's constraints, and what no table of ours may hold anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scripts.contract import Field
from scripts.validate.subject import Subject, Violation

# The characters a cell begins with that make a spreadsheet run it (OWASP, "CSV Injection"), full-width forms
# included: some locales read them as the plain ones.
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
# What XML 1.0, section 2.2, does not admit: no workbook, feed or graph file could carry it.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def enumerations(subject: Subject) -> Iterator[Violation]:
    """A value of an enumerated column is one of those listed."""
    return _cells(subject, "enum", lambda field, value: bool(field.enum) and value not in field.enum)


def patterns(subject: Subject) -> Iterator[Violation]:
    """A text matches its column's pattern from end to end."""
    return _cells(
        subject,
        "pattern",
        lambda field, value: (
            field.regex is not None and isinstance(value, str) and not field.regex.fullmatch(value)
        ),
    )


def bounds(subject: Subject) -> Iterator[Violation]:
    """A number lies between minimum and maximum, both inclusive."""
    return _cells(
        subject,
        "minimum and maximum",
        lambda field, value: (
            isinstance(value, int | float)
            and (
                (field.minimum is not None and value < field.minimum)
                or (field.maximum is not None and value > field.maximum)
            )
        ),
    )


def lengths(subject: Subject) -> Iterator[Violation]:
    """A text is no longer than its column admits."""
    return _cells(
        subject,
        "maxLength",
        lambda field, value: (
            isinstance(value, str) and field.max_length is not None and len(value) > field.max_length
        ),
    )


def empty_texts(subject: Subject) -> Iterator[Violation]:
    """No empty text: in the CSV it would be null."""
    return _cells(subject, "text is not empty", lambda _, value: value == "")


def formulas(subject: Subject) -> Iterator[Violation]:
    """No text that a spreadsheet would run."""
    return _cells(
        subject,
        "text is no formula",
        lambda _, value: isinstance(value, str) and FORMULA.match(value) is not None,
    )


def characters(subject: Subject) -> Iterator[Violation]:
    """No NUL and no other control character but tab and line ends."""
    return _cells(
        subject,
        "characters are printable",
        lambda _, value: isinstance(value, str) and FORBIDDEN.search(value) is not None,
    )


def _cells(subject: Subject, rule: str, broken: Callable[[Field, object], bool]) -> Iterator[Violation]:
    for table, row in subject.each():
        for field in table.fields:
            value = row[field.name]
            if value is not None and broken(field, value):
                yield subject.violation(table.name, row, field.name, rule, value)
