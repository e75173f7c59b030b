"""Old or new, whole: whatever stops a build, at every later look one of the two stands there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.publish import atomic
from scripts.publish.atomic import replacing
from scripts.records import DataError

WRITER = """
import sys, time
from pathlib import Path
from scripts.publish.atomic import replacing
target, content = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    with replacing(target) as partial:
        for name in "abc":
            (partial / name).write_text(content)
    content = {"old": "new", "new": "old"}[content]
"""

LIMITED = """
import resource, signal, sys
from pathlib import Path
from scripts.publish.atomic import replacing
from scripts.records import DataError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(Path(sys.argv[1])) as partial:
        (partial / "a").write_text("x" * 2000)
except DataError as error:
    print(error)
"""


def write(target: Path, content: str) -> None:
    with replacing(target) as partial:
        for name in "abc":
            (partial / name).write_text(content)


def fail(target: Path) -> None:
    with replacing(target) as partial:
        (partial / "a").write_text("new")
        raise ZeroDivisionError


def state(target: Path) -> list[str]:
    return [(target / name).read_text() for name in "abc"]


def test_a_folder_comes_and_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "v1", "old")
    write(tmp_path / "deep" / "v1", "new")
    assert state(tmp_path / "deep" / "v1") == ["new"] * 3
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["v1"]


def test_files_of_the_old_folder_do_not_stay(tmp_path: Path) -> None:
    write(tmp_path / "v1", "old")
    (tmp_path / "v1" / "left").touch()
    write(tmp_path / "v1", "new")
    assert sorted(path.name for path in (tmp_path / "v1").iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize("exchange", [True, False])
def test_an_error_leaves_what_was_there(
    tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        monkeypatch.setattr(atomic, "_exchange", lambda one, other: False)
    write(tmp_path / "v1", "old")
    write(tmp_path / "v1", "older")
    with pytest.raises(ZeroDivisionError):
        fail(tmp_path / "v1")
    assert state(tmp_path / "v1") == ["older"] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["v1"]


def test_a_kill_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    target = tmp_path / "v1"
    write(target, "old")
    for kill in range(6):
        command = [sys.executable, "-c", WRITER, str(target), "new"]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * kill)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        assert state(target) in (["old"] * 3, ["new"] * 3)
    write(target, "last")
    assert state(target) == ["last"] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["v1"]


def test_a_kill_between_two_renames_is_made_good(tmp_path: Path) -> None:
    write(tmp_path / "v1", "old")
    (tmp_path / "v1").rename(tmp_path / ".v1.replaced")
    (tmp_path / ".v1.partial").mkdir()
    write(tmp_path / "v2", "new")
    assert state(tmp_path / "v1") == ["old"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["v1", "v2"]


def test_what_was_replaced_goes_when_the_new_stands(tmp_path: Path) -> None:
    write(tmp_path / "v1", "new")
    (tmp_path / ".v1.replaced").mkdir()
    write(tmp_path / "v2", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["v1", "v2"]


def test_two_builds_at_once(tmp_path: Path) -> None:
    with replacing(tmp_path / "v1") as partial:
        (partial / "a").touch()
        with pytest.raises(DataError, match="another build is writing here"), replacing(tmp_path / "v2"):
            pass
    assert [path.name for path in tmp_path.iterdir()] == ["v1"]


@pytest.mark.parametrize("kind", ["file", "link", "parent"])
def test_a_target_that_is_no_folder(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "v1"
    if kind == "file":
        target.write_text("mine")
    elif kind == "link":
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to(tmp_path / "elsewhere")
    else:
        target = tmp_path / "file" / "v1"
        target.parent.write_text("mine")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(DataError, match="v1"):
        write(target, "new")
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk(tmp_path: Path) -> None:
    write(tmp_path / "v1", "old")
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "v1")]
    run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert "v1: cannot be written" in run.stdout
    assert state(tmp_path / "v1") == ["old"] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["v1"]
