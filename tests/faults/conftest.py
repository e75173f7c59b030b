"""How much is tried: a little by every test run, much more by `make soak`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SOAK = bool(os.environ.get("SOAK"))
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    return ROOT


def many(few: int, soaking: int) -> int:
    """How many examples or kills."""
    return soaking if SOAK else few
