"""Reviews of the sample tables: written as files, applied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.contract import load_contract
from scripts.records import Tables
from scripts.review import review
from scripts.validate import validate
from tests.validate import sample

Reviewed = Callable[..., Tables]


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    """Applies the text of decisions (and of corrections) to the sample; checks that the result is valid."""

    def apply(decisions: str, corrections: str | None = None, *, valid: bool = True) -> Tables:
        (tmp_path / f"{sample.DOCUMENT}.yml").write_text(
            f"document: {sample.DOCUMENT}\ndecisions:\n{decisions}", "utf-8"
        )
        if corrections is not None:
            (tmp_path / "corrections.yml").write_text(f"corrections:\n{corrections}", "utf-8")
        tables = sample.tables() | {"review": [], "corrections": []}
        found = review(tables, sample.texts(), tmp_path, load_contract())
        if valid:
            assert validate(found, sample.texts(), load_contract(), sample.BOXES) == []
        return found

    return apply
