"""`docs/tables.md`: every table, view and column with type, meaning, allowed values and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.contract import Contract, Field, Table
from scripts.exports.views import ASKED_FOR, load_views
from scripts.publish.canonical import render
from scripts.records import Tables

LONGEST_EXAMPLE = 60
EXAMPLE = re.compile(r"(?m)^(\| `\w+` \|.*)\| (?:`[^`]*`)? \|$")
INTRODUCTION = """\
# Tables

Made by `make exports` from `datapackage.json`; do not edit. Empty cells are nulls. Offsets count Unicode code
points of the source file's decoded text from 0; `end` is exclusive.
[ids.md](ids.md) says what an id promises.
"""
VIEWS = """\
## Views

Made from the tables by the SQL in `scripts/exports/views/`, which SQLite, DuckDB and PostgreSQL read alike.
"""


def dictionary(contract: Contract, examples: Tables) -> str:
    """The page. `examples` holds rows of tables and views, from which examples are taken; it may be empty."""
    parts = [INTRODUCTION, "## How they hang together\n", diagram(contract)]
    parts += [_section(table, examples) for table in contract.tables.values()]
    views = load_views(contract)
    parts += [VIEWS, *(_section(views[name].table, examples, is_view=True) for name in ASKED_FOR)]
    return "\n".join(parts)


def without_examples(page: str) -> str:
    """The page as far as the contract alone makes it: with every example left empty."""
    return EXAMPLE.sub(r"\1|  |", page)


def diagram(contract: Contract) -> str:
    """An entity diagram in Mermaid, which code hosts draw; one line for each foreign key."""
    lines = ["```mermaid", "erDiagram"]
    for table in contract.tables.values():
        for key in table.foreign_keys:
            optional = any(not table.field(column).required for column in key.columns)
            link = "|o--o{" if optional else "||--o{"
            lines.append(f'    {key.table} {link} {table.name} : "{", ".join(key.columns)}"')
    return "\n".join([*lines, "```", ""])


def _section(table: Table, examples: Tables, is_view: bool = False) -> str:
    level = "###" if is_view else "##"
    lines = [f"{level} {table.name}", "", f"{table.title}. {table.description}", ""]
    lines += [f"Primary key: {_codes(table.primary_key)}.", ""]
    lines += ["| column | type | from | meaning | example |", "|---|---|---|---|---|"]
    for field in table.fields:
        origin = "tables" if is_view else _origin(field, table)
        lines.append(_line(field, origin, _example(field, table, examples)))
    return "\n".join([*lines, ""])


def _line(field: Field, origin: str, example: str) -> str:
    kind = field.type if field.required else f"{field.type}, nullable"
    meaning = _cell(" ".join([field.description, *_values(field)]))
    return f"| `{field.name}` | {kind} | {origin} | {meaning} | {example} |"


def _values(field: Field) -> Iterator[str]:
    if field.enum:
        pairs = zip(field.enum, field.labels, strict=True)
        listed = [f"`{value}`" if value == label else f"`{value}`: {label}" for value, label in pairs]
        yield f"One of: {'; '.join(listed)}."


def _origin(field: Field, table: Table) -> str:
    for key in table.foreign_keys:
        if field.name in key.columns:
            return f"[{key.table}](#{key.table})"
    if (field.name,) == table.primary_key and not field.enum:
        return "[natural key](ids.md)"
    return "document" if "document_id" in table.columns else "document, `data/reference/`"


def _example(field: Field, table: Table, examples: Tables) -> str:
    for row in examples.get(table.name, []):
        if row[field.name] is not None:
            text = " ".join(render(row[field.name]).split())
            short = text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1].rstrip() + "…"
            code = short.replace("`", "'")
            return f"`{_cell(code)}`"
    return ""


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
