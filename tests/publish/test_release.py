"""A release seals the draft, lists it, and writes it into the changelog."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.publish import read_version
from scripts.publish.release import release
from scripts.publish.versions import publish_next
from scripts.records import DataError
from scripts.sealed import read_ledger
from tests.publish.contents import content, stage


def test_a_release_is_listed_and_read_only(out: Path) -> None:
    (entry,) = read_ledger(out)
    tables = read_version(out / "v0.1.0")
    assert (entry.version, entry.state) == ("0.1.0", "sealed")
    assert entry.rows == sum(map(len, tables.values()))
    assert {path.stat().st_mode & 0o222 for path in (out / "v0.1.0").iterdir()} == {0}
    publish_next(content(stage), out)
    assert release(out) == ("0.1.1", True)
    assert release(out) == ("0.1.1", False)
    changelog = (out / "CHANGELOG.md").read_text("utf-8")
    assert changelog.index("## 0.1.1") < changelog.index("## 0.1.0")
    assert changelog.count("## 0.1.0") == 1


def test_what_was_added_to_the_changelog_by_hand_stays(out: Path) -> None:
    path = out / "CHANGELOG.md"
    path.write_text(path.read_text("utf-8") + "\nA note by hand.\n", "utf-8")
    publish_next(content(stage), out)
    release(out)
    assert path.read_text("utf-8").endswith("A note by hand.\n")


def test_a_release_without_a_version_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="make build"):
        release(tmp_path)
