"""The table `changes`: what differs, cell by cell, and where each difference comes from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from scripts.publish import read_version
from scripts.publish.versions import publish_next
from scripts.records import Tables
from tests.publish.contents import Edit, content, stage
from tests.validate import sample


def test_changes_say_what_differs_cell_by_cell(out: Path) -> None:
    folder = publish_next(content(stage), out).folder
    assert read_version(folder)["changes"] == [
        {"table": "allegations", "key": "alg-1", "column": "stage", "action": "modified",
         "old": "accomplished", "new": "attempted", "class": "extraction"}
    ]  # fmt: skip
    with (folder / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["new"] == "attempted"


def negative(tables: Tables) -> None:
    tables["locations"][0].update(longitude=-70.5, country_code=None)


def new_document(tables: Tables) -> None:
    tables["documents"].append(
        tables["documents"][0] | {"document_id": "doc-new", "sha256": "1" * 64, "source_file": "new.txt"}
    )
    mention = tables["actor_mentions"][0] | {
        "mention_id": "amn-zz",
        "document_id": "doc-new",
        "actor_id": "act-zz",
    }
    tables["actor_mentions"].append(mention)
    tables["actors"].append(tables["actors"][0] | {"actor_id": "act-zz", "name": "Z"})
    tables["actor_names"].append(tables["actor_names"][0] | {"actor_id": "act-zz", "name": "Z"})


def decided(tables: Tables) -> None:
    stage(tables)
    sample.find(tables, "allegations", "alg-1")["review_status"] = "corrected"
    tables["review"].append(tables["review"][0] | {"row_id": "alg-1", "column": "stage", "action": "correct"})


@pytest.mark.parametrize(
    ("edit", "classes"),
    [
        (stage, {"allegations": {"extraction"}}),
        (negative, {"locations": {"reference"}}),
        (decided, {"allegations": {"review"}, "review": {"review"}}),
        (
            new_document,
            {key: {"new_document"} for key in ("documents", "actors", "actor_names", "actor_mentions")},
        ),
    ],
)
def test_where_a_change_comes_from(out: Path, edit: Edit, classes: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for row in read_version(publish_next(content(edit), out).folder)["changes"]:
        found.setdefault(str(row["table"]), set()).add(str(row["class"]))
    assert found == classes


def test_a_negative_number_is_no_formula(out: Path) -> None:
    rows = read_version(publish_next(content(negative), out).folder)["changes"]
    assert {row["column"]: row["new"] for row in rows} == {"country_code": None, "longitude": "'-70.5"}
