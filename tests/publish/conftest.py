"""Versions of the sample tables: one that tests only look at, one that each test may go on from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.publish import publish
from scripts.publish.release import release
from scripts.publish.versions import publish_next
from tests.publish.contents import content
from tests.validate import sample


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`v0.1.0` of the sample; read it, never change it."""
    return publish(sample.tables(), tmp_path_factory.mktemp("data"), "0.1.0", load_contract())


@pytest.fixture(scope="session")
def sealed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    publish_next(content(), out)
    release(out)
    return out


@pytest.fixture
def out(sealed_out: Path, tmp_path: Path) -> Path:
    """A folder with the sealed version 0.1.0."""
    return Path(shutil.copytree(sealed_out, tmp_path / "data"))
