"""Sealed versions: what `versions.csv` says of them, and whether every byte is still what was sealed.

Run by `make build` before anything else, so it loads nothing heavy: `python -m scripts.sealed data` prints a
line for every file of a sealed version that was changed, lost or added.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from scripts.records import DataError

LEDGER = "versions.csv"
SEALED = "sealed"
CHECKSUMS = "SHA256SUMS"
VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
LINE = re.compile(r"([0-9a-f]{64})  ([^/\\]+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of `versions.csv`. `logical_hash` is that of the tables, `files_hash` the SHA-256 of the
    version's `SHA256SUMS`, `rows` the number of rows of all its tables."""

    version: str
    state: str
    logical_hash: str
    files_hash: str
    rows: int


COLUMNS = tuple(field.name for field in fields(Entry))


def read_ledger(out: Path) -> list[Entry]:
    """The sealed versions in `out`, as listed; none when there is no list.

    Raises `DataError` for a list that this project did not write.
    """
    path = out / LEDGER
    if not path.exists():
        return []
    try:
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: cannot be read ({error}); restore it from the repository") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise DataError(f"{path}: the first line is not {','.join(COLUMNS)}; restore it from the repository")
    entries = [_entry(cells, f"{path} line {number}") for number, cells in enumerate(lines[1:], 2)]
    if len({entry.version for entry in entries}) != len(entries):
        raise DataError(f"{path}: a version is listed twice; restore it from the repository")
    return entries


def ledger_text(entries: list[Entry]) -> str:
    """The whole file, versions in their order."""
    ordered = sorted(entries, key=lambda entry: tuple(map(int, entry.version.split("."))))
    lines = [",".join(COLUMNS), *(",".join(map(str, astuple(entry))) for entry in ordered)]
    return "".join(f"{line}\n" for line in lines)


def broken_seals(out: Path) -> list[str]:
    """A line for every file of a sealed version that is not what was sealed; raises as `read_ledger`."""
    return [line for entry in read_ledger(out) for line in _broken(out / f"v{entry.version}", entry)]


def check_seals(out: Path) -> None:
    """Raises `DataError`, naming the files, when a sealed version was touched."""
    if broken := broken_seals(out):
        lines = "\n".join(broken)
        raise DataError(f"a sealed version was changed; restore it from the repository:\n{lines}")


def _broken(folder: Path, entry: Entry) -> list[str]:
    if folder.is_symlink() or not folder.is_dir():
        return [f"{folder}: the folder is missing"]
    try:
        sums = (folder / CHECKSUMS).read_bytes()
        if hashlib.sha256(sums).hexdigest() != entry.files_hash:
            return [f"{folder / CHECKSUMS}: was changed"]
        listed = {
            match[2]: match[1] for line in sums.decode().splitlines() if (match := LINE.fullmatch(line))
        }
        found = {path.name: path for path in folder.iterdir() if path.name != CHECKSUMS}
        lines = [f"{folder / name}: is missing" for name in listed if name not in found]
        for name, path in sorted(found.items()):
            if name not in listed:
                lines.append(f"{path}: was added")
            elif path.is_symlink() or not path.is_file():
                lines.append(f"{path}: is no plain file any more")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != listed[name]:
                lines.append(f"{path}: was changed")
    except OSError as error:
        return [f"{error.filename or folder}: cannot be read ({error.strerror})"]
    return lines


def _entry(cells: list[str], where: str) -> Entry:
    if len(cells) == len(COLUMNS):
        version, state, logical, files, rows = cells
        hashes = HASH.fullmatch(logical) and HASH.fullmatch(files)
        if (
            VERSION.fullmatch(version)
            and state == SEALED
            and hashes
            and re.fullmatch(r"\d{1,12}", rows, re.ASCII)
        ):
            return Entry(version, state, logical, files, int(rows))
    raise DataError(f"{where}: is no entry of a sealed version; restore the file from the repository")


def main(arguments: list[str]) -> int:
    try:
        broken = [line for out in arguments for line in broken_seals(Path(out))]
    except DataError as error:
        broken = [str(error)]
    print(*broken, sep="\n", end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
