"""Words of SQL that the databases share."""

from __future__ import annotations

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


def keys(table: Table) -> list[str]:
    """Primary, unique and foreign keys as clauses of CREATE TABLE."""
    clauses = [f"PRIMARY KEY ({identifiers(table.primary_key)})"]
    clauses += [f"UNIQUE ({identifiers(key)})" for key in table.unique_keys]
    clauses += [
        f"FOREIGN KEY ({identifiers(key.columns)}) "
        f"REFERENCES {identifier(key.table)} ({identifiers(key.references)})"
        for key in table.foreign_keys
    ]
    return clauses


def create_table(table: Table, columns: list[str]) -> str:
    """CREATE TABLE with `columns` (whole clauses) and the table's keys."""
    body = ",\n".join(f"    {clause}" for clause in [*columns, *keys(table)])
    return f"CREATE TABLE {identifier(table.name)} (\n{body}\n);\n"


def number(value: float) -> str:
    """A bound as SQL writes it: whole numbers without a decimal point."""
    return str(int(value)) if value == int(value) else repr(value)
