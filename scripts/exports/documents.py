"""Files of the repository that are made from the contract: the data dictionary and the citation files."""

from __future__ import annotations

from pathlib import Path

from scripts.contract import Contract
from scripts.exports.citation import citation_cff, zenodo_json
from scripts.exports.dictionary import dictionary
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
    stale = stale_documents(texts, root)
    for name in stale:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(texts[name], "utf-8", newline="")
    return stale


def stale_documents(texts: dict[str, str], root: Path) -> list[str]:
    """Paths whose file is missing or says something else."""
    return [name for name, text in texts.items() if not _says(root / name, text)]


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
