"""`kill -9` at random moments: at every later look the old state or the new one, whole; no help is needed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.publish.checksums import checksum_violations
from scripts.sealed import broken_seals
from tests.faults.conftest import many

STORY = "Dam plans\n\nThe mayor Ilse Brandt said that guards attacked the dam near Valdora in May.\n"


@pytest.mark.parametrize("seed", [1, 2])
def test_kills_while_publishing_and_releasing(tmp_path: Path, project: Path, seed: int) -> None:
    kills = many(10, 90)
    command = [sys.executable, "-m", "tests.faults.killing", str(tmp_path / "data"), str(kills), str(seed)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=3600)
    assert (done.returncode, done.stdout.strip()) == (0, str(kills)), done.stderr


def test_kills_of_whole_builds(tmp_path: Path, project: Path) -> None:
    articles, out = tmp_path / "articles", tmp_path / "out"
    articles.mkdir()
    command = [sys.executable, "-m", "scripts.build", str(articles), "--out", str(out), "--quiet"]
    moments = random.Random(3)
    for kill in range(many(2, 20)):
        (articles / "a.txt").write_text(f"{STORY}\nIt was build {kill}.\n", "utf-8")
        build = subprocess.Popen(command, cwd=project, start_new_session=True, stderr=subprocess.PIPE)
        time.sleep(moments.uniform(0.1, 8))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        assert broken_seals(out) == []
        assert [checksum_violations(folder) for folder in out.glob("v*")] in ([], [[]])
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in out.iterdir()] == ["v0.1.0"]
