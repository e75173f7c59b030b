"""Words of SQL that the databases share."""

from __future__ import annotations

from datetime import date

from scripts.contract import Table


def identifier(name: str) -> str:
    """A name, quoted: `end` and others are words of SQL."""
    return '"' + name.replace('"', '""') + '"'


def identifiers(names: tuple[str, ...]) -> str:
    return ", ".join(identifier(name) for name in names)


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def literals(texts: tuple[str, ...]) -> str:
    return ", ".join(literal(text) for text in texts)


def keys(table: Table, to_itself: bool = True) -> list[str]:
    """Primary, unique and foreign keys as clauses of CREATE TABLE; those to itself if `to_itself`."""
    clauses = [f"PRIMARY KEY ({identifiers(table.primary_key)})"]
    clauses += [f"UNIQUE ({identifiers(key)})" for key in table.unique_keys]
    clauses += [
        f"FOREIGN KEY ({identifiers(key.columns)}) "
        f"REFERENCES {identifier(key.table)} ({identifiers(key.references)})"
        for key in table.foreign_keys
        if to_itself or key.table != table.name
    ]
    return clauses


def create_table(table: Table, columns: list[str], to_itself: bool = True) -> str:
    """CREATE TABLE with `columns` (whole clauses) and the table's keys."""
    body = ",\n".join(f"    {clause}" for clause in [*columns, *keys(table, to_itself)])
    return f"CREATE TABLE {identifier(table.name)} (\n{body}\n);\n"


def number(value: float) -> str:
    """A bound as SQL writes it: whole numbers without a decimal point."""
    return str(int(value)) if value == int(value) else repr(value)


def plain(value: object) -> object:
    """A value as JSON and XML carry it: days as ISO 8601 text, the rest as it is."""
    return value.isoformat() if isinstance(value, date) else value
