"""What the tests of tools look at: the newest version and its exports, laid out as in the repository."""

from __future__ import annotations

import importlib
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts.contract import load_contract
from scripts.exports.folder import write_exports
from scripts.exports.source import Source, read_source
from tests.exports.conftest import publish_in

ROOT = Path(__file__).resolve().parent.parent.parent
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `data/v<version>` and `data/exports/v<version>`: the newest version, else the sample."""
    place = tmp_path_factory.mktemp("workplace")
    newest = ROOT / "data" / f"v{load_contract().version}"
    if newest.is_dir():
        shutil.copytree(newest, place / "data" / newest.name)
    else:
        publish_in(place / "data")
    (version,) = (place / "data").glob("v*")
    write_exports(read_source(version, ROOT / "data/raw"), place / "data/exports")
    return place


@pytest.fixture(scope="session")
def source(workplace: Path) -> Source:
    (version,) = (workplace / "data").glob("v*")
    return read_source(version, ROOT / "data/raw")


@pytest.fixture(scope="session")
def exports(workplace: Path, source: Source) -> Path:
    return workplace / "data/exports" / source.folder.name


@pytest.fixture
def here(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes the workplace the current folder, as the lines of the documents expect."""
    monkeypatch.chdir(workplace)
    return workplace


def program(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where everything must be there."""
    folders = os.pathsep.join([os.environ.get("PATH", ""), *map(str, reversed(POSTGRESQL))])
    found = shutil.which(name, path=folders)
    return found if found is not None else missing(name)


def package(name: str) -> Any:
    """An imported package; without it as `program`."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return missing(name)


def missing(name: str) -> Any:
    if os.environ.get("TOOLS_REQUIRED"):
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")
