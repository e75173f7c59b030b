"""The rule that raises the number: by what changed in the rows, in files and in the contract."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest

from scripts.contract import Contract, parse_contract
from scripts.publish.snapshot import Snapshot
from scripts.publish.versions import publish_next
from scripts.records import Tables
from tests.publish.contents import CONTRACT, content, renamed, retracted, stage
from tests.validate import sample


def without_table(descriptor: dict[str, list[dict[str, object]]]) -> None:
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "affiliations"]


def with_field(descriptor: dict[str, list[dict[str, dict[str, list[dict[str, str]]]]]]) -> None:
    descriptor["resources"][1]["schema"]["fields"].append(
        {"name": "n", "type": "string", "description": "New."}
    )


def without_field(descriptor: dict[str, list[dict[str, dict[str, list[dict[str, str]]]]]]) -> None:
    descriptor["resources"][0]["schema"]["fields"].pop()


def described(descriptor: dict[str, list[dict[str, str]]]) -> None:
    descriptor["resources"][0]["description"] = "Other words."


def contract_with(change: Callable[..., None]) -> Contract:
    descriptor = CONTRACT.descriptor()
    change(descriptor)
    return parse_contract(json.dumps(descriptor), descriptor, "test")


def fitted(change: Callable[..., None]) -> Snapshot:
    contract = contract_with(change)
    tables = sample.tables()
    fit = {
        name: [{column: row.get(column) for column in table.columns} for row in tables[name]]
        for name, table in contract.tables.items()
    }
    return Snapshot(contract, fit, {"left_out.csv": b"x\n"})


@pytest.mark.parametrize(
    ("new", "version", "rule"),
    [
        (content(stage), "0.1.1", "patch: values were corrected"),
        (content(retracted), "0.1.1", "patch: rows were retracted"),
        (content(extra=b"y\n"), "0.1.1", "patch: left_out.csv changed"),
        (content(renamed), "0.2.0", "minor: rows came"),
        (fitted(described), "0.1.1", "patch: the description of documents changed"),
        (fitted(with_field), "0.2.0", "minor: column actors.n came"),
        (fitted(without_field), "0.2.0", "major: column documents.license went"),
        (fitted(without_table), "0.2.0", "major: table affiliations went"),
    ],
)
def test_the_rule_that_a_change_falls_under(out: Path, new: Snapshot, version: str, rule: str) -> None:
    published = publish_next(new, out)
    assert (str(published.version), published.rule, published.changed) == (version, rule, True)
    assert (published.folder / "CHANGES.md").read_text("utf-8").startswith(f"# {version}\n")
    assert frictionless.validate(str(published.folder / "datapackage.json")).valid


def test_an_id_that_means_somebody_else_is_a_major_change(out: Path) -> None:
    def swapped(tables: Tables) -> None:
        for row in tables["actor_mentions"]:
            swap = {"act-ostra-radio": "act-karvel-post", "act-karvel-post": "act-ostra-radio"}
            row["actor_id"] = swap.get(str(row["actor_id"]), row["actor_id"])

    assert publish_next(content(swapped), out).rule.startswith(
        "major: the meaning of act-karvel-post changed"
    )
