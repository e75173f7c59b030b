"""YAML as people write decisions: mappings, lists and text, nothing else.

Read from the parser's events, so that nothing is constructed: no tags, no aliases that explode, no numbers or
dates guessed from text. A value is text, `None` when left empty, a list or a mapping of those.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

from scripts.ingest.files import read_bytes, shown
from scripts.records import DataError

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"

MOST_BYTES = 2_000_000
DEEPEST = 6
NULLS = ("", "~", "null")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Node:
    """The one document of a file. Raises `DataError` that names file, line and what to do."""
    name = shown(path)
    try:
        text = read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, deepest: int = DEEPEST) -> Node:
    """As `read_yaml`; `name` stands in errors."""
    try:
        return _Reading(name, deepest).document(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        raise DataError(
            f"{name}{where}: is not valid YAML ({what}); put text that holds ': ' or ' #' in quotation marks"
        ) from None


class _Reading:
    def __init__(self, name: str, deepest: int) -> None:
        self.name, self.deepest = name, deepest
        self.open: list[list[Node] | dict[str, Node]] = []
        self.keys: list[str | None] = []
        self.root: Node = None
        self.documents = 0

    def document(self, text: str) -> Node:
        for event in yaml.parse(text, Loader=LOADER):
            where = f"{self.name} line {event.start_mark.line + 1 if event.start_mark else 0}"
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise DataError(f"{where}: anchors and aliases are not allowed; write the value out")
            if getattr(event, "tag", None) is not None:
                raise DataError(f"{where}: tags such as '!!' are not allowed; write plain text")
            self.take(event, where)
        return self.root

    def take(self, event: yaml.Event, where: str) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise DataError(f"{where}: a second document begins; keep one")
        elif isinstance(event, yaml.ScalarEvent):
            empty = event.style is None and event.value in NULLS
            self.put(None if empty else event.value, where)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            node: list[Node] | dict[str, Node] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self.put(node, where)
            self.open.append(node)
            self.keys.append(None)
            if len(self.open) > self.deepest:
                raise DataError(f"{where}: lists and mappings lie deeper than {self.deepest} in one another")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()

    def put(self, node: Node, where: str) -> None:
        if isinstance(node, str) and any("\ud800" <= character <= "\udfff" for character in node):
            raise DataError(f"{where}: holds half of a character (a surrogate); write the character itself")
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1], self.keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif key is not None:
            parent[key] = node
            self.keys[-1] = None
        elif not isinstance(node, str):
            raise DataError(f"{where}: a key must be text")
        elif node in parent:
            raise DataError(f"{where}: key {node[:60]!r} is given twice; keep one")
        else:
            self.keys[-1] = node
