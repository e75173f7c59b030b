"""The Makefile: what it lists, and that a build is made anew when, and only when, something changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


OF_THE_MAKE_THAT_RUNS_THE_TESTS = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VENV", "PYTHON"}


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        env={
            name: value for name, value in os.environ.items() if name not in OF_THE_MAKE_THAT_RUNS_THE_TESTS
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("arguments", [(), ("help",)])
def test_help_lists_every_target(arguments: tuple[str, ...]) -> None:
    listed = set(re.findall(r"^  make ([a-z-]+) ", make(ROOT, *arguments).stdout, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split()) - {"FORCE"}


def test_an_unfit_python_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    done = make(tmp_path, "build", "PYTHON=false")
    assert done.returncode == 2
    assert "Python 3.11, 3.12 or 3.13 is needed" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one article, built; its environment is the one that the tests run in."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("Makefile", "datapackage.json", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    for name in ("scripts", "data/reference"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "data/raw").mkdir()
    (folder / "data/raw/an article.txt").write_text(
        "Trees\n\nThe club said that it planted trees.\n", "utf-8"
    )
    bin_ = folder / ".venv/bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    (bin_ / "python").chmod(0o755)
    shutil.copy(ROOT / "requirements.lock", folder / ".venv/run.lock")
    done = make(folder, "build")
    assert done.returncode == 0, done.stderr
    assert "published data/v" in done.stdout
    return folder


def stale(project: Path, *arguments: str) -> bool:
    """Whether `make build` would build; asked without building."""
    return make(project, "--question", "build", *arguments).returncode == 1


def test_what_is_built_is_not_built_again(project: Path) -> None:
    assert not stale(project)
    assert stale(project, "OUT=elsewhere"), "another place has its own state"


@pytest.mark.parametrize(
    "name",
    [
        "data/raw/an article.txt",
        "data/reference/cues.yml",
        "datapackage.json",
        "scripts/records.py",
        "scripts/annotate/pipeline.py",
    ],
)
def test_a_change_of_what_is_read_makes_a_build_due(project: Path, name: str) -> None:
    path = project / name
    before = path.stat()
    os.utime(path)
    assert stale(project)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not stale(project)


@pytest.mark.parametrize("folder", ["data/raw", "data/reference"])
def test_a_new_file_makes_a_build_due_and_so_does_its_going(project: Path, folder: str) -> None:
    before = (project / folder).stat()
    new = project / folder / "new one.txt"
    new.write_text("x", "utf-8")
    assert stale(project)
    new.unlink()
    assert stale(project)
    os.utime(project / folder, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not stale(project)


def test_a_published_file_that_was_edited_or_lost_makes_a_build_due(project: Path) -> None:
    (version,) = (project / "data").glob("v*")
    edited = version / "documents.csv"
    before = edited.stat()
    os.utime(edited)
    assert stale(project)
    os.utime(edited, ns=(before.st_atime_ns, before.st_mtime_ns))
    away = version.rename(project / "away")
    assert stale(project)
    away.rename(version)
    assert not stale(project)


def test_a_build_that_fails_is_due_again(project: Path) -> None:
    arguments = ("ARTICLES=data/missing", "OUT=failed")
    failed = make(project, "build", *arguments)
    assert failed.returncode == 2
    assert "data/missing is not a folder" in failed.stderr
    assert stale(project, *arguments)
