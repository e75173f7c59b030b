"""Review files are read from their folder only, and what else lies there is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.records import DataError
from scripts.review import review
from tests.validate import sample

CONTRACT = load_contract()


@pytest.mark.parametrize("target", ["/etc/passwd", "../elsewhere.yml", "missing.yml"])
def test_links_that_leave_the_folder(target: str, tmp_path: Path) -> None:
    folder = tmp_path / "review"
    folder.mkdir()
    (tmp_path / "elsewhere.yml").write_text("document: x\n", "utf-8")
    (folder / f"{sample.DOCUMENT}.yml").symlink_to(target)
    with pytest.raises(DataError, match=sample.DOCUMENT):
        review(sample.tables(), sample.texts(), folder, CONTRACT)


@pytest.mark.parametrize("name", ["notes.txt", "a.yaml", "folder"])
def test_files_that_are_no_reviews_are_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir() if name == "folder" else (tmp_path / name).touch()
    with pytest.raises(DataError, match=name):
        review(sample.tables(), sample.texts(), tmp_path, CONTRACT)
