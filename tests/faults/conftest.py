"""How much is tried: a little by every test run, much more by `make soak`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SOAK = bool(os.environ.get("SOAK"))
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    return ROOT


def many(few: int, soaking: int) -> int:
    """How many examples or kills."""
    return soaking if SOAK else few


def tries(few: int, soaking: int) -> settings:
    return settings(
        max_examples=many(few, soaking),
        deadline=None,
        derandomize=not many(0, 1),  # the same inputs in every short run, new ones in every long one
        suppress_health_check=list(HealthCheck),
    )
