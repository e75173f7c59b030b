"""What the repository may hold, and what its files must not say: those that git keeps or would keep."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")

TOP_LEVEL = {
    ".ci", ".gitattributes", ".gitignore",
    "CHANGELOG.md", "CITATION.cff", "LICENSE", "Makefile", "README.md", ".zenodo.json",
    "data", "datapackage.json", "docs", "pyproject.toml", "scripts", "sql", "tests", *LOCKS,
}  # fmt: skip
DATA = {"raw", "reference", "review", "versions.csv"}

MACHINE_PATH = re.compile(r"(?<![\w.])(?:/(?:home|Users|root|work|opt|tmp|mnt)/\w|[A-Z]:\\\\?\w)")
OWN_FOLDERS = ("scripts/", "data/reference/", "data/review/", "docs/", ".ci/")


def kept() -> list[str]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return sorted(name for name in names if (ROOT / name).is_file())


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_only_what_is_allowed_lies_at_the_top() -> None:
    assert {name.split("/")[0] for name in kept()} <= TOP_LEVEL


def test_data_holds_received_curated_and_published_files() -> None:
    folders = {name.split("/")[1] for name in kept() if name.startswith("data/")}
    assert {folder for folder in folders if not re.fullmatch(r"v\d+\.\d+\.\d+", folder)} <= DATA


def test_every_module_of_scripts_lies_in_a_package() -> None:
    folders = {Path(name).parent for name in kept() if name.startswith("scripts/") and name.endswith(".py")}
    assert [folder for folder in sorted(folders) if not (ROOT / folder / "__init__.py").is_file()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_pins_and_hashes_and_no_address(lock: str) -> None:
    lines = read(lock).splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\", line)] == []
    hashes = [line for line in lines if line.startswith("    --hash")]
    assert [line for line in hashes if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)] == []
    comments = [line for line in lines if line.lstrip().startswith("#")]
    assert len(pins) + len(hashes) + len(comments) == len(lines)
    assert not re.search(r"://|index-url|find-links|file:", read(lock))


def pinned(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ]+)", read(lock), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_what_pyproject_asks_for(lock: str) -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = list(project["dependencies"])
    if lock == "requirements-dev.lock":
        asked += [line for group in project["optional-dependencies"].values() for line in group]
    versions = pinned(lock)
    for requirement in map(Requirement, asked):
        found = versions.get(canonicalize_name(requirement.name), set())
        assert found, f"{requirement} is not in {lock}: run `make lock`"
        unfit = [version for version in found if not requirement.specifier.contains(version)]
        assert unfit == [], f"{requirement} is not what {lock} pins: run `make lock`"


def test_tests_run_with_the_versions_that_a_build_runs_with() -> None:
    everything = pinned("requirements-dev.lock")
    assert {name: everything.get(name) for name in pinned("requirements.lock")} == pinned("requirements.lock")


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    own = [name for name in kept() if name.startswith(OWN_FOLDERS) or "/" not in name]
    texts = {name: (ROOT / name).read_bytes().decode("utf-8", "replace") for name in own}
    assert {name: found[0] for name, text in texts.items() if (found := MACHINE_PATH.search(text))} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("read /home/ann/articles", True),
        ("'/tmp/x'", True),
        (r"C:\Users\ann", True),
        ("data/work/x", False),
        ("and/or home/work", False),
        ("https://www.geonames.org", False),
    ],
)
def test_what_counts_as_a_machine_path(text: str, found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is found


def attribute(attribute: str, name: str) -> str:
    command = ["git", "check-attr", attribute, "--", name]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return output.strip().rpartition(": ")[2]


@pytest.mark.parametrize("name", ["data/raw/any.txt", "data/v0.1.0/actors.csv", "data/v0.1.0/actors.parquet"])
def test_git_keeps_received_and_published_bytes(name: str) -> None:
    assert attribute("text", name) == "unset"


@pytest.mark.parametrize("name", ["Makefile", "scripts/build.py", "data/reference/cues.yml"])
def test_git_checks_text_out_with_line_feeds(name: str) -> None:
    assert attribute("eol", name) == "lf"


def test_no_text_of_ours_has_carriage_returns() -> None:
    own = [name for name in kept() if attribute("text", name) == "auto" and not name.startswith("tests/")]
    assert [name for name in own if b"\r" in (ROOT / name).read_bytes()] == []
