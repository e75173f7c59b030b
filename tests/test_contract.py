"""The contract is read whole: what is not understood is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from scripts.contract import ROOT_DESCRIPTOR, Contract, parse_contract, read_contract
from scripts.records import DataError


def test_arrow_schema(contract: Contract) -> None:
    schema = contract.tables["locations"].arrow_schema
    assert schema.field("location_type").type == pa.dictionary(pa.int32(), pa.string())
    assert schema.field("latitude").type == pa.float64()
    assert schema.field("geonames_id").type == pa.int32()
    assert not schema.field("location_id").nullable
    assert schema.field("country_code").nullable
    assert contract.tables["allegations"].arrow_schema.field("date_start").type == pa.date32()
    assert contract.tables["actors"].arrow_schema.field("is_named").type == pa.bool_()
    assert schema.field("geonames_id").metadata == {
        b"description": b"GeoNames id of the place, where it has one."
    }
    assert list(schema.metadata) == [b"description", b"table", b"title"]
    assert schema.metadata[b"table"] == b"locations"


def test_a_changed_descriptor_leaves_the_contract_as_it_is(contract: Contract) -> None:
    contract.descriptor()["resources"].clear()
    assert contract.descriptor()["resources"]


def resource(descriptor: Any, name: str) -> Any:
    return next(one for one in descriptor["resources"] if one["name"] == name)


def field(descriptor: Any, table: str, column: str) -> Any:
    return next(one for one in resource(descriptor, table)["schema"]["fields"] if one["name"] == column)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(colour="red"), "datapackage.json: unknown keyword 'colour'"),
        (lambda d: d.pop("version"), "keyword 'version' is missing"),
        (lambda d: resource(d, "actors").update(encode="x"), "resource: unknown keyword 'encode'"),
        (lambda d: resource(d, "actors")["schema"].update(key="x"), "actors: schema: unknown keyword 'key'"),
        (
            lambda d: resource(d, "actors")["schema"].update(missingValues=["NA"]),
            "actors: missingValues must be",
        ),
        (
            lambda d: field(d, "actors", "name").update(type="duration"),
            "actors name: unknown type 'duration'",
        ),
        (
            lambda d: field(d, "actors", "name").update(format="uri"),
            "actors: field: unknown keyword 'format'",
        ),
        (lambda d: field(d, "actors", "name")["constraints"].update(unique=True), "unknown keyword 'unique'"),
        (lambda d: field(d, "actors", "name")["constraints"].update(pattern="["), "no regular expression"),
        (lambda d: field(d, "actors", "actor_type")["categories"].pop(), "must list the same values"),
        (lambda d: field(d, "actors", "actor_id")["constraints"].pop("required"), "must be `required`"),
        (lambda d: field(d, "actors", "actor_id").update(name="name"), "a column name stands twice"),
        (lambda d: resource(d, "actors")["schema"]["uniqueKeys"].append(["x"]), "a key names column 'x'"),
        (lambda d: d["resources"].append(d["resources"][0]), "two resources are named 'documents'"),
        (lambda d: d["resources"].remove(resource(d, "categories")), "foreign key to categories"),
        (
            lambda d: (
                field(d, "allegations", "category")["constraints"]["enum"].pop()
                and field(d, "allegations", "category")["categories"].pop()
            ),
            "allegations category: type or values differ from categories category",
        ),
        (lambda d: d["resources"].append("x"), "must be an object"),
    ],
)
def test_what_is_not_understood_is_an_error(change: Callable[[Any], object], message: str) -> None:
    descriptor = json.loads(ROOT_DESCRIPTOR.read_text("utf-8"))
    change(descriptor)
    with pytest.raises(DataError, match=re.escape(message)):
        parse_contract("", descriptor, "datapackage.json")


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", None])
def test_a_descriptor_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "datapackage.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"datapackage\.json"):
        read_contract(path)
