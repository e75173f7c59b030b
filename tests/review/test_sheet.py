"""A review file ready to edit: what it lists, what it keeps, what it says of a claim."""

from __future__ import annotations

from pathlib import Path

from scripts.contract import load_contract
from scripts.review import review
from scripts.review.decisions import read_sheet
from scripts.review.sheet import sheet_text
from tests.review.deciding import ROWS
from tests.validate import sample

CONTRACT = load_contract()


def test_a_sheet_lists_what_is_undecided_and_keeps_what_is_decided(tmp_path: Path) -> None:
    path = tmp_path / f"{sample.DOCUMENT}.yml"
    tables = sample.tables()
    text, undecided = sheet_text(sample.DOCUMENT, tables, CONTRACT, path)
    path.write_text(text, "utf-8")
    sheet = read_sheet(path)
    rows = {row for row in ROWS if row in sheet.undecided}
    assert rows == set(ROWS)
    assert len(sheet.undecided) == undecided
    assert review(tables, sample.texts(), tmp_path, CONTRACT)["review"] == []
    mine = '  action: accept\n  # my note\n  reason: "as   it   stands"\n'
    path.write_text(text.replace("  action:\n  reason:\n", mine, 1), "utf-8")
    again, left = sheet_text(sample.DOCUMENT, tables, CONTRACT, path)
    assert left == undecided - 1
    assert mine in again
    path.write_text(again, "utf-8")
    assert sheet_text(sample.DOCUMENT, tables, CONTRACT, path)[0] == again
    assert len(review(tables, sample.texts(), tmp_path, CONTRACT)["review"]) == 1


def test_a_sheet_says_by_whom_a_claim_is_made(tmp_path: Path) -> None:
    text, _ = sheet_text(sample.DOCUMENT, sample.tables(), CONTRACT, tmp_path / "none.yml")
    assert "# said by: Karvel Post > Dunmark Army > Ostra Radio\n" in text
    assert "# accused: the rebels; at: Port Velin\n" in text
    assert "# targets: three companies\n" in text
