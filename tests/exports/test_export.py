"""The command line, the folder of exports, and the documents that are made from the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.export import main
from scripts.exports.dictionary import dictionary, without_examples
from scripts.exports.documents import documents, stale_documents, write_documents
from scripts.exports.folder import write_exports
from scripts.exports.source import Source
from scripts.publish.checksums import checksum_violations


def test_generated_documents_are_up_to_date(root: Path) -> None:
    assert stale_documents(load_contract(), root) == [], "run `make exports`"


def test_the_dictionary_explains_every_column_with_an_example(source: Source) -> None:
    page = dictionary(source.contract, source.tables)
    for table in source.contract.tables.values():
        for field in table.fields:
            assert f"| `{field.name}` |" in page.split(f"\n## {table.name}\n")[1]
    assert "`Ångby & Sons`" in dictionary(source.contract, {"actors": source.tables["actors"][:1]})
    assert without_examples(page) == dictionary(source.contract, {}) != page
    assert 'statements |o--o{ statements : "parent_statement_id"' in page


def test_a_changed_contract_makes_documents_stale(source: Source, tmp_path: Path) -> None:
    texts = documents(source.contract, source.tables)
    assert write_documents(texts, tmp_path) == list(texts)
    assert write_documents(texts, tmp_path) == []
    assert stale_documents(source.contract, tmp_path) == []
    page = tmp_path / "docs/tables.md"
    page.write_text(page.read_text("utf-8").replace("integer", "number", 1), "utf-8")
    assert stale_documents(source.contract, tmp_path) == ["docs/tables.md"]
    assert main(["--check", "--documents", str(tmp_path)]) == 1


def test_the_same_version_gives_the_same_bytes(source: Source, folder: Path, tmp_path: Path) -> None:
    again, _ = write_exports(source, tmp_path)
    names = {path.name for path in folder.iterdir()}
    assert {path.name for path in again.iterdir()} == names
    assert [
        name for name in sorted(names) if (folder / name).read_bytes() != (again / name).read_bytes()
    ] == []


def test_checksums_cover_everything(folder: Path) -> None:
    assert checksum_violations(folder) == []


def test_the_command_writes_the_folder_and_the_documents(
    source: Source, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in source.folder.iterdir()}
    arguments = [str(source.folder), "--out", str(tmp_path / "out"), "--documents", str(tmp_path)]
    assert main([*arguments, "--articles", str(tmp_path)]) == 0
    assert (tmp_path / "out/v0.1.0/SHA256SUMS").is_file()
    assert json.loads((tmp_path / ".zenodo.json").read_text())["upload_type"] == "dataset"
    assert "written docs/tables.md" in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in source.folder.iterdir()} == before, (
        "a version never changes"
    )


def test_a_folder_that_is_no_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "is no published version" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
