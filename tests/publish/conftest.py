"""A version of the sample tables, published once for the tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.publish import publish
from tests.validate import sample


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`v0.1.0` of the sample; read it, never change it."""
    return publish(sample.tables(), tmp_path_factory.mktemp("data"), "0.1.0", load_contract())
