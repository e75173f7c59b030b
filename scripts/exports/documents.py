"""Files of the repository that are made from the contract: the data dictionary and the citation files."""

from __future__ import annotations

from pathlib import Path

from scripts.contract import Contract
from scripts.exports.citation import citation_cff, zenodo_json
from scripts.exports.dictionary import dictionary, without_examples
from scripts.records import Tables


def documents(contract: Contract, examples: Tables) -> dict[str, str]:
    """Text by path inside the repository."""
    descriptor = contract.descriptor()
    return {
        "docs/tables.md": dictionary(contract, examples),
        "CITATION.cff": citation_cff(descriptor),
        ".zenodo.json": zenodo_json(descriptor),
    }


def write_documents(texts: dict[str, str], root: Path) -> list[str]:
    """Writes those that differ from what is there; returns their paths."""
    differing = [name for name, text in texts.items() if _read(root / name) != text]
    for name in differing:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(texts[name], "utf-8", newline="")
    return differing


def stale_documents(contract: Contract, root: Path) -> list[str]:
    """Paths whose file does not say what the contract says; examples may be those of an earlier version."""
    wanted = documents(contract, {})
    return [name for name, text in wanted.items() if without_examples(_read(root / name)) != text]


def _read(path: Path) -> str:
    return path.read_bytes().decode() if path.is_file() else ""
