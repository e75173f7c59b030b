"""Each neighbour's format, judged by that community's own library."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest

from scripts.exports.source import Source
from tests.tools.conftest import ROOT, missing, package
from tests.tools.loading import line, tools

pytestmark = [pytest.mark.tools, pytest.mark.filterwarnings("ignore")]


def test_followthemoney_takes_every_property_as_it_is(exports: Path) -> None:
    ftm = package("followthemoney")
    kinds: Counter[str] = Counter()
    for text in (exports / "entities.ftm.json").read_text("utf-8").splitlines():
        raw = json.loads(text)
        entity = ftm.EntityProxy.from_dict(raw, cleaned=False)
        entity.schema.validate(raw)
        kept = {name: sorted(entity.get(name)) for name in raw["properties"]}
        assert kept == {name: sorted(values) for name, values in raw["properties"].items()}, raw["id"]
        kinds[entity.schema.name] += 1
    assert kinds["Article"] >= 1
    assert kinds["Mention"] >= 1


def test_followthemoney_validates_the_file(workplace: Path, exports: Path) -> None:
    package("followthemoney")
    arguments = line("followthemoney", exports).split()[1:]
    command = [str(Path(sys.executable).with_name("ftm")), *arguments]
    done = subprocess.run(command, cwd=workplace, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wanted = len((exports / "entities.ftm.json").read_text("utf-8").splitlines())
    assert len(done.stdout.splitlines()) == wanted


def test_mlcroissant_finds_no_error_and_every_record(
    here: Path, exports: Path, source: Source, caplog: pytest.LogCaptureFixture
) -> None:
    mlcroissant = package("mlcroissant")
    with caplog.at_level(logging.WARNING):
        dataset = mlcroissant.Dataset(str(exports / "croissant.json"))
    assert list(dataset.metadata.issues.errors) == []
    # The day of publication is the release's to say; no clock is read here.
    assert [text for text in dataset.metadata.issues.warnings if "datePublished" not in text] == []
    for name, rows in source.tables.items():
        found = list(dataset.records(name)) if rows else []
        assert len(found) == len(rows), name
        for row, read in zip(rows, found, strict=True):
            for column, value in row.items():
                if isinstance(value, str):
                    assert read[f"{name}/{column}"].decode("utf-8") == value
                if isinstance(value, int):
                    assert read[f"{name}/{column}"] == value


def in_its_own_environment(package_: str, *command: str, cwd: Path) -> None:
    """Runs a tool whose dependencies do not go with ours, as uv installs it apart."""
    uv = [sys.executable, "-m", "uv", "tool", "run", "--quiet", "--from", package_]
    probe = subprocess.run([*uv, command[0], "--help"], capture_output=True, check=False)
    if probe.returncode != 0:
        missing(package_)
    done = subprocess.run([*uv, *command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not valid" not in done.stdout.lower()
    assert "invalid" not in done.stdout.lower()


def test_csvw_validates_tables_types_and_keys(workplace: Path, exports: Path) -> None:
    in_its_own_environment("csvw==4.1.1", *line("CSVW", exports).split(), cwd=workplace)


def test_csvw_would_notice(exports: Path, tmp_path: Path) -> None:
    for path in (*exports.glob("*.csv"), exports / "csv-metadata.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = tmp_path / "actors.csv"
    broken.write_text(broken.read_text("utf-8").replace(",true,", ",perhaps,", 1), "utf-8")
    with pytest.raises(AssertionError):
        in_its_own_environment("csvw==4.1.1", "csvwvalidate", "--lax", "csv-metadata.json", cwd=tmp_path)


def test_the_citation_file_is_valid() -> None:
    in_its_own_environment("cffconvert==2.0.0", "cffconvert", "--validate", cwd=ROOT)


@pytest.mark.parametrize(
    ("tool", "distribution"),
    [
        ("Spark", "pyspark"),
        ("Datasette", "datasette"),
        ("openpyxl", "openpyxl"),
        ("followthemoney", "followthemoney"),
        ("Croissant", "mlcroissant"),
    ],
)
def test_the_page_names_the_versions_that_were_run(tool: str, distribution: str) -> None:
    package(distribution)
    assert tools()[tool].version == version(distribution)
