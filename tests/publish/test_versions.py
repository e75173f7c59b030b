"""Drafts: written when something changed, replaced by the next, never over what is no draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.publish import read_version
from scripts.publish.numbers import Version
from scripts.publish.release import release
from scripts.publish.versions import Published, publish_next
from scripts.records import DataError
from tests.publish.contents import content, renamed, snapshot, stage
from tests.validate import sample


def test_the_first_version_is_a_draft_until_it_is_released(tmp_path: Path) -> None:
    first = publish_next(content(), tmp_path)
    assert (str(first.version), first.sealed, first.changed) == ("0.1.0", False, True)
    again = publish_next(content(stage), tmp_path)
    assert (str(again.version), again.changed) == ("0.1.0", True)
    assert release(tmp_path) == ("0.1.0", True)
    assert publish_next(content(stage), tmp_path) == Published(
        tmp_path / "v0.1.0", Version(0, 1, 0), False, True, "equal to the newest sealed version"
    )


def test_equal_content_touches_nothing(out: Path) -> None:
    before = snapshot(out)
    assert not publish_next(content(), out).changed
    assert snapshot(out) == before
    publish_next(content(stage), out)
    before = snapshot(out)
    assert not publish_next(content(stage), out).changed, "an unchanged draft is not written again"
    assert snapshot(out) == before


def test_a_draft_that_needs_another_number_takes_the_place_of_the_old(out: Path) -> None:
    assert str(publish_next(content(stage), out).version) == "0.1.1"
    assert str(publish_next(content(renamed), out).version) == "0.2.0"
    assert sorted(path.name for path in out.glob("v*")) == ["v0.1.0", "v0.2.0", "versions.csv"]


def test_a_change_that_is_taken_back_takes_the_draft_back(out: Path) -> None:
    publish_next(content(stage), out)
    published = publish_next(content(), out)
    assert (str(published.version), published.sealed, published.changed) == ("0.1.0", True, True)
    assert sorted(path.name for path in out.glob("v*")) == ["v0.1.0", "versions.csv"]


def test_a_version_that_is_no_draft_is_left_alone(out: Path) -> None:
    (out / "v3.0.0").mkdir()
    with pytest.raises(DataError, match=r"v3\.0\.0"):
        publish_next(content(stage), out)
    assert (out / "v3.0.0").is_dir()


def test_a_broken_draft_is_written_anew(out: Path) -> None:
    folder = publish_next(content(stage), out).folder
    (folder / "actors.parquet").write_bytes(b"PAR1")
    assert publish_next(content(stage), out).changed
    assert read_version(folder)["actors"] == sample.tables()["actors"]
