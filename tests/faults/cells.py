"""What no cell of a table may hold, whatever went in."""

from __future__ import annotations

from scripts.contract import load_contract
from scripts.publish.canonical import csv_lines
from scripts.records import Tables

CONTRACT = load_contract()


def no_cell_runs(tables: Tables) -> None:
    for name, table in CONTRACT.tables.items():
        for row in tables[name]:
            for value in row.values():
                assert not (isinstance(value, str) and value[:1] in set("=+-@\t\r＝＋－＠")), (name, row)
        "".join(csv_lines(tables[name], table)).encode("utf-8")
