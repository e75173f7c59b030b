"""What the README tells people to do works, and what it says is so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import readme
from scripts.build import main as build
from scripts.convert import SECONDS
from scripts.ingest.article import ARTICLE_SUFFIXES, DEFAULT_LIMITS
from scripts.ingest.sidecar import KEYS, SUFFIXES, read_sidecar
from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    command
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    for command in block.splitlines()
]
OF_THE_MAKE_THAT_RUNS_THE_TESTS = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VENV", "PYTHON"}
STORY = (
    "The mill owner Tomas Ferrand said on Tuesday that the Harbor Guard attacked his mill near Valdora in "
    "February. A spokesman for the Harbor Guard, Ilse Brandt, denied the claim.\n"
)


@pytest.fixture(scope="module")
def current() -> Iterator[dict[str, str]]:
    with readme.published() as place:
        yield readme.current(place)


@pytest.mark.parametrize("name", readme.FILES)
def test_outputs_and_generated_parts_are_up_to_date(name: str, current: dict[str, str]) -> None:
    assert current[name] == readme.read(name), "run `python -m scripts.readme --write`"


def test_every_snippet_shows_its_output() -> None:
    assert len(readme.SNIPPET.findall(README)) == README.count("```python\n") >= 3


# -- the commands


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project; its environment is the one that the tests run in."""
    folder = tmp_path_factory.mktemp("project")
    locks = ("requirements.lock", "requirements-dev.lock")
    for name in ("Makefile", "datapackage.json", "pyproject.toml", *locks):
        shutil.copy(ROOT / name, folder)
    for name in ("scripts", "data/raw", "data/reference"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "my/articles").mkdir(parents=True)
    (folder / "my/articles/mill.txt").write_text(STORY, "utf-8")
    (folder / "my/articles/mill.yml").write_text(sidecar(), "utf-8")
    environment = folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    (environment / "bin/python").chmod(0o755)
    shutil.copy(ROOT / "requirements.lock", environment / "run.lock")
    shutil.copy(ROOT / "requirements-dev.lock", environment / "dev.lock")
    return folder


def run(project: Path, command: str, *more: str) -> subprocess.CompletedProcess[str]:
    outside = {k: v for k, v in os.environ.items() if k not in OF_THE_MAKE_THAT_RUNS_THE_TESTS}
    return subprocess.run(
        [*shlex.split(command), *more],
        cwd=project,
        env=outside,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_commands_are_those_that_are_run_below() -> None:
    own = "make build ARTICLES=my/articles OUT=my/tables"
    run_below = ["make build", "make test", own, f"{own} BUILDFLAGS=--keep-going"]
    assert run_below == COMMANDS


def test_make_build_publishes_where_the_readme_says(project: Path) -> None:
    done = run(project, COMMANDS[0])
    assert done.returncode == 0, done.stderr
    folders = set(readme.VERSION.findall(README))
    built = set(readme.VERSION.findall(done.stdout))
    assert len(folders) == len(built) == 1
    for table in re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE):
        for kind in ("csv", "parquet"):
            assert (project / built.copy().pop() / f"{table}.{kind}").is_file()


def test_make_test_calls_the_whole_suite(project: Path) -> None:
    # Asked what it would do: the suite cannot run itself.
    done = run(project, COMMANDS[1], "--dry-run")
    assert done.returncode == 0, done.stderr
    assert re.search(r"-m pytest( -n 2 --dist loadfile)?\s*$", done.stdout)


def test_own_articles_are_built_elsewhere_and_bad_files_skipped_on_request(project: Path) -> None:
    done = run(project, COMMANDS[2])
    assert done.returncode == 0, done.stderr
    documents = next((project / "my/tables").glob("v*/documents.csv")).read_text("utf-8")
    assert "Mill owner accuses guards of attack" in documents
    assert "https://example.org/mill" in documents

    (project / "my/articles/empty.txt").write_text("", "utf-8")
    stopped = run(project, COMMANDS[2])
    assert (stopped.returncode, "Error 1" in stopped.stderr) == (2, True)
    assert "empty.txt: " in stopped.stderr
    skipped = run(project, COMMANDS[3])
    assert (skipped.returncode, "Error 1" in skipped.stderr) == (2, True)
    assert "skipped: empty.txt: " in skipped.stdout


def test_wrong_usage_has_the_exit_code_that_the_readme_says() -> None:
    with pytest.raises(SystemExit) as stopped:
        build(["no/such/folder"])
    assert stopped.value.code == 2


# -- what it says


def sidecar() -> str:
    (example,) = re.findall(r"^```yaml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return str(example)


def test_the_sidecar_has_every_key_and_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mill.yml"
    path.write_text(sidecar(), "utf-8")
    read = read_sidecar(path, DEFAULT_LIMITS.sidecar)
    assert [key for key in KEYS if getattr(read, key) is None] == []


@pytest.mark.parametrize(
    "words",
    [
        *(f"`{suffix}`" for suffix in (*ARTICLE_SUFFIXES, *SUFFIXES)),
        f"{DEFAULT_LIMITS.article // 1_000_000} MB",
        f"{DEFAULT_LIMITS.lines:,} lines",
        f"{SECONDS:g} seconds",
        "Python 3.11, 3.12 or 3.13",
    ],
)
def test_formats_and_limits_are_those_of_the_code(words: str) -> None:
    assert words in README


def test_every_link_to_a_file_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_link_within_leads_somewhere() -> None:
    titles = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    headings = {title.lower().replace(" ", "-") for title in titles}
    assert [anchor for anchor in re.findall(r"\]\(#([^)]+)\)", README) if anchor not in headings] == []


# -- keeping it up to date


def test_a_snippet_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="a snippet fails:\nprint\\(nothing\\)"):
        readme.output("print(nothing)", "README.md", tmp_path)


def test_an_old_output_and_an_unknown_block_are_noticed(tmp_path: Path) -> None:
    text = "```python\nprint(1 + 1)\n```\n\n```output\n3\n```\n"
    assert readme._current(text, "README.md", tmp_path) == text.replace("3", "2")
    with pytest.raises(DataError, match="nothing generates 'poems'"):
        readme._current("<!-- begin poems -->\n<!-- end poems -->", "README.md", tmp_path)
