"""The table `id_history`: what became of ids."""

from __future__ import annotations

from pathlib import Path

from scripts.publish import read_version
from scripts.publish.release import release
from scripts.publish.versions import publish_next
from scripts.records import Tables
from tests.publish.contents import Edit, content, renamed, retracted, stage


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
