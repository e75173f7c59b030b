"""Articles written to a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.ingest import read_article
from scripts.records import Article

Write = Callable[..., Path]
Read = Callable[..., Article]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes, name: str = "a.txt", **sidecar: str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        if sidecar:
            lines = [f"{key}: {value}" for key, value in sidecar.items()]
            path.with_suffix(".yml").write_text("\n".join(lines), "utf-8")
        return path

    return write


@pytest.fixture
def read(write: Write) -> Read:
    return lambda content, name="a.txt", **sidecar: read_article(write(content, name, **sidecar))
