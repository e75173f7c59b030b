"""The descriptor at the root follows the newest version."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import frictionless

from scripts.contract import ROOT_DESCRIPTOR, load_contract
from scripts.publish.root_descriptor import follow
from scripts.publish.versions import publish_next
from tests.publish.contents import content


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
