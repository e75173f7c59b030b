"""Sealed versions that were touched or lost, and lists of seals that are not ours: each is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import sealed
from scripts.publish.versions import publish_next
from scripts.records import DataError
from scripts.sealed import broken_seals
from tests.publish.contents import content, snapshot, stage


@pytest.mark.parametrize(
    "name", ["actors.csv", "actors.parquet", "SHA256SUMS", "datapackage.json", "new.txt"]
)
@pytest.mark.parametrize("lost", [False, True])
def test_a_touched_seal_stops_the_build_and_names_the_file(out: Path, name: str, lost: bool) -> None:
    path = out / "v0.1.0" / name
    if path.exists():
        changed = bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]
        path.unlink()
        if not lost:
            path.write_bytes(changed)
    else:
        path.touch()
    before = snapshot(out)
    with pytest.raises(DataError, match=f"v0.1.0/{name}"):
        publish_next(content(stage), out)
    assert snapshot(out) == before
    assert sealed.main([str(out)]) == 1


def test_a_lost_folder_is_named(out: Path) -> None:
    shutil.rmtree(out / "v0.1.0")
    assert broken_seals(out) == [f"{out / 'v0.1.0'}: the folder is missing"]


def test_a_lost_list_of_seals_makes_no_drafts_of_sealed_versions(out: Path) -> None:
    (out / "versions.csv").unlink()
    before = snapshot(out)
    with pytest.raises(DataError, match=r"restore versions\.csv"):
        publish_next(content(stage), out)
    assert snapshot(out) == before


@pytest.mark.parametrize(
    "text",
    ["", "version\n", "version,state,logical_hash,files_hash,rows\n../x,sealed,a,b,1\n", "\ufeff", "a\0b"],
)
def test_a_list_of_seals_that_is_not_ours(out: Path, text: str) -> None:
    (out / "versions.csv").write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"versions\.csv"):
        publish_next(content(), out)
