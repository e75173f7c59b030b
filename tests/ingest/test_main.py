from __future__ import annotations

import pytest

from scripts.ingest.__main__ import main
from tests.ingest.conftest import Write

TEXT = "Army leaves Zürich\r\n\r\nThe army left the town on Monday, he said."


def test_blocks_are_listed(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(TEXT))]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "title      Army leaves Zürich"
    assert out[-2:] == [
        "title            0      18  Army leaves Zürich",
        "paragraph       22      64  The army left the town on Monday, he said.",
    ]


def test_the_text_comes_out_to_the_letter(write: Write, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--text", str(write(TEXT))]) == 0
    assert capfdbinary.readouterr().out == TEXT.encode("utf-8")


def test_a_bad_file_is_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(""))]) == 1
    assert capsys.readouterr().err.startswith("a.txt: the file is empty")
