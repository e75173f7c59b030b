"""Disks that are full, targets that cannot be written, sources that vanish, two builds at once."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.build import main
from scripts.contract import load_contract
from scripts.ingest import folder as ingest_folder
from scripts.publish.atomic import locked
from scripts.publish.snapshot import Snapshot
from scripts.publish.versions import publish_next
from scripts.records import DataError
from tests.validate import sample

STORY = "Dam plans\n\nThe mayor Ilse Brandt said that guards attacked the dam near Valdora in May.\n"

PUBLISH = """
import os, resource, signal, sys
from pathlib import Path
from scripts.contract import load_contract
from scripts.publish.release import release
from scripts.publish.snapshot import Snapshot
from scripts.publish.versions import publish_next
from scripts.records import DataError
from tests.validate import sample
out, limit, user = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
import frictionless  # as much as a build has loaded when it writes
tables = sample.tables()
tables["statements"][0]["cue"] = "claim"
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if user:
    os.setuid(user)
for step in (lambda: publish_next(Snapshot(load_contract(), tables), out), lambda: release(out)):
    try:
        step()
    except DataError as error:
        print("error:", error)
"""


def publish_in(
    project: Path, out: Path, *, limit: int = 0, user: int = 0
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PUBLISH, str(out), str(limit), str(user)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=120)


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    publish_next(Snapshot(load_contract(), sample.tables()), tmp_path / "data")
    return tmp_path / "data"


@pytest.mark.parametrize("limit", [1, 300, 3000, 20_000, 80_000])
def test_a_disk_that_is_full_at_some_point(project: Path, out: Path, limit: int) -> None:
    before = state(out)
    done = publish_in(project, out, limit=limit)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("error: ")
    assert "cannot be written" in done.stdout
    after = state(out)
    assert {name: after[name] for name in before} == before
    assert [name for name in after if name.startswith(".") or "/." in name] == []


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can reach; those of pytest are their owner's alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    shutil.rmtree(folder)


def test_a_target_that_is_read_only(project: Path, public: Path) -> None:
    out = public / "data"
    publish_next(Snapshot(load_contract(), sample.tables()), out)
    before = state(out)
    out.chmod(0o555)
    done = publish_in(project, out, user=65534 if os.geteuid() == 0 else 0)
    assert (done.returncode, done.stderr) == (0, "")
    assert "cannot be written" in done.stdout
    assert state(out) == before


@pytest.mark.parametrize("name", ["v0.1.0", ""])
def test_a_target_that_is_a_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "data" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    with pytest.raises(DataError, match="data"):
        publish_next(Snapshot(load_contract(), sample.tables()), tmp_path / "data")
    assert path.read_text() == "mine"


def test_a_second_build_refuses_while_the_first_writes(out: Path, project: Path) -> None:
    before = state(out)
    with locked(out):
        done = publish_in(project, out)
    assert done.stdout.count("another build is writing here") == 2
    assert state(out) == before


def test_a_source_that_vanishes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("a.txt", "b.txt"):
        (articles / name).write_text(STORY + name, "utf-8")
    listed = ingest_folder._entries

    def then_gone(folder: Path) -> list[Path]:
        entries = listed(folder)
        (folder / "b.txt").unlink()
        return entries

    monkeypatch.setattr(ingest_folder, "_entries", then_gone)
    assert main([str(articles), "--out", str(tmp_path / "out")]) == 1
    assert "b.txt: cannot be found" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_limits_name_the_article_and_keep_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(STORY, "utf-8")
    (articles / "b.txt").write_text(STORY * 100, "utf-8")
    arguments = [str(articles), "--out", str(tmp_path / "out"), "--article-bytes", "1000"]
    assert main(arguments) == 1
    assert "b.txt: is larger than the limit of 1,000 bytes" in capsys.readouterr().err
    assert main([*arguments, "--keep-going"]) == 1
    said = capsys.readouterr().out
    assert "1 document" in said
    assert "skipped: b.txt: is larger" in said
