"""`make diff`: what two versions say differently, in words and row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import diff
from scripts.publish.versions import publish_next
from tests.publish.contents import content, stage


def test_diff_says_it_in_words_and_row_by_row(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish_next(content(stage), out)
    assert diff.main(["0.1.0", "0.1.1", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Patch version: values were corrected." in said
    assert "modified allegations alg-1 stage: 'accomplished' -> 'attempted' (extraction)" in said
    assert diff.main(["0.1.0", "0.1.0", "--out", str(out)]) == 0
    assert "say the same" in capsys.readouterr().out
    assert diff.main(["0.1.0", "0.9.0", "--out", str(out)]) == 1
    assert "there are: 0.1.0, 0.1.1" in capsys.readouterr().err
