"""Whatever was done to a published version, `make verify` finds it and names the file."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import verify
from scripts.build import main as build
from scripts.publish.checksums import write_checksums
from scripts.publish.release import release

STORY = """Mill owner accuses guards of attack

VALDORA, March 3, 2021 (Coastal Wire) - The mill owner Tomas Ferrand said on Tuesday that the Harbor Guard
attacked his mill near Valdora in February. A spokesman for the Harbor Guard, Ilse Brandt, denied the claim.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `raw`, and in `data` a sealed version and a draft after it."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "raw").mkdir()
    (folder / "raw/a.txt").write_text(STORY, "utf-8")
    assert build([str(folder / "raw"), "--out", str(folder / "data"), "--quiet"]) == 0
    release(folder / "data")
    (folder / "raw/b.txt").write_text(STORY.replace("mill", "dam"), "utf-8")
    assert build([str(folder / "raw"), "--out", str(folder / "data"), "--quiet"]) == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))


def problems(project: Path, *, rebuild: bool = False) -> list[str]:
    return list(verify.problems(project / "data", project / "raw", rebuild=rebuild))


def test_what_was_published_verifies_and_the_sources_give_it_again(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main(["--out", str(made / "data"), "--articles", str(made / "raw")]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "v0.1.0 (sealed): as published",
        "v0.2.0 (draft): as published",
        "v0.2.0 built anew: the same bytes",
    ]
    assert said.err == ""


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Writes other bytes and keeps size, where it can, and times."""
    before = path.stat()
    path.chmod(0o644)
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("version", ["v0.1.0", "v0.2.0"])
@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("actors.csv", lambda data: data.replace(b"Harbor", b"Harbox"), "actors.csv"),
        ("actors.parquet", lambda data: data[:-100], "actors.parquet"),
        ("allegations.parquet", lambda data: b"", "allegations.parquet"),
        ("allegations.csv", lambda data: data.replace(b"\n", b"\r\n"), "allegations.csv"),
        ("datapackage.json", lambda data: data.replace(b"attributed", b"asserted"), "datapackage.json"),
        ("datapackage.json", lambda data: b"{", "datapackage.json"),
        ("SHA256SUMS", lambda data: data[:-70], "SHA256SUMS"),
        ("SHA256SUMS", lambda data: b"", "SHA256SUMS"),
        ("CHANGES.md", lambda data: data + b"!", "CHANGES.md"),
    ],
)
def test_changed_files_are_named(
    project: Path, version: str, name: str, change: Callable[[bytes], bytes], said: str
) -> None:
    rewrite(project / "data" / version / name, change)
    assert any(version in line and said in line for line in problems(project))


@pytest.mark.parametrize("name", ["SHA256SUMS", "actors.parquet", "actors.csv", "datapackage.json"])
def test_missing_files_are_named(project: Path, name: str) -> None:
    (project / "data/v0.1.0" / name).unlink()
    assert any(f"v0.1.0/{name}" in line for line in problems(project))


def test_a_change_with_its_checksums_is_found_by_the_seal(project: Path) -> None:
    folder = project / "data/v0.1.0"
    rewrite(folder / "actors.csv", lambda data: data.replace(b"Harbor", b"Harbox"))
    (folder / "SHA256SUMS").chmod(0o644)
    write_checksums(folder)
    assert f"{folder}/SHA256SUMS: was changed" in problems(project)


def test_a_descriptor_edited_with_its_checksums_is_found(project: Path) -> None:
    folder = project / "data/v0.2.0"
    rewrite(folder / "datapackage.json", lambda data: data.replace(b'"rows": 2', b'"rows": 3', 1))
    write_checksums(folder)
    assert problems(project) == []
    assert "v0.2.0/datapackage.json: the sources give other bytes" in problems(project, rebuild=True)


def test_a_draft_forged_throughout_is_found_by_building_it_anew(project: Path) -> None:
    folder = project / "data/v0.2.0"
    rewrite(folder / "uncertain.csv", lambda data: data + b"a.txt,1,2,x\n")
    write_checksums(folder)
    assert "v0.2.0/uncertain.csv: the sources give other bytes" in problems(project, rebuild=True)


def test_a_logical_hash_that_is_not_that_of_the_rows(project: Path) -> None:
    path = project / "data/versions.csv"
    version, state, logical, *rest = path.read_text("utf-8").splitlines()[1].split(",")
    other = ",".join([version, state, logical[::-1], *rest])
    path.write_text(path.read_text("utf-8").splitlines()[0] + f"\n{other}\n", "utf-8")
    assert "v0.1.0/CSV: the logical hash is not that of versions.csv" in problems(project)


def test_a_source_that_was_edited_or_lost(project: Path) -> None:
    rewrite(project / "raw/a.txt", lambda data: data.replace(b"mill", b"pool"))
    said = problems(project)
    for version in ("v0.1.0", "v0.2.0"):
        assert f"{version}/documents: the source a.txt is not the file that was read" in said
    (project / "raw/a.txt").unlink()
    assert "v0.1.0/documents: the source a.txt is missing" in problems(project)


def test_quotes_are_held_against_the_source(project: Path) -> None:
    from scripts.contract import load_contract
    from scripts.publish import publish, read_version

    tables = read_version(project / "data/v0.2.0")
    tables["allegations"][0]["quote"] = "words of nobody"
    publish(tables, project / "data", "0.2.0", load_contract())
    key = tables["allegations"][0]["allegation_id"]
    assert any(
        line.startswith(f"v0.2.0/allegations {key} quote: equals the document") for line in problems(project)
    )


def test_there_must_be_a_version(tmp_path: Path) -> None:
    assert verify.main(["--out", str(tmp_path), "--articles", str(tmp_path)]) == 1


def test_a_folder_of_another_versions_name_is_found(project: Path) -> None:
    shutil.copytree(project / "data/v0.2.0", project / "data/v0.2.1")
    assert "v0.2.1/datapackage.json: is of version 0.2.0" in problems(project)


def test_the_descriptor_is_not_trusted_about_paths(project: Path) -> None:
    path = project / "data/v0.2.0/datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"][0]["path"] = "../../raw/a.txt"
    path.write_text(json.dumps(descriptor), "utf-8")
    assert any("names ../../raw/a.txt, which is not there" in line for line in problems(project))
