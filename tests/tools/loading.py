"""The table of `docs/loading.md`, whose lines the tests run, and what a tool makes of the types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scripts.contract import Field, Table
from scripts.publish.canonical import parse, render
from scripts.records import Row

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs/loading.md"
LINE = re.compile(r"\| ([^|]+) \| ([^|]*?) ?\| `((?:[^`|]|\\\|)+)` \| ([^|]+) \|")
SNIPPET = re.compile(r"```python\n(.*?)```\n```output\n(.*?)```", re.DOTALL)
VERSION = re.compile(r"\bv\d+\.\d+\.\d+\b")
PYTHON_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}
NAMES = {"Timestamp": "timestamp", "str": "text", "ndarray": "text"}


@dataclass(frozen=True)
class Tool:
    """A row of the table."""

    name: str
    version: str
    line: str
    types: str


def snippets() -> list[tuple[str, str]]:
    """Python code of the page and the output that it shows, for the version that it names."""
    return SNIPPET.findall(PAGE.read_text("utf-8"))


def tools() -> dict[str, Tool]:
    """All rows of the table by name of tool."""
    found = [Tool(*match.groups()) for match in LINE.finditer(PAGE.read_text("utf-8"))]
    return {tool.name: tool for tool in found}


def line(name: str, version: Path, table: str = "allegations") -> str:
    """The one line of a tool, for another table and the version that the tests read."""
    return VERSION.sub(version.name, tools()[name].line).replace("allegations.", f"{table}.")


def verdict(tables: dict[str, list[Row]], contract: dict[str, Table]) -> str:
    """`right`, or what came out as something else, such as `dates as text`."""
    wrong = {
        f"{field.type}s as {NAMES.get(type(value).__name__, type(value).__name__)}"
        for name, rows in tables.items()
        for row in rows
        for field in contract[name].fields
        if (value := row[field.name]) is not None and not _is_right(value, field)
    }
    return ", ".join(sorted(wrong)) or "right"


def restored(row: Row, table: Table) -> Row:
    """The row as it was published, whatever types a tool gave it; the words of its values must be there."""
    return {field.name: _restored(row[field.name], field) for field in table.fields}


def _is_right(value: object, field: Field) -> bool:
    return type(value) is PYTHON_TYPES[field.type]


def _restored(value: Any, field: Field) -> object:
    if value is None or type(value) is PYTHON_TYPES[field.type]:
        return value
    if isinstance(value, datetime):
        assert (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date()
    if field.type == "integer" and value == int(value):
        return int(value)
    if field.type == "boolean" and value in (0, 1):
        return bool(value)
    if field.type == "number":
        return float(value)
    return parse(render(value), field)
