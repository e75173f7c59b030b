"""Decisions of a reviewer -> changed tables, `review` and `corrections` among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.contract import Contract
from scripts.publish.canonical import sort_rows
from scripts.records import DataError, Tables
from scripts.review.adding import add
from scripts.review.correcting import correct
from scripts.review.decisions import Decision, Sheet, read_sheets
from scripts.review.desk import ENTITIES, Desk
from scripts.review.removing import drop_orphans, reject
from scripts.review.requests import check_outcomes, read_corrections


def review(
    tables: Tables,
    texts: Mapping[str, str],
    folder: Path,
    contract: Contract,
    retracted: Iterable[str] = (),
) -> Tables:
    """The tables after all decisions in `folder`, sorted by primary key; `tables` stay as they are.

    `texts` are the decoded texts by document id, `retracted` ids that older versions held. Raises `DataError`
    with all errors at once: files that are not well formed, decisions whose row or quote is gone, words that
    do not stand in the text, references to nothing.
    """
    sheets = read_sheets(folder)
    requests = read_corrections(folder, contract)
    desk = Desk.of(tables, texts, contract)
    errors = [error for sheet in sheets if (error := _document_error(sheet, desk))]
    decisions = [d for sheet in sheets if sheet.document_id in desk.texts for d in sheet.decisions]
    errors += _each(desk, [d for d in decisions if d.action != "add"], _check)
    if errors:
        raise DataError("\n".join(errors))
    # Entities first, so that what is corrected or added may refer to them; rejecting last, when it is known
    # what still rests on a row.
    steps: list[list[Decision]] = [
        [d for d in decisions if d.action == "add" and d.table in ENTITIES],
        [d for d in decisions if d.action == "correct" and d.table in ENTITIES],
        [d for d in decisions if d.action == "add" and d.table == "statements"],
        [d for d in decisions if d.action == "correct" and d.table == "statements"],
        [d for d in decisions if d.action == "correct" and d.table not in (*ENTITIES, "statements")],
        [d for d in decisions if d.action == "add" and d.table not in (*ENTITIES, "statements")],
        [d for d in decisions if d.action == "accept"],
        [d for d in decisions if d.action == "reject" and d.table not in (*ENTITIES, "statements")],
        [d for d in decisions if d.action == "reject" and d.table == "statements"],
        [d for d in decisions if d.action == "reject" and d.table in ENTITIES],
    ]
    for step in steps:
        errors += _each(desk, step, _apply)
    if errors:
        raise DataError("\n".join(errors))
    drop_orphans(desk)
    desk.tables["review"], desk.tables["corrections"] = desk.review, requests
    check_outcomes(requests, desk.tables, contract, set(retracted))
    return {name: sort_rows(desk.tables[name], table) for name, table in contract.tables.items()}


def _document_error(sheet: Sheet, desk: Desk) -> str | None:
    if sheet.document_id in desk.texts or not (sheet.decisions or sheet.undecided):
        return None
    known = ", ".join(sorted(desk.texts)[:8])
    return f"{sheet.document_id}.yml: there is no document {sheet.document_id}; there are {known}"


def _each(desk: Desk, decisions: list[Decision], step: Callable[[Desk, Decision], None]) -> list[str]:
    errors = []
    for decision in decisions:
        try:
            step(desk, decision)
        except DataError as error:
            errors.append(str(error))
    return errors


def _check(desk: Desk, decision: Decision) -> None:
    assert decision.row is not None
    desk.decided(decision.table, decision.row, decision.quote, decision.document_id, decision.where)


def _apply(desk: Desk, decision: Decision) -> None:
    if decision.action == "add":
        add(desk, decision)
        return
    assert decision.row is not None
    row = desk.find(decision.table, decision.row)
    if decision.action == "reject":
        reject(desk, decision.table, decision.row, decision.where)
        desk.record(decision, decision.table, decision.row, "reject")
    elif row is None:
        raise DataError(f"{decision.where}: {decision.row} went with another decision; remove this one")
    elif decision.action == "correct":
        correct(desk, decision, row)
    else:
        if "review_status" in row:
            row["review_status"] = "accepted"
        desk.record(decision, decision.table, decision.row, "accept")
