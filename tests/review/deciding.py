"""Decisions on the sample tables, as a reviewer writes them, and what is looked up afterwards."""

from __future__ import annotations

from scripts.records import Row, Tables

SHELLED = "row: alg-1\n  quote: shelled Port Velin in April 2021"
ARMED = "row: alg-2\n  quote: “arming the rebels”"
# Rows that can be decided on, each with the quote that a decision gives.
ROWS = {
    "alg-1": "shelled Port Velin in April 2021",
    "alg-2": "“arming the rebels”",
    "act-the-rebels": "the rebels",
    "stm-2": "shelled Port Velin in April 2021",
    "loc-port-velin": "Port Velin",
    "aff-1": "The Dunmark Army",
    "snc-1": "the Norland Treasury sanctioned three companies",
    "act-ostra-radio": "Ostra Radio",
}


def ids(tables: Tables, table: str, column: str | None = None) -> list[object]:
    return [row[column or next(iter(row))] for row in tables[table]]


def decision(tables: Tables, **wanted: object) -> Row:
    (row,) = (row for row in tables["review"] if all(row[key] == value for key, value in wanted.items()))
    return row
