"""The figures of the project's own gold do not fall, are those that are published, and reach who asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import evaluate
from scripts.build import build
from scripts.evaluation import Evaluation, Gold, read_gold
from scripts.evaluation.compare import FIGURES
from scripts.evaluation.floors import ACCURACY, accuracy_text, read_accuracy, read_floors
from scripts.report import Display

STORY = "Mill burned\n\nVALDORA, March 3, 2021 - Tomas Ferrand said that the Harbor Guard burned the mill.\n"
NOTHING = '{"actors": [], "locations": [], "sanctions": [], "allegations": []}'


@pytest.fixture(scope="module")
def golds() -> list[Gold]:
    return read_gold(evaluate.GOLD)


@pytest.fixture(scope="module")
def measured(golds: list[Gold]) -> Evaluation:
    return evaluate.measure(golds)


def test_there_are_enough_articles(golds: list[Gold]) -> None:
    assert len(golds) >= 6


def test_no_figure_is_below_its_floor(measured: Evaluation) -> None:
    floors = read_floors()
    assert set(floors.figures) == set(FIGURES)
    assert floors.broken_by(measured.figures) == []


def test_the_published_figures_are_those_that_are_measured(measured: Evaluation, golds: list[Gold]) -> None:
    words = sum(len(gold.article.text.split()) for gold in golds)
    text = accuracy_text(measured.record(), len(golds), words)
    assert ACCURACY.read_text("utf-8") == text, "run `python -m scripts.evaluate --record`"


def test_what_a_build_publishes_carries_the_figures(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/mill.txt").write_text(STORY, "utf-8")
    version = build(tmp_path / "articles", tmp_path / "out", False, Display(quiet=True)).folder
    assert json.loads((version / "datapackage.json").read_text("utf-8"))["accuracy"] == read_accuracy()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(STORY, "utf-8")
    (tmp_path / "mill.json").write_text(NOTHING, "utf-8")
    return tmp_path


def test_figures_are_printed_and_misses_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main([str(folder)]) == 0
    short = capsys.readouterr().out
    assert [line.split("  ")[0] for line in short.splitlines()[1:]] == list(FIGURES)
    assert evaluate.main([str(folder), "--misses"]) == 0
    long = capsys.readouterr().out
    assert long.startswith(short + "\n")
    assert "mill  actor extra: Tomas Ferrand\n" in long


def test_figures_are_printed_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main([str(folder), "--json", "--misses"]) == 0
    given = json.loads(capsys.readouterr().out)
    actors = given["figures"]["actors: all"]
    assert (actors["precision"], actors["recall"], actors["gold"]) == (0, None, 0)
    assert ["mill", "actor extra", "Tomas Ferrand"] in given["misses"]


def test_bad_gold_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing"], "missing is not a folder"),
        ([".", "--record"], "tests/gold, alone"),
        (["--lower", "because"], "--lower gives --record a reason"),
        (["--record", "--lower", " "], "--lower gives --record a reason"),
    ],
)
def test_wrong_usage_is_told(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        evaluate.main(arguments)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err
