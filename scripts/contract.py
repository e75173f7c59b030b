"""The contract: `datapackage.json` (Data Package v2, https://datapackage.org) as frozen dataclasses.

Every step that needs a column list, a type, a key or an enumeration takes it from here; nobody else parses
the descriptor. A keyword or type that is not understood is an error: a constraint that is passed over in
silence protects nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from scripts.records import DataError

ROOT_DESCRIPTOR = Path(__file__).resolve().parent.parent / "datapackage.json"

ARROW_TYPES: Mapping[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
ENUMERATION = pa.dictionary(pa.int32(), pa.string())

PACKAGE_KEYS = {
    "$schema",
    "name",
    "title",
    "description",
    "version",
    "keywords",
    "homepage",
    "licenses",
    "contributors",
    "sources",
    "accuracy",
    "resources",
}
RESOURCE_KEYS = {
    "name",
    "title",
    "description",
    "type",
    "path",
    "format",
    "mediatype",
    "encoding",
    "dialect",
    "schema",
    "hash",
    "bytes",
    "rows",
    "alternates",
}
SCHEMA_KEYS = {"fields", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys"}
FIELD_KEYS = {"name", "type", "title", "description", "categories", "constraints"}
CONSTRAINT_KEYS = {"required", "enum", "pattern", "minimum", "maximum", "maxLength"}


@dataclass(frozen=True)
class Field:
    """A column. `labels` explains the values of `enum`, in the same order; both are empty for free values."""

    name: str
    type: str
    description: str
    required: bool = False
    enum: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None

    @property
    def arrow_type(self) -> pa.DataType:
        return ENUMERATION if self.enum else ARROW_TYPES[self.type]

    @cached_property
    def regex(self) -> re.Pattern[str] | None:
        """For `fullmatch`."""
        return re.compile(self.pattern) if self.pattern is not None else None


@dataclass(frozen=True)
class ForeignKey:
    """`columns` refer to `references` of `table`; a row with a null in the key is exempt."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of the contract. Unique keys are those of SQL: a row with a null in the key is exempt."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @cached_property
    def enumerations(self) -> dict[str, tuple[str, ...]]:
        return {field.name: field.enum for field in self.fields if field.enum}

    @cached_property
    def arrow_schema(self) -> pa.Schema:
        """Explicit types and nullability; descriptions in the metadata of each field and of the schema."""
        fields = [
            pa.field(f.name, f.arrow_type, nullable=not f.required, metadata={"description": f.description})
            for f in self.fields
        ]
        # The order of the keys is the order of their bytes in a Parquet file.
        metadata = {"description": self.description, "table": self.name, "title": self.title}
        return pa.schema(fields, metadata=dict(sorted(metadata.items())))

    def field(self, column: str) -> Field:
        """Raises `KeyError` for a column that the table does not have."""
        return self._by_name[column]

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}


@dataclass(frozen=True)
class Contract:
    """All tables by name, in the order of the descriptor. `source` is the descriptor's JSON text."""

    name: str
    version: str
    tables: dict[str, Table]
    source: str

    def descriptor(self) -> dict[str, Any]:
        """The descriptor anew, to derive another from; changing it does not change the contract."""
        descriptor: dict[str, Any] = json.loads(self.source)
        return descriptor


@cache
def load_contract(path: Path = ROOT_DESCRIPTOR) -> Contract:
    """`read_contract`, read once: for descriptors that do not change while the program runs."""
    return read_contract(path)


def read_contract(path: Path) -> Contract:
    """The contract in the descriptor at `path`, be it the root's or that of a published version.

    Raises `DataError` when the file cannot be read, or a keyword, type or reference is not understood.
    """
    try:
        source = path.read_text("utf-8")
        package = json.loads(source)
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: is no readable JSON: {error}. Restore it from the repository.") from error
    return parse_contract(source, package, path.name)


def parse_contract(source: str, package: Any, where: str) -> Contract:
    """The contract in a parsed descriptor; `where` names it in errors."""
    _check_keys(package, PACKAGE_KEYS, {"name", "version", "resources"}, where)
    tables: dict[str, Table] = {}
    for resource in package["resources"]:
        table = _table(resource, where)
        if table.name in tables:
            raise DataError(f"{where}: two resources are named {table.name!r}; rename one")
        tables[table.name] = table
    for table in tables.values():
        _check_references(table, tables, f"{where}: {table.name}")
    return Contract(package["name"], package["version"], tables, source)


