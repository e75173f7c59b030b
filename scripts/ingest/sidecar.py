"""Sidecars: what is known about an article that its text does not say.

`<stem>.yml`, `.yaml` or `.json` beside the article, one flat mapping of text to text. Read strictly: an
unknown key, a nested value, an anchor, an alias, a tag or a key given twice is an error, never ignored.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import yaml

from scripts.ingest.files import read_bytes, shown
from scripts.records import DataError

SUFFIXES = (".yml", ".yaml", ".json")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_URL = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The keys that a sidecar may have; `retrieved` and `notes` are for people and go nowhere."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    license: str | None = None
    retrieved: date | None = None
    notes: str | None = None


KEYS = tuple(field.name for field in fields(Sidecar))


def sidecar_of(article: Path) -> Path | None:
    """The sidecar that stands beside `article`; `DataError` when there are two."""
    beside = [
        path for suffix in SUFFIXES if (path := article.with_suffix(suffix)).exists() or path.is_symlink()
    ]
    if len(beside) > 1:
        names = " and ".join(shown(path) for path in beside)
        raise DataError(f"{shown(article)}: has two sidecars, {names}; keep one")
    return beside[0] if beside else None


def read_sidecar(path: Path, max_bytes: int) -> Sidecar:
    """Read one sidecar; `DataError` names the file, the key and what is wrong."""
    name = shown(path)
    try:
        text = read_bytes(path, max_bytes).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    values = _json(text, name) if path.suffix == ".json" else _yaml(text, name)
    for key in values:
        if key not in KEYS:
            near = difflib.get_close_matches(key[:40], KEYS, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(KEYS)}"
            raise DataError(f"{name}: unknown key {key[:60]!r}; {meant}")
    given = {key: _text(value, key, name) for key, value in values.items() if value is not None}
    _check(given, "language", _LANGUAGE, "a language code such as 'en'", name)
    _check(given, "url", _URL, "an address that begins with http:// or https://", name)
    return Sidecar(
        title=given.get("title"),
        publisher=given.get("publisher"),
        published=_date(given.get("published"), "published", name),
        language=given.get("language"),
        url=given.get("url"),
        license=given.get("license"),
        retrieved=_date(given.get("retrieved"), "retrieved", name),
        notes=given.get("notes"),
    )


def _yaml(text: str, name: str) -> dict[str, str | None]:
    """Read from the parser's events: nothing is constructed, so nothing can be aliased, tagged or nested."""
    values: dict[str, str | None] = {}
    key: str | None = None
    inside = False
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                continue
            line = event.start_mark.line + 1 if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise DataError(
                    f"{name}: line {line}: anchors and aliases are not allowed; write the value out"
                )
            if getattr(event, "tag", None) is not None:
                raise DataError(f"{name}: line {line}: tags such as '!!' are not allowed; write plain text")
            if isinstance(event, yaml.DocumentStartEvent):
                if inside:
                    raise DataError(f"{name}: line {line}: a second document begins; keep one")
            elif isinstance(event, yaml.MappingStartEvent) and not inside:
                inside = True
            elif isinstance(event, yaml.ScalarEvent) and inside:
                if key is None:
                    key = _new_key(event.value, values, name)
                else:
                    values[key] = (
                        None if event.style is None and event.value in ("", "~", "null") else event.value
                    )
                    key = None
            elif not isinstance(event, yaml.MappingEndEvent):
                raise DataError(f"{name}: line {line}: expected lines of the form 'key: text'")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        raise DataError(
            f"{name}: {where}is not valid YAML ({what}); quote text that holds ': ' or '#'"
        ) from None
    if not inside:
        raise DataError(f"{name}: is empty; remove it or write lines of the form 'key: text'")
    return values


def _json(text: str, name: str) -> dict[str, str | None]:
    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        values: dict[str, object] = {}
        for key, value in items:
            values[_new_key(key, values, name)] = value
        return values

    try:
        values = json.loads(text, object_pairs_hook=pairs)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DataError(f"{name}: is not valid JSON ({str(error)[:120]})") from None
    except ValueError:
        raise DataError(f"{name}: holds a number that is too long; write text") from None
    if not isinstance(values, dict):
        raise DataError(f"{name}: expected one object of keys and texts")
    result: dict[str, str | None] = {}
    for key, value in values.items():
        if value is not None and not isinstance(value, str):
            raise DataError(f"{name}: {key[:60]!r} must be text in quotation marks")
        result[key] = value
    return result


def _new_key(key: str, values: dict[str, object] | dict[str, str | None], name: str) -> str:
    if key in values:
        raise DataError(f"{name}: key {key[:60]!r} is given twice; keep one")
    return key


def _text(value: str, key: str, name: str) -> str:
    value = value.strip()
    if not value:
        raise DataError(f"{name}: {key!r} is empty; remove the key or give a value")
    if key != "notes" and (found := _CONTROL.search(value)):
        raise DataError(f"{name}: {key!r} holds a line break or control character (U+{ord(found[0]):04X})")
    return value


def _check(given: dict[str, str], key: str, pattern: re.Pattern[str], wanted: str, name: str) -> None:
    if key in given and not pattern.fullmatch(given[key]):
        raise DataError(f"{name}: {key!r} must be {wanted}, not {given[key][:60]!r}")


def _date(value: str | None, key: str, name: str) -> date | None:
    if value is None:
        return None
    try:
        if _ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise DataError(f"{name}: {key!r} must be a date such as 2019-01-02, not {value[:60]!r}")
