"""DDL of PostgreSQL and DuckDB: enumerations, tables with keys and checks, comments, views; load commands.

Regular expressions of the contract are checked by both databases; where one spells an escape differently, the
escape is replaced by the character that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.contract import Field, Table
from scripts.exports.source import Source, load_order
from scripts.exports.sql import create_table, identifier, literal, literals, number
from scripts.exports.views import load_views

ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True)
class Dialect:
    """What differs between two databases. `text` is the type of texts; `load` fills a table from its CSV."""

    name: str
    number: str
    text: str
    matches: Callable[[str, str], str]
    load: Callable[[str], str]
    begin: str
    end: str
    keys_to_itself: bool


POSTGRESQL = Dialect(
    name="postgresql",
    number="double precision",
    # One order of texts on every server: that of their code points.
    text='text COLLATE "C"',
    matches=lambda name, pattern: f"{name} ~ {pattern}",
    load=lambda table: f"\\copy {identifier(table)} FROM '{table}.csv' WITH (FORMAT csv, HEADER, NULL '')\n",
    begin="\\set ON_ERROR_STOP on\n\\encoding UTF8\nBEGIN;\n",
    end="COMMIT;\n",
    keys_to_itself=True,
)
DUCKDB_CSV = """HEADER, QUOTE '"', ESCAPE '"', NULLSTR ''"""
DUCKDB = Dialect(
    name="duckdb",
    number="DOUBLE",
    text="VARCHAR",
    matches=lambda name, pattern: f"regexp_matches({name}, {pattern})",
    load=lambda table: f"COPY {identifier(table)} FROM '{table}.csv' ({DUCKDB_CSV});\n",
    begin="",
    end="",
    # It looks for the other row among those of earlier statements only, so such a table could not be loaded.
    keys_to_itself=False,
)
DIALECTS = (POSTGRESQL, DUCKDB)


def write_ddl(source: Source, folder: Path) -> None:
    """Writes `<database>.sql` and `<database>-load.sql`; the latter reads the CSV files beside it."""
    for dialect in DIALECTS:
        (folder / f"{dialect.name}.sql").write_text(ddl(source, dialect), "utf-8", newline="")
        loads = "".join(dialect.load(table.name) for table in load_order(source.contract))
        (folder / f"{dialect.name}-load.sql").write_text(
            f"{dialect.begin}{loads}{dialect.end}", "utf-8", newline=""
        )


def ddl(source: Source, dialect: Dialect) -> str:
    """Everything that makes an empty database of the contract."""
    tables = load_order(source.contract)
    types = enumerations(tables)
    parts = [f"-- {source.name} {source.contract.version}\n\n"]
    parts += [f"CREATE TYPE {identifier(n)} AS ENUM ({literals(v)});\n" for v, n in types.items()]
    for table in tables:
        columns = [_column(field, types, dialect) for field in table.fields]
        parts += ["\n", create_table(table, columns, dialect.keys_to_itself), *comments(table, "TABLE")]
    for view in load_views(source.contract).values():
        parts += ["\n", view.sql, *_view_comments(view.table, dialect)]
    return "".join(parts)


def enumerations(tables: list[Table]) -> dict[tuple[str, ...], str]:
    """One type for each list of values, named by the first column that has it; keys need equal types."""
    types: dict[tuple[str, ...], str] = {}
    for table in tables:
        for column, values in table.enumerations.items():
            types.setdefault(values, f"{table.name}_{column}")
    return types


def comments(table: Table, kind: str) -> Iterator[str]:
    """COMMENT ON the table (or view) and each of its columns."""
    name = identifier(table.name)
    yield f"COMMENT ON {kind} {name} IS {literal(f'{table.title}. {table.description}')};\n"
    for field in table.fields:
        yield f"COMMENT ON COLUMN {name}.{identifier(field.name)} IS {literal(meaning(field))};\n"


def meaning(field: Field) -> str:
    """The description of a column, with the meaning of each of its values where they are explained."""
    explained = [f"{v}: {label}" for v, label in zip(field.enum, field.labels, strict=True) if v != label]
    return " ".join([field.description, *([f"({'; '.join(explained)})"] if explained else [])])


def _view_comments(view: Table, dialect: Dialect) -> Iterator[str]:
    described = list(comments(view, "VIEW"))
    # DuckDB has comments on views, but none on their columns.
    yield from described if dialect is POSTGRESQL else described[:1]


def _column(field: Field, types: dict[tuple[str, ...], str], dialect: Dialect) -> str:
    kinds = {"string": dialect.text, "number": dialect.number}
    kind = identifier(types[field.enum]) if field.enum else kinds.get(field.type, field.type)
    clauses = [identifier(field.name), kind]
    if field.required:
        clauses.append("NOT NULL")
    if checks := list(_checks(field, dialect)):
        clauses.append(f"CHECK ({' AND '.join(checks)})")
    return " ".join(clauses)


def _checks(field: Field, dialect: Dialect) -> Iterator[str]:
    name = identifier(field.name)
    if field.pattern is not None and not field.enum:
        pattern = ESCAPE.sub(lambda found: chr(int(found[1], 16)), field.pattern)
        yield dialect.matches(name, literal(pattern))
    if field.minimum is not None:
        yield f"{name} >= {number(field.minimum)}"
    if field.maximum is not None:
        yield f"{name} <= {number(field.maximum)}"
    if field.max_length is not None:
        yield f"length({name}) <= {field.max_length}"
