from __future__ import annotations

from scripts.evaluation.reviewed import Reviewed, lines, reviewed
from scripts.records import Row


def decision(table: str, row: str, action: str, column: str = "*") -> Row:
    return {"table": table, "row_id": row, "column": column, "action": action}


def test_a_row_counts_once_and_by_the_gravest_decision() -> None:
    rows = [
        decision("allegations", "alg-1", "accept"),
        decision("allegations", "alg-2", "correct", "stance"),
        decision("allegations", "alg-2", "correct", "stage"),
        decision("allegations", "alg-3", "reject"),
        decision("allegations", "alg-4", "add"),
        decision("actors", "act-1", "accept"),
    ]
    actors, allegations = reviewed({"review": rows})
    assert allegations == Reviewed("allegations", stood=1, extracted=3, final=3)
    assert (actors.precision, actors.recall) == (1.0, 1.0)


def test_nothing_is_said_of_tables_that_nobody_reviewed() -> None:
    assert list(lines({"review": []})) == []


def test_a_table_with_additions_alone_has_no_precision() -> None:
    (row,) = reviewed({"review": [decision("sanctions", "snc-1", "add")]})
    assert row.precision is None
    assert row.recall == 0.0
