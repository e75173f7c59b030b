"""A version holds what was given, loads as it should, and is refused when anything is wrong with it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from scripts.contract import Contract, load_contract, read_contract
from scripts.publish import logical_hash, publish, read_version
from scripts.publish.checksums import checksum_violations, read_checksums, sha256
from scripts.publish.equality import differences
from scripts.records import DataError
from scripts.validate import InvalidTables, frictionless_check
from tests.validate import sample

CONTRACT = load_contract()


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "v0.1.0"))


def test_the_files_of_a_version(published: Path) -> None:
    tables = {f"{name}.{kind}" for name in CONTRACT.tables for kind in ("csv", "parquet")}
    assert {path.name for path in published.iterdir()} == {"datapackage.json", "SHA256SUMS", *tables}
    assert [path.name for path in published.parent.iterdir()] == ["v0.1.0"]


def test_a_version_reads_back(published: Path) -> None:
    assert read_version(published) == sample.tables()
    assert logical_hash(read_version(published), CONTRACT) == logical_hash(sample.tables(), CONTRACT)


def test_rows_are_sorted_and_bytes_are_the_same(published: Path, tmp_path: Path) -> None:
    tables = {name: rows[::-1] for name, rows in reversed(sample.tables().items())}
    assert snapshot(publish(tables, tmp_path, "0.1.0", CONTRACT)) == snapshot(published)


def test_checksums_are_those_of_sha256sum(published: Path) -> None:
    run = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=published, capture_output=True
    )
    assert run.returncode == 0
    assert run.stdout.count(b": OK\n") == len(list(published.iterdir())) - 1


def test_the_descriptor_tells_what_the_files_are(published: Path) -> None:
    descriptor = json.loads((published / "datapackage.json").read_text("utf-8"))
    assert descriptor["version"] == "0.1.0"
    assert "created" not in descriptor
    assert "accuracy" not in descriptor
    assert descriptor["licenses"] == CONTRACT.descriptor()["licenses"]
    assert descriptor["sources"][1:] == [
        {
            "title": "Karvel Post, 3 May 2021, Karvel Post, 2021-05-03",
            "path": "https://example.org/karvel",
            "source_file": "karvel.txt",
            "hash": "sha256:" + "0" * 64,
        }
    ]
    actors = next(resource for resource in descriptor["resources"] if resource["name"] == "actors")
    assert (actors["path"], actors["rows"]) == ("actors.csv", 5)
    for file in (actors, *actors["alternates"]):
        path = published / file["path"]
        assert file["bytes"] == path.stat().st_size
        assert file["hash"] == f"sha256:{sha256(path)}"


def test_the_descriptor_of_a_version_is_a_contract(published: Path) -> None:
    assert read_contract(published / "datapackage.json").tables == CONTRACT.tables


def test_frictionless_passes_as_it_stands(published: Path) -> None:
    assert frictionless.validate(str(published / "datapackage.json")).valid


def test_pandas_reads_types_and_nulls(published: Path) -> None:
    frame = pd.read_parquet(published / "sanction_targets.parquet", dtype_backend="pyarrow")
    assert str(frame["target_count"].dtype) == "int32[pyarrow]"
    assert frame["actor_id"].isna().all()


def test_accuracy_and_extra_files(tmp_path: Path) -> None:
    extra = {"left_out.csv": b"start,end\n1,2\n"}
    folder = publish(sample.tables(), tmp_path, "1.10.0", CONTRACT, extra_files=extra, accuracy={"f1": 0.9})
    assert (folder / "left_out.csv").read_bytes() == extra["left_out.csv"]
    assert read_checksums(folder)["left_out.csv"] == sha256(folder / "left_out.csv")
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))["accuracy"] == {"f1": 0.9}


@pytest.mark.parametrize(
    "name", ["actors.csv", "SHA256SUMS", "datapackage.json", "../x", "a/b", ".hidden", ""]
)
def test_extra_files_stay_in_their_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match="extra file"):
        publish(sample.tables(), tmp_path, "0.1.0", CONTRACT, extra_files={name: b""})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("version", ["1", "v1.0.0", "1.0.0-rc", "01.0.0", "1.0.0\n", "../1.0.0", "١.0.0"])
def test_versions_are_three_numbers(tmp_path: Path, version: str) -> None:
    with pytest.raises(DataError, match="three numbers"):
        publish(sample.tables(), tmp_path, version, CONTRACT)


@pytest.mark.parametrize(
    ("table", "column", "value", "message"),
    [
        ("actors", "guilt", "x", "actors act-dunmark-army guilt: column is not in the contract, 'x'"),
        ("actors", "name", None, "actors act-dunmark-army name: required, None"),
        ("sanctions", "target_count", 2.5, "sanctions snc-1 target_count: type is integer, 2.5"),
        (
            "actors",
            "description",
            "=1+1",
            "actors act-dunmark-army description: Frictionless constraint-error",
        ),
        ("actors", "description", "", "actors act-dunmark-army description: CSV equals Parquet, (None, '')"),
        ("documents", "publisher_id", "act-x", "documents doc-karvel -: Frictionless foreign-key"),
        ("categories", "category", "attack", "categories attack -: Frictionless primary-key"),
    ],
)
def test_nothing_wrong_is_published(copy: Path, table: str, column: str, value: object, message: str) -> None:
    before = snapshot(copy.parent)
    tables = sample.tables()
    tables[table][0][column] = value
    with pytest.raises(InvalidTables) as caught:
        publish(tables, copy.parent, "0.1.0", CONTRACT)
    assert any(str(violation).startswith(message) for violation in caught.value.violations), str(caught.value)
    assert snapshot(copy.parent) == before


def test_a_version_may_be_without_rows(tmp_path: Path) -> None:
    folder = publish({name: [] for name in CONTRACT.tables}, tmp_path, "0.1.0", CONTRACT)
    assert read_version(folder) == {name: [] for name in CONTRACT.tables}


def test_altered_missing_and_unlisted_files_are_named(copy: Path) -> None:
    assert checksum_violations(copy) == []
    (copy / "actors.csv").write_bytes((copy / "actors.csv").read_bytes().replace(b"Ostra", b"Ostro"))
    (copy / "locations.parquet").unlink()
    (copy / "notes.txt").touch()
    assert [(found.table, found.rule) for found in checksum_violations(copy)] == [
        ("actors.csv", "file is unaltered"),
        ("locations.parquet", "file is there"),
        ("notes.txt", "file is listed in SHA256SUMS"),
    ]


@pytest.mark.parametrize("content", [None, b"", b"abc  actors.csv\n", b"\xff", b"0" * 64 + b"  ../x\n"])
def test_a_broken_list_of_checksums(copy: Path, content: bytes | None) -> None:
    (copy / "SHA256SUMS").unlink()
    if content is not None:
        (copy / "SHA256SUMS").write_bytes(content)
    with pytest.raises(DataError, match="SHA256SUMS"):
        checksum_violations(copy)


def test_a_cell_that_differs_is_named(copy: Path) -> None:
    assert differences(copy, CONTRACT) == []
    path = copy / "locations.csv"
    path.write_text(path.read_text("utf-8").replace("55.25", "55.75"), "utf-8")
    assert [str(found) for found in differences(copy, CONTRACT)] == [
        "locations loc-port-velin latitude: CSV equals Parquet, (55.75, 55.25)"
    ]
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert [str(found) for found in differences(copy, CONTRACT)] == [
        "locations - -: CSV and Parquet have equally many rows, (0, 1)"
    ]


def test_frictionless_finds_what_was_changed(copy: Path) -> None:
    assert frictionless_check(copy) == []
    path = copy / "allegations.csv"
    path.write_text(path.read_text("utf-8").replace("2021-04-30", "April 30"), "utf-8")
    rules = [str(found) for found in frictionless_check(copy)]
    assert any(rule.startswith("allegations alg-1 date_end: Frictionless type-error") for rule in rules), (
        rules
    )
    assert any("Frictionless hash-count" in rule for rule in rules), rules


def test_a_missing_table_is_not_read_over(copy: Path) -> None:
    (copy / "actors.parquet").unlink()
    with pytest.raises(DataError, match=r"actors\.parquet: cannot be read"):
        read_version(copy)


def test_the_root_descriptor_describes_the_committed_version(root: Path) -> None:
    contract: Contract = load_contract()
    if not (root / "data" / f"v{contract.version}").is_dir():
        pytest.skip("the first version is not published yet")
    assert frictionless.validate(str(root / "datapackage.json")).valid
