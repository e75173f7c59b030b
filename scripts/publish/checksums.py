"""`SHA256SUMS`: what `sha256sum -c SHA256SUMS` reads, one line for every other file of the folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from scripts.records import DataError
from scripts.validate.subject import Violation

CHECKSUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  ([^/\\]+)")


def sha256(path: Path) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Writes `SHA256SUMS`, sorted by name."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in _names(folder)]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="")


def checksum_violations(folder: Path) -> list[Violation]:
    """Every file that is altered, missing or not listed; `table` is the name of the file.

    Raises `DataError` when `SHA256SUMS` is missing or is not what `write_checksums` writes.
    """
    listed = read_checksums(folder)
    found = _names(folder)
    violations = [
        Violation(name, "", "", "file is listed in SHA256SUMS") for name in found if name not in listed
    ]
    for name, expected in listed.items():
        if name not in found:
            violations.append(Violation(name, "", "", "file is there"))
        elif (actual := sha256(folder / name)) != expected:
            violations.append(Violation(name, "", "", "file is unaltered", actual))
    return sorted(violations, key=lambda violation: violation.order)


def read_checksums(folder: Path) -> dict[str, str]:
    """Hexadecimal SHA-256 by name of file. Raises `DataError` as `checksum_violations` does."""
    path = folder / CHECKSUMS
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            f"{folder.name}/{CHECKSUMS}: cannot be read: {error}. Restore the version."
        ) from error
    matches = [LINE.fullmatch(line) for line in lines]
    if not lines or None in matches:
        raise DataError(f"{folder.name}/{CHECKSUMS}: is no list of checksums. Restore the version.")
    return {match[2]: match[1] for match in matches if match is not None}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != CHECKSUMS)
