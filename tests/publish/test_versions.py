"""Numbers by rule, drafts and seals, and what versions say of each other."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from scripts import diff, sealed
from scripts.contract import ROOT_DESCRIPTOR, Contract, load_contract, parse_contract
from scripts.publish import read_version
from scripts.publish.numbers import Step, Version, parse_version
from scripts.publish.release import release
from scripts.publish.root_descriptor import follow
from scripts.publish.snapshot import Snapshot
from scripts.publish.versions import Published, publish_next
from scripts.records import DataError, Tables
from scripts.sealed import broken_seals, read_ledger
from tests.validate import sample

CONTRACT = load_contract()
Edit = Callable[[Tables], None]


def content(edit: Edit | None = None, contract: Contract = CONTRACT, extra: bytes = b"x\n") -> Snapshot:
    tables = sample.tables()
    if edit is not None:
        edit(tables)
    return Snapshot(contract, tables, {"left_out.csv": extra})


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def stage(tables: Tables) -> None:
    sample.find(tables, "allegations", "alg-1")["stage"] = "attempted"


def renamed(tables: Tables, old: str = "act-ostra-radio", new: str = "act-ostra") -> None:
    for rows in tables.values():
        for row in rows:
            row.update({column: new for column, value in row.items() if value == old})


def retracted(tables: Tables) -> None:
    for name in ("allegations", "allegation_actors", "attributions"):
        tables[name] = [row for row in tables[name] if row["allegation_id"] != "alg-2"]


@pytest.fixture(scope="module")
def sealed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    publish_next(content(), out)
    release(out)
    return out


@pytest.fixture
def out(sealed_out: Path, tmp_path: Path) -> Path:
    """A folder with the sealed version 0.1.0."""
    return Path(shutil.copytree(sealed_out, tmp_path / "data"))


# -- numbers


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        ("0.1.0", Step.PATCH, "0.1.1"),
        ("0.1.3", Step.MINOR, "0.2.0"),
        ("0.9.3", Step.MAJOR, "0.10.0"),
        ("1.2.3", Step.PATCH, "1.2.4"),
        ("1.2.3", Step.MINOR, "1.3.0"),
        ("1.2.3", Step.MAJOR, "2.0.0"),
    ],
)
def test_the_next_number(before: str, step: Step, after: str) -> None:
    assert str(parse_version(before).after(step)) == after


def test_versions_are_ordered_as_numbers() -> None:
    assert parse_version("0.10.0") > parse_version("0.9.12")


def without_table(descriptor: dict[str, list[dict[str, object]]]) -> None:
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "affiliations"]


def with_field(descriptor: dict[str, list[dict[str, dict[str, list[dict[str, str]]]]]]) -> None:
    descriptor["resources"][1]["schema"]["fields"].append(
        {"name": "n", "type": "string", "description": "New."}
    )


def without_field(descriptor: dict[str, list[dict[str, dict[str, list[dict[str, str]]]]]]) -> None:
    descriptor["resources"][0]["schema"]["fields"].pop()


def described(descriptor: dict[str, list[dict[str, str]]]) -> None:
    descriptor["resources"][0]["description"] = "Other words."


def contract_with(change: Callable[..., None]) -> Contract:
    descriptor = CONTRACT.descriptor()
    change(descriptor)
    return parse_contract(json.dumps(descriptor), descriptor, "test")


def fitted(change: Callable[..., None]) -> Snapshot:
    contract = contract_with(change)
    tables = sample.tables()
    fit = {
        name: [{column: row.get(column) for column in table.columns} for row in tables[name]]
        for name, table in contract.tables.items()
    }
    return Snapshot(contract, fit, {"left_out.csv": b"x\n"})


@pytest.mark.parametrize(
    ("new", "version", "rule"),
    [
        (content(stage), "0.1.1", "patch: values were corrected"),
        (content(retracted), "0.1.1", "patch: rows were retracted"),
        (content(extra=b"y\n"), "0.1.1", "patch: left_out.csv changed"),
        (content(renamed), "0.2.0", "minor: rows came"),
        (fitted(described), "0.1.1", "patch: the description of documents changed"),
        (fitted(with_field), "0.2.0", "minor: column actors.n came"),
        (fitted(without_field), "0.2.0", "major: column documents.license went"),
        (fitted(without_table), "0.2.0", "major: table affiliations went"),
    ],
)
def test_the_rule_that_a_change_falls_under(out: Path, new: Snapshot, version: str, rule: str) -> None:
    published = publish_next(new, out)
    assert (str(published.version), published.rule, published.changed) == (version, rule, True)
    assert (published.folder / "CHANGES.md").read_text("utf-8").startswith(f"# {version}\n")
    assert frictionless.validate(str(published.folder / "datapackage.json")).valid


def test_an_id_that_means_somebody_else_is_a_major_change(out: Path) -> None:
    def swapped(tables: Tables) -> None:
        for row in tables["actor_mentions"]:
            swap = {"act-ostra-radio": "act-karvel-post", "act-karvel-post": "act-ostra-radio"}
            row["actor_id"] = swap.get(str(row["actor_id"]), row["actor_id"])

    assert publish_next(content(swapped), out).rule.startswith(
        "major: the meaning of act-karvel-post changed"
    )


# -- drafts and seals


def test_the_first_version_is_a_draft_until_it_is_released(tmp_path: Path) -> None:
    first = publish_next(content(), tmp_path)
    assert (str(first.version), first.sealed, first.changed) == ("0.1.0", False, True)
    again = publish_next(content(stage), tmp_path)
    assert (str(again.version), again.changed) == ("0.1.0", True)
    assert release(tmp_path) == ("0.1.0", True)
    assert publish_next(content(stage), tmp_path) == Published(
        tmp_path / "v0.1.0", Version(0, 1, 0), False, True, "equal to the newest sealed version"
    )


def test_equal_content_touches_nothing(out: Path) -> None:
    before = snapshot(out)
    assert not publish_next(content(), out).changed
    assert snapshot(out) == before
    publish_next(content(stage), out)
    before = snapshot(out)
    assert not publish_next(content(stage), out).changed, "an unchanged draft is not written again"
    assert snapshot(out) == before


def test_a_draft_that_needs_another_number_takes_the_place_of_the_old(out: Path) -> None:
    assert str(publish_next(content(stage), out).version) == "0.1.1"
    assert str(publish_next(content(renamed), out).version) == "0.2.0"
    assert sorted(path.name for path in out.glob("v*")) == ["v0.1.0", "v0.2.0", "versions.csv"]


def test_a_change_that_is_taken_back_takes_the_draft_back(out: Path) -> None:
    publish_next(content(stage), out)
    published = publish_next(content(), out)
    assert (str(published.version), published.sealed, published.changed) == ("0.1.0", True, True)
    assert sorted(path.name for path in out.glob("v*")) == ["v0.1.0", "versions.csv"]


def test_a_release_is_listed_and_read_only(out: Path) -> None:
    (entry,) = read_ledger(out)
    tables = read_version(out / "v0.1.0")
    assert (entry.version, entry.state) == ("0.1.0", "sealed")
    assert entry.rows == sum(map(len, tables.values()))
    assert {path.stat().st_mode & 0o222 for path in (out / "v0.1.0").iterdir()} == {0}
    publish_next(content(stage), out)
    assert release(out) == ("0.1.1", True)
    assert release(out) == ("0.1.1", False)
    changelog = (out / "CHANGELOG.md").read_text("utf-8")
    assert changelog.index("## 0.1.1") < changelog.index("## 0.1.0")
    assert changelog.count("## 0.1.0") == 1


def test_what_was_added_to_the_changelog_by_hand_stays(out: Path) -> None:
    path = out / "CHANGELOG.md"
    path.write_text(path.read_text("utf-8") + "\nA note by hand.\n", "utf-8")
    publish_next(content(stage), out)
    release(out)
    assert path.read_text("utf-8").endswith("A note by hand.\n")


def test_a_release_without_a_version_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="make build"):
        release(tmp_path)


@pytest.mark.parametrize(
    "name", ["actors.csv", "actors.parquet", "SHA256SUMS", "datapackage.json", "new.txt"]
)
@pytest.mark.parametrize("lost", [False, True])
def test_a_touched_seal_stops_the_build_and_names_the_file(out: Path, name: str, lost: bool) -> None:
    path = out / "v0.1.0" / name
    if path.exists():
        changed = bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]
        path.unlink()
        if not lost:
            path.write_bytes(changed)
    else:
        path.touch()
    before = snapshot(out)
    with pytest.raises(DataError, match=f"v0.1.0/{name}"):
        publish_next(content(stage), out)
    assert snapshot(out) == before
    assert sealed.main([str(out)]) == 1


def test_a_lost_folder_is_named(out: Path) -> None:
    shutil.rmtree(out / "v0.1.0")
    assert broken_seals(out) == [f"{out / 'v0.1.0'}: the folder is missing"]


def test_a_lost_list_of_seals_makes_no_drafts_of_sealed_versions(out: Path) -> None:
    (out / "versions.csv").unlink()
    before = snapshot(out)
    with pytest.raises(DataError, match=r"restore versions\.csv"):
        publish_next(content(stage), out)
    assert snapshot(out) == before


@pytest.mark.parametrize(
    "text",
    ["", "version\n", "version,state,logical_hash,files_hash,rows\n../x,sealed,a,b,1\n", "\ufeff", "a\0b"],
)
def test_a_list_of_seals_that_is_not_ours(out: Path, text: str) -> None:
    (out / "versions.csv").write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"versions\.csv"):
        publish_next(content(), out)


def test_a_version_that_is_no_draft_is_left_alone(out: Path) -> None:
    (out / "v3.0.0").mkdir()
    with pytest.raises(DataError, match=r"v3\.0\.0"):
        publish_next(content(stage), out)
    assert (out / "v3.0.0").is_dir()


def test_a_broken_draft_is_written_anew(out: Path) -> None:
    folder = publish_next(content(stage), out).folder
    (folder / "actors.parquet").write_bytes(b"PAR1")
    assert publish_next(content(stage), out).changed
    assert read_version(folder)["actors"] == sample.tables()["actors"]


# -- what changed


def test_changes_say_what_differs_cell_by_cell(out: Path) -> None:
    folder = publish_next(content(stage), out).folder
    assert read_version(folder)["changes"] == [
        {"table": "allegations", "key": "alg-1", "column": "stage", "action": "modified",
         "old": "accomplished", "new": "attempted", "class": "extraction"}
    ]  # fmt: skip
    with (folder / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["new"] == "attempted"


def negative(tables: Tables) -> None:
    tables["locations"][0].update(longitude=-70.5, country_code=None)


def new_document(tables: Tables) -> None:
    tables["documents"].append(
        tables["documents"][0] | {"document_id": "doc-new", "sha256": "1" * 64, "source_file": "new.txt"}
    )
    mention = tables["actor_mentions"][0] | {
        "mention_id": "amn-zz",
        "document_id": "doc-new",
        "actor_id": "act-zz",
    }
    tables["actor_mentions"].append(mention)
    tables["actors"].append(tables["actors"][0] | {"actor_id": "act-zz", "name": "Z"})
    tables["actor_names"].append(tables["actor_names"][0] | {"actor_id": "act-zz", "name": "Z"})


def decided(tables: Tables) -> None:
    stage(tables)
    sample.find(tables, "allegations", "alg-1")["review_status"] = "corrected"
    tables["review"].append(tables["review"][0] | {"row_id": "alg-1", "column": "stage", "action": "correct"})


@pytest.mark.parametrize(
    ("edit", "classes"),
    [
        (stage, {"allegations": {"extraction"}}),
        (negative, {"locations": {"reference"}}),
        (decided, {"allegations": {"review"}, "review": {"review"}}),
        (
            new_document,
            {key: {"new_document"} for key in ("documents", "actors", "actor_names", "actor_mentions")},
        ),
    ],
)
def test_where_a_change_comes_from(out: Path, edit: Edit, classes: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for row in read_version(publish_next(content(edit), out).folder)["changes"]:
        found.setdefault(str(row["table"]), set()).add(str(row["class"]))
    assert found == classes


def test_a_negative_number_is_no_formula(out: Path) -> None:
    rows = read_version(publish_next(content(negative), out).folder)["changes"]
    assert {row["column"]: row["new"] for row in rows} == {"country_code": None, "longitude": "'-70.5"}


# -- what became of ids


def history(out: Path, edit: Edit) -> dict[object, tuple[object, object, object]]:
    rows = read_version(publish_next(content(edit), out).folder)["id_history"]
    return {row["old_id"]: (row["reason"], row["new_id"], row["note"]) for row in rows}


def test_an_id_that_was_renamed(out: Path) -> None:
    assert history(out, renamed) == {"act-ostra-radio": ("renamed", "act-ostra", None)}


def test_two_ids_that_were_merged(out: Path) -> None:
    def merged(tables: Tables) -> None:
        tables["actors"] = [row for row in tables["actors"] if row["actor_id"] != "act-ostra-radio"]
        tables["actor_names"] = [r for r in tables["actor_names"] if r["actor_id"] != "act-ostra-radio"]
        renamed(tables, new="act-karvel-post")

    assert history(out, merged) == {"act-ostra-radio": ("merged", "act-karvel-post", None)}


def test_an_id_whose_evidence_was_divided(out: Path) -> None:
    out = out.parent / "other"

    def two(tables: Tables) -> None:
        tables["actor_mentions"].append(
            tables["actor_mentions"][0] | {"mention_id": "amn-x", "start": 60, "end": 61, "text": "x"}
        )

    def three(tables: Tables) -> None:
        two(tables)
        tables["actor_mentions"][-1]["actor_id"] = "act-new"
        tables["actors"].append(tables["actors"][0] | {"actor_id": "act-new"})

    publish_next(content(two), out)
    release(out)
    assert history(out, three) == {"act-dunmark-army": ("split", "act-new", None)}


def test_an_id_that_nothing_stands_for(out: Path) -> None:
    assert history(out, retracted) == {"alg-2": ("retracted", None, None)}


def test_a_rejected_row_stays_in_the_history_without_its_claim(out: Path) -> None:
    def rejected(tables: Tables) -> None:
        retracted(tables)
        tables["review"].append(tables["review"][0] | {"row_id": "alg-2", "reason": "not said"})

    assert history(out, rejected) == {"alg-2": ("retracted", None, "rejected in review")}
    release(out)

    def more(tables: Tables) -> None:
        rejected(tables)
        stage(tables)

    folder = publish_next(content(more), out).folder
    assert [row["version"] for row in read_version(folder)["id_history"]] == ["0.1.1"], "it stays"
    assert b"arming" not in (folder / "changes.csv").read_bytes() + (folder / "id_history.csv").read_bytes()


# -- make diff


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


# -- the descriptor at the root


def test_the_root_descriptor_follows_the_newest_version(tmp_path: Path) -> None:
    root = tmp_path / "datapackage.json"
    shutil.copy2(ROOT_DESCRIPTOR, root)
    before = root.stat().st_mtime_ns
    publish_next(replace(content(), files={}), tmp_path / "data")
    (tmp_path / "data/v0.1.0").rename(tmp_path / "data/v7.8.9")
    assert follow(root, "7.8.9")
    assert not follow(root, "7.8.9")
    assert root.stat().st_mtime_ns == before
    report = frictionless.validate(str(root))
    assert report.valid, report.flatten()
    descriptor = json.loads(root.read_text("utf-8"))
    assert descriptor["version"] == "7.8.9"
    assert {r["path"].split("/")[1] for r in descriptor["resources"]} == {"v7.8.9"}
    text = ROOT_DESCRIPTOR.read_text("utf-8").replace(load_contract().version, "7.8.9")
    assert root.read_text("utf-8") == text, "and nothing else changes"
