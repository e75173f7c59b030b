"""What every test may use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from scripts.annotate.pipeline import Reader
    from scripts.contract import Contract

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def contract() -> Contract:
    """What `datapackage.json` says, parsed."""
    from scripts.contract import load_contract

    return load_contract()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The whole reading pipeline; loading it takes seconds, so a test process does it once, if at all."""
    from scripts.annotate.pipeline import load

    return load()
