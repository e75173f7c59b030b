"""Inputs that nobody would think of: a clear error or a correct result, never a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.annotate.pipeline import Reader
from scripts.contract import load_contract
from scripts.extract import extract
from scripts.extract.findings import Findings
from scripts.ingest import read_folder
from scripts.normalize import normalize
from scripts.publish.canonical import csv_lines
from scripts.records import DataError, Tables
from scripts.review import review
from scripts.review.decisions import read_sheet
from scripts.review.sheet import quoted, sheet_text
from scripts.review.strict_yaml import Node, parse_yaml
from scripts.validate import validate
from tests.faults.conftest import many
from tests.validate import sample

CONTRACT = load_contract()


def tries(few: int, soaking: int) -> settings:
    return settings(
        max_examples=many(few, soaking),
        deadline=None,
        derandomize=not many(0, 1),  # the same inputs in every short run, new ones in every long one
        suppress_health_check=list(HealthCheck),
    )


NASTY = st.sampled_from(
    [
        "\x00",
        "\x07",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\u200f",
        "\xa0",
        "\ufeff",
        "\u2028",
        "\x85",
        "\ud800",
        "\U0001f600",
        "раypal",
        "=1+1",
        "@SUM(A1)",
        "+1",
        "-1",
        "\t=x",
        "“",
        "”",
        '"',
        "'",
        "‘“‘“",
        "((((",
        "…",
        "\r\n",
        "\n\n",
        "a" * 3000,
        " " * 3000,
        "<script>alert(1)</script>",
        "&amp;&#0;&#x110000;",
        "</p>",
        "<!--",
        "{{x}}",
        "%s",
        "../..",
        "NULL",
        "1,000,000,000,000,000,000",
        "31 February 0000",
        "١٢٣",
        "é" + "\u0301" * 50,
    ]
)
SENTENCES = st.sampled_from(
    [
        "The mayor Ilse Brandt said on 3 May 2021 that the Harbor Guard attacked a mill near Valdora. ",
        "“They shelled it,” a colonel said, “and we denied it.” ",
        "According to Ostra Radio, the ministry accused Iran of arming rebels in Herat province. ",
        "On Tuesday the Norland Treasury sanctioned three companies for financing the guard (HG). ",
        "He added that they had trained over 134 fighters since 2018, it reported. ",
        "March 3, 2021\n\n",
        "VALDORA (Coastal Wire) - ",
        "Share | Tweet\n",
    ]
)
TEXTS = st.lists(NASTY | SENTENCES | st.text(max_size=30), max_size=12).map("".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)


def read(reader: Reader, folder: Path) -> list[Findings]:
    articles = read_folder(folder).articles
    return [extract(*reader.read([article])) for article in articles if article.metadata.language == "en"]


def no_cell_runs(tables: Tables) -> None:
    for name, table in CONTRACT.tables.items():
        for row in tables[name]:
            for value in row.values():
                assert not (isinstance(value, str) and value[:1] in set("=+-@\t\r＝＋－＠")), (name, row)
        "".join(csv_lines(tables[name], table)).encode("utf-8")


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


# -- review files

WORDS = st.sampled_from(
    [
        "alg-1",
        "alg-2",
        "alg-9",
        "stm-1",
        "act-the-rebels",
        "loc-port-velin",
        "aff-1",
        "snc-1",
        "shelled Port Velin in April 2021",
        "“arming the rebels”",
        "the rebels",
        "Port Velin",
        "accept",
        "reject",
        "correct",
        "add",
        "allegations",
        "actors",
        "attack",
        "accused",
        "2021",
        "Ostra Radio",
        "null",
        "2021-02-30",
        "99999999999999999999",
    ]
)
VALUES = WORDS | NASTY | st.none() | st.integers() | st.dates()
NODES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
)
COLUMNS = st.sampled_from(
    [
        "category",
        "stage",
        "date",
        "date_precision",
        "quote",
        "actors",
        "locations",
        "chain",
        "targets",
        "name",
        "same_as",
        "actor_id",
        "cue_text",
        "source_text",
        "latitude",
        "role",
        "actor",
        "authority",
        "organization",
        "relation",
        "actor_type",
        "is_named",
    ]
)
ROWS = {
    "alg-1": "shelled Port Velin in April 2021",
    "alg-2": "“arming the rebels”",
    "act-the-rebels": "the rebels",
    "stm-2": "shelled Port Velin in April 2021",
    "loc-port-velin": "Port Velin",
    "aff-1": "The Dunmark Army",
    "snc-1": "the Norland Treasury sanctioned three companies",
    "act-ostra-radio": "Ostra Radio",
}
KEYED = st.sampled_from(sorted(ROWS.items())).flatmap(
    lambda item: (
        st.fixed_dictionaries(
            {
                "row": st.just(item[0]),
                "quote": st.just(item[1]),
                "reason": st.just("so"),
                "action": st.sampled_from(["accept", "reject"]),
            }
        )
        | st.fixed_dictionaries(
            {
                "row": st.just(item[0]),
                "quote": st.just(item[1]),
                "reason": st.just("so"),
                "action": st.just("correct"),
                "set": st.dictionaries(COLUMNS, NODES, min_size=1, max_size=3),
            }
        )
    )
)
ADDED = st.fixed_dictionaries(
    {
        "action": st.just("add"),
        "reason": NASTY | st.just("so"),
        "quote": WORDS | NASTY,
        "table": st.sampled_from(
            ["allegations", "statements", "actors", "locations", "sanctions", "affiliations"]
        ),
        "values": st.dictionaries(COLUMNS, NODES, max_size=4),
    },
    optional={"occurrence": st.integers(-1, 3).map(str) | NASTY},
)
LOOSE = st.dictionaries(
    st.sampled_from(["row", "quote", "action", "reason", "set", "table", "values", "occurrence", "x"]), NODES
)
TRICKS = st.sampled_from(
    [
        "a: &a [x, x]\nb: *a\n",
        "!!python/object/apply:os.system ['x']\n",
        "- " * 5000,
        "[" * 5000,
        "{a: " * 5000,
        "? [a]\n: b\n",
        "--- a\n--- b\n",
        "%YAML 9.9\n---\n",
        "document: doc-karvel\ndecisions: x\n",
        "a: |\n" + " x\n" * 9,
        "document: ../../etc\ndecisions: []\n",
        '"\\ud800": x\n',
        "a: b\na: c\n",
        "\t",
        "",
        "null",
        "document:\n",
        "\x00",
        "&a [*a]",
        "<<: {a: b}\n",
        "a: !!binary eA==\n",
        "\ufeffdocument: doc-karvel\n",
        "document: doc-karvel\r\n",
    ]
)


def applied(folder: Path, tables: Tables) -> None:
    """Reviews as a build does; what comes of it is valid, or named by an error or a violation."""
    try:
        found = review(tables, sample.texts(), folder, CONTRACT)
    except DataError:
        return  # refused, with a message
    if validate(found, sample.texts(), CONTRACT, sample.BOXES) == []:
        no_cell_runs(found)


@tries(150, 3500)
@given(decisions=st.lists(KEYED | ADDED | LOOSE, max_size=4))
def test_decisions(decisions: list[object], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    text = yaml.safe_dump({"document": sample.DOCUMENT, "decisions": decisions}, allow_unicode=True)
    (folder / f"{sample.DOCUMENT}.yml").write_text(text, "utf-8", errors="surrogatepass")
    applied(folder, sample.tables())


@tries(60, 1000)
@given(
    entries=st.lists(
        st.dictionaries(
            st.sampled_from(
                ["id", "date", "kind", "party", "request", "reply", "outcome", "explanation", "rows", "x"]
            ),
            st.sampled_from(["cor-1", "2021-01-01", "reply", "declined", "removed", "alg-1"]) | NODES,
        ),
        max_size=3,
    )
)
def test_corrections(entries: list[object], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    text = yaml.safe_dump({"corrections": entries}, allow_unicode=True)
    (folder / "corrections.yml").write_text(text, "utf-8", errors="surrogatepass")
    applied(folder, sample.tables())


@tries(60, 1000)
@given(text=TRICKS | st.text(max_size=60) | BYTES)
def test_any_bytes_as_a_review(text: str | bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("review")
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    for name in (f"{sample.DOCUMENT}.yml", "corrections.yml"):
        (folder / name).write_bytes(data)
    applied(folder, sample.tables())


@pytest.mark.parametrize("target", ["/etc/passwd", "../elsewhere.yml", "missing.yml"])
def test_links_that_leave_the_folder(target: str, tmp_path: Path) -> None:
    folder = tmp_path / "review"
    folder.mkdir()
    (tmp_path / "elsewhere.yml").write_text("document: x\n", "utf-8")
    (folder / f"{sample.DOCUMENT}.yml").symlink_to(target)
    with pytest.raises(DataError, match=sample.DOCUMENT):
        review(sample.tables(), sample.texts(), folder, CONTRACT)


@pytest.mark.parametrize("name", ["notes.txt", "a.yaml", "folder"])
def test_files_that_are_no_reviews_are_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir() if name == "folder" else (tmp_path / name).touch()
    with pytest.raises(DataError, match=name):
        review(sample.tables(), sample.texts(), tmp_path, CONTRACT)


@tries(150, 1500)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | NASTY.filter(lambda t: t != "\ud800"))
def test_what_a_sheet_quotes_reads_back(text: str) -> None:
    node: Node = parse_yaml(f"quote: {quoted(text)}\n", "test")
    assert node == {"quote": text}


# -- the sheet


def test_a_sheet_lists_what_is_undecided_and_keeps_what_is_decided(tmp_path: Path) -> None:
    path = tmp_path / f"{sample.DOCUMENT}.yml"
    tables = sample.tables()
    text, undecided = sheet_text(sample.DOCUMENT, tables, CONTRACT, path)
    path.write_text(text, "utf-8")
    sheet = read_sheet(path)
    rows = {row for row in ROWS if row in sheet.undecided}
    assert rows == set(ROWS)
    assert len(sheet.undecided) == undecided
    assert review(tables, sample.texts(), tmp_path, CONTRACT)["review"] == []
    mine = '  action: accept\n  # my note\n  reason: "as   it   stands"\n'
    path.write_text(text.replace("  action:\n  reason:\n", mine, 1), "utf-8")
    again, left = sheet_text(sample.DOCUMENT, tables, CONTRACT, path)
    assert left == undecided - 1
    assert mine in again
    path.write_text(again, "utf-8")
    assert sheet_text(sample.DOCUMENT, tables, CONTRACT, path)[0] == again
    assert len(review(tables, sample.texts(), tmp_path, CONTRACT)["review"]) == 1


def test_a_sheet_says_by_whom_a_claim_is_made(tmp_path: Path) -> None:
    text, _ = sheet_text(sample.DOCUMENT, sample.tables(), CONTRACT, tmp_path / "none.yml")
    assert "# said by: Karvel Post > Dunmark Army > Ostra Radio\n" in text
    assert "# accused: the rebels; at: Port Velin\n" in text
    assert "# targets: three companies\n" in text
