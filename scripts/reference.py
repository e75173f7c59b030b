"""Loads the vocabulary of `data/reference/`: parsed once, an unknown key is an error and never passed
over.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.records import DataError

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "data" / "reference"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Booleans as in YAML 1.2: `on`, `off`, `yes`, `no` are words, prepositions among them."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


@cache
def load_yaml(name: str) -> Any:
    """The content of `data/reference/<name>`."""
    path = REFERENCE / name
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise DataError(
            f"data/reference/{name}: cannot be read: {error}. Restore it from the repository."
        ) from error


@cache
def load_folder(name: str) -> dict[str, Any]:
    """The files of `data/reference/<name>/`: name without ending -> content, in the order of the names."""
    paths = sorted((REFERENCE / name).glob("*.yml"))
    if not paths:
        raise DataError(f"data/reference/{name}: has no files. Restore it from the repository.")
    return {path.stem: load_yaml(f"{name}/{path.name}") for path in paths}


def check_keys(where: str, entry: dict[str, Any], allowed: set[str]) -> None:
    """Raises `DataError` for a key that nobody reads: a misspelt key would switch a rule off in silence."""
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise DataError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(allowed))}")