def _table(resource: Any, where: str) -> Table:
    _check_keys(resource, RESOURCE_KEYS, {"name", "description", "path", "schema"}, f"{where}: resource")
    name = resource["name"]
    where = f"{where}: {name}"
    schema = resource["schema"]
    _check_keys(schema, SCHEMA_KEYS, {"fields", "missingValues", "primaryKey"}, f"{where}: schema")
    if schema["missingValues"] != [""]:
        raise DataError(f'{where}: missingValues must be [""]: an empty cell is null and nothing else is')
    table = Table(
        name=name,
        title=resource.get("title", name),
        description=resource["description"],
        fields=tuple(_field(field, where) for field in schema["fields"]),
        primary_key=_names(schema["primaryKey"]),
        unique_keys=tuple(_names(key) for key in schema.get("uniqueKeys", [])),
        foreign_keys=tuple(_foreign_key(key, name, where) for key in schema.get("foreignKeys", [])),
    )
    if len(set(table.columns)) != len(table.columns):
        raise DataError(f"{where}: a column name stands twice; rename one")
    keys = (table.primary_key, *table.unique_keys, *(key.columns for key in table.foreign_keys))
    for column in sorted({column for key in keys for column in key} - set(table.columns)):
        raise DataError(f"{where}: a key names column {column!r}, which the table does not have")
    for column in table.primary_key:
        if not table.field(column).required:
            raise DataError(f"{where} {column}: is part of the primary key and must be `required`")
    return table


def _field(field: Any, where: str) -> Field:
    _check_keys(field, FIELD_KEYS, {"name", "type", "description"}, f"{where}: field")
    where = f"{where} {field['name']}"
    constraints = field.get("constraints", {})
    _check_keys(constraints, CONSTRAINT_KEYS, set(), f"{where}: constraints")
    if field["type"] not in ARROW_TYPES:
        known = ", ".join(sorted(ARROW_TYPES))
        raise DataError(f"{where}: unknown type {field['type']!r}; known are {known}")
    values, labels = _categories(field.get("categories", []))
    if values != tuple(constraints.get("enum", [])) or (values and field["type"] != "string"):
        raise DataError(f"{where}: `categories` and `enum` must list the same values, of a string field")
    try:
        re.compile(constraints.get("pattern", ""))
    except re.error as error:
        raise DataError(f"{where}: pattern is no regular expression: {error}") from error
    return Field(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        required=constraints.get("required", False),
        enum=values,
        labels=labels,
        pattern=constraints.get("pattern"),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        max_length=constraints.get("maxLength"),
    )


def _categories(categories: list[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [(c["value"], c["label"]) if isinstance(c, dict) else (c, c) for c in categories]
    return tuple(value for value, _ in pairs), tuple(label for _, label in pairs)


def _foreign_key(key: Any, table: str, where: str) -> ForeignKey:
    _check_keys(key, {"fields", "reference"}, {"fields", "reference"}, f"{where}: foreignKeys")
    reference = key["reference"]
    _check_keys(reference, {"resource", "fields"}, {"fields"}, f"{where}: foreignKeys reference")
    # Data Package: an empty or absent name refers to the table itself.
    return ForeignKey(_names(key["fields"]), reference.get("resource") or table, _names(reference["fields"]))


def _check_references(table: Table, tables: Mapping[str, Table], where: str) -> None:
    for key in table.foreign_keys:
        target = tables.get(key.table)
        if target is None or target.primary_key != key.references:
            raise DataError(f"{where}: foreign key to {key.table}, but not to its primary key")
        for column, reference in zip(key.columns, key.references, strict=True):
            here, there = table.field(column), target.field(reference)
            if (here.type, here.enum) != (there.type, there.enum):
                raise DataError(f"{where} {column}: type or values differ from {key.table} {reference}")


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _check_keys(value: Any, known: set[str], needed: set[str], where: str) -> None:
    if not isinstance(value, dict):
        raise DataError(f"{where}: must be an object, is {value!r}")
    for key in sorted(set(value) - known):
        raise DataError(f"{where}: unknown keyword {key!r}; known are {', '.join(sorted(known))}")
    for key in sorted(needed - set(value)):
        raise DataError(f"{where}: keyword {key!r} is missing")
