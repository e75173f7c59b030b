"""The command line as people run it: its output, its exit code, and what lies in the folder afterwards."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas
import pytest

from scripts.build import ROOT, main
from scripts.publish.release import release

STORY = """Mill owner accuses guards of attack

VALDORA, March 3, 2021 (Coastal Wire) - The mill owner Tomas Ferrand said on Tuesday that the Harbor Guard
attacked his mill near Valdora in February. A spokesman for the Harbor Guard, Ilse Brandt, denied the claim.
"""


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts.build", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def folder_of(folder: Path, files: dict[str, str | bytes]) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


# -- usage: nothing is read, nothing is written, and the answer comes at once


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_answer_at_once(option: str) -> None:
    begun = time.perf_counter()
    done = run(option)
    assert (done.returncode, done.stderr) == (0, "")
    assert time.perf_counter() - begun < 1, "0.1 s on an idle machine: something heavy is imported too early"


def test_help_names_every_option_and_the_exit_codes() -> None:
    text = run("--help").stdout
    for word in ("articles", "--out", "--keep-going", "--quiet", "--version", "exit codes: 0", "data/raw"):
        assert word in text


def test_version_is_that_of_the_project() -> None:
    name, version = run("--version").stdout.split()
    assert f'name = "{name}"\nversion = "{version}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_usage_is_checked_without_loading_the_reading() -> None:
    heavy = "('spacy', 'pandas', 'pyarrow', 'frictionless', 'rich')"
    code = f"import sys, scripts.build; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing"], "missing is not a folder"),
        (["a.txt"], "a.txt is not a folder"),
        ([".", "--out", "a.txt"], "a.txt is not a folder"),
        ([".", "--out", "inside/tables"], "lies in ."),
        ([".", "--out", "."], "lies in ."),
        ([".", "extra"], "unrecognized arguments: extra"),
        (["--loud"], "unrecognized arguments: --loud"),
        (["--out"], "expected one argument"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


# -- bad input: named with its reason, nothing published

BAD: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no file": ({}, "holds no article"),
    "empty": ({"a.txt": ""}, "a.txt: "),
    "binary": ({"a.txt": STORY, "b.txt": b"\x00\x01\x02\xff binary"}, "b.txt: "),
    "twice": ({"a.txt": STORY, "b.txt": STORY}, "b.txt: is the same file as a.txt"),
    "broken sidecar": ({"a.txt": STORY, "a.yml": "title: [unclosed"}, "a.yml: "),
    "unknown key": ({"a.txt": STORY, "a.yml": "colour: blue"}, "colour"),
    "page without text": ({"a.html": "<html><body><script>x()</script></body></html>"}, "a.html: "),
    "other format": ({"a.txt": STORY, "b.xyz": "?"}, "b.xyz: "),
}


@pytest.mark.parametrize(("files", "said"), BAD.values(), ids=BAD)
def test_bad_input_stops_the_build(
    files: dict[str, str | bytes], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = folder_of(tmp_path / "articles", files)
    assert main([str(articles), "--out", str(tmp_path / "out")]) == 1
    error = capsys.readouterr().err
    assert "error: " in error
    assert said in error
    assert not (tmp_path / "out").exists()


def test_an_error_in_the_data_shows_no_traceback(tmp_path: Path) -> None:
    done = run(folder_of(tmp_path / "articles", {}), "--out", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr


def test_names_that_the_console_cannot_show_are_escaped(tmp_path: Path) -> None:
    articles = folder_of(tmp_path / "articles", {"caf\u00e9.txt": ""})
    done = run(articles, "--out", tmp_path / "out", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "caf\\xe9.txt: " in done.stderr


# -- a whole build

FRENCH = """Le maire parle aux habitants

Le maire de la ville a dit aux habitants que les travaux sur la route commencent au printemps et que le pont
sera ferm\u00e9 pendant deux mois. Les habitants ont pos\u00e9 des questions sur le bruit et sur les horaires.
"""

QUIET_DAY = """Garden club plants trees

The garden club planted twelve apple trees in the park. The weather was mild and the soil was soft.
"""


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_publishes_what_it_can_and_says_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str | bytes] = {"a.txt": STORY, "b.txt": FRENCH, "c.txt": QUIET_DAY, "d.txt": ""}
    arguments = [str(folder_of(tmp_path / "articles", files)), "--out", str(tmp_path / "out"), "--keep-going"]

    assert main(arguments) == 1, "a file was skipped"
    said = capsys.readouterr().out
    version = next((tmp_path / "out").iterdir())
    assert f"published {version}: 3 documents" in said
    assert re.search(r"^skipped: d\.txt: \S", said, re.MULTILINE)
    assert "note: b.txt: is in language 'fr'; only 'en' is read" in said
    assert "note: c.txt: nothing was found to extract" in said
    assert "note: a.txt" not in said

    call = re.search(r"^load: pandas\.(\w+)\((.+), dtype_backend=\"pyarrow\"\)$", said, re.MULTILINE)
    assert call is not None
    assert call[1] == "read_parquet"
    loaded = pandas.read_parquet(json.loads(call[2]), dtype_backend="pyarrow")
    assert re.search(rf"^  allegations +{len(loaded)}$", said, re.MULTILINE)
    assert len(loaded) > 0, "the story holds an allegation"

    before = state(tmp_path / "out")
    assert main(arguments) == 1
    assert f"nothing changed, {version} stands: 3 documents" in capsys.readouterr().out
    assert state(tmp_path / "out") == before


def test_the_summary_counts_what_was_published(tmp_path: Path) -> None:
    articles, out = folder_of(tmp_path / "in", {"story.txt": STORY}), tmp_path / "out"
    assert run(articles, "--out", out).returncode == 0
    release(out)
    (articles / "story.txt").write_text(STORY.replace("in February", "in January"), encoding="utf-8")
    told = run(articles, "--out", out).stdout
    (newest,) = out.glob("v0.2.*")
    for table in ("changes", "id_history", "allegations"):
        rows = len(pandas.read_parquet(newest / f"{table}.parquet"))
        assert re.search(rf"^ +{table} +{rows}$", told, re.MULTILINE), table
    assert len(pandas.read_parquet(newest / "changes.parquet"))


def test_a_quiet_build_says_nothing(tmp_path: Path) -> None:
    articles = folder_of(tmp_path / "articles", {"a.txt": STORY})
    done = run(articles, "--out", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in (tmp_path / "out").iterdir()] != []


def test_an_interrupted_build_ends_tidily(tmp_path: Path) -> None:
    articles = folder_of(tmp_path / "articles", {f"{n}.txt": f"{STORY}{n}\n" for n in range(20)})
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts.build", str(articles), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("  1 of 20"):
            break
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the build and its worker processes
    output, error = process.communicate(timeout=60)
    assert (process.returncode, output) == (130, "")
    assert "interrupted" in error
    assert "Traceback" not in error
    assert not (tmp_path / "out").exists()
