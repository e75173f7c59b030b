"""One way to write JSON: readable, the order of keys as given, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path


def write_json(value: object, path: Path) -> None:
    path.write_text(json_text(value), "utf-8", newline="")


def json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
