"""Articles and sidecars nobody would think of: a clear error or a correct result, never a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.annotate.pipeline import Reader
from scripts.extract import extract
from scripts.extract.findings import Findings
from scripts.ingest import read_folder
from scripts.normalize import normalize
from scripts.records import DataError
from scripts.validate import validate
from tests.faults.cells import CONTRACT, no_cell_runs
from tests.faults.conftest import tries
from tests.faults.strategies import BYTES


def read(reader: Reader, folder: Path) -> list[Findings]:
    articles = read_folder(folder).articles
    return [extract(*reader.read([article])) for article in articles if article.metadata.language == "en"]


@pytest.mark.parametrize("suffix", [".txt", ".html"])
@tries(40, 2000)
@given(data=BYTES, sidecar=st.none() | BYTES)
def test_texts_and_sidecars(
    suffix: str, data: bytes, sidecar: bytes | None, reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("articles")
    (folder / f"a{suffix}").write_bytes(data)
    if sidecar is not None:
        (folder / "a.yml").write_bytes(sidecar)
    try:
        findings = read(reader, folder)
    except DataError:
        return  # refused, with a message
    tables = normalize(findings)
    names = {found.article.source_file: found.article.text for found in findings}
    texts = {str(row["document_id"]): names[str(row["source_file"])] for row in tables["documents"]}
    assert [str(violation) for violation in validate(tables, texts, CONTRACT)] == []
    no_cell_runs(tables)
