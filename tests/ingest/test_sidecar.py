from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from scripts.ingest.sidecar import Sidecar, read_sidecar
from scripts.records import DataError


def _read(folder: Path, content: str, name: str = "a.yml") -> Sidecar:
    path = folder / name
    path.write_text(content, "utf-8")
    return read_sidecar(path, 64_000)


def test_every_key(tmp_path: Path) -> None:
    values = {
        "title": "No: a title",
        "publisher": "Norland News",
        "published": "2020-05-03",
        "language": "en-GB",
        "url": "https://norland.example/a",
        "license": "CC-BY-4.0",
        "retrieved": "2020-05-04",
        "notes": "of\ntwo lines",
    }
    expected = Sidecar(**{**values, "published": date(2020, 5, 3), "retrieved": date(2020, 5, 4)})  # type: ignore[arg-type]
    assert _read(tmp_path, json.dumps(values), "a.json") == expected
    assert _read(tmp_path, json.dumps(values), "a.yaml") == expected


def test_plain_words_stay_text_and_null_is_nothing(tmp_path: Path) -> None:
    assert _read(tmp_path, "title: 1984\npublisher: no\nurl: null\nlicense:\n") == Sidecar("1984", "no")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("publishd: 2020-01-01", "unknown key 'publishd'; did you mean 'publish"),
        ("colour: red", "unknown key 'colour'; known keys: title"),
        ("title: &a x\npublisher: *a", "anchors and aliases"),
        ("title: !!python/object:os.system x", "tags"),
        ("title: [a, b]", "key: text"),
        ("title: {a: b}", "key: text"),
        ("- title", "key: text"),
        ("just words", "key: text"),
        ("title: a\ntitle: b", "given twice"),
        ("title: a\n---\ntitle: b", "second document"),
        ("title: 'a", "not valid YAML"),
        ("title: a\x07", "not valid YAML"),
        ("title: ''", "'title' is empty"),
        ("", "is empty"),
        ("published: 3 May 2020", "'published' must be a date such as 2019-01-02, not '3 May 2020'"),
        ("published: 2020-02-30", "must be a date"),
        ("language: English", "language code"),
        ("url: norland.example", "https://"),
        ('title: "a\\nb"', "line break"),
        ("[" * 20_000, "key: text"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as raised:
        _read(tmp_path, content)
    assert str(raised.value).startswith("a.yml: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not valid JSON"),
        ("[1]", "one object"),
        ('{"title": 1}', "must be text"),
        ('{"title": "a", "title": "b"}', "given twice"),
        ("[" * 60_000, "not valid JSON"),
        ('{"title": "\\ud800"}', "control character"),
    ],
)
def test_what_is_wrong_with_json_is_said(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        _read(tmp_path, content, "a.json")


def test_size_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"title: Z\xfcrich")
    with pytest.raises(DataError, match="not UTF-8"):
        read_sidecar(path, 64_000)
    with pytest.raises(DataError, match="limit of 5 bytes"):
        read_sidecar(path, 5)
