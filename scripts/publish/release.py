"""Sealing: the draft becomes a version that never changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scripts.publish.atomic import locked, replace_file
from scripts.publish.canonical import logical_hash
from scripts.publish.changes_text import FILE
from scripts.publish.checksums import CHECKSUMS, checksum_violations
from scripts.publish.snapshot import read_snapshot
from scripts.publish.versions import CHANGELOG, root_of, sealed_versions, versions_in
from scripts.records import DataError
from scripts.sealed import LEDGER, SEALED, Entry, check_seals, ledger_text, read_ledger
from scripts.validate.subject import InvalidTables

HEAD = "# Changelog\n\nVersions of the data, newest first; each holds `changes` and `id_history` as tables.\n"


def release(out: Path) -> tuple[str, bool]:
    """Seals the draft in `out`; its number, and false when the newest version was sealed before.

    May be repeated: what a kill left undone is done then. Raises `DataError` when there is no version, when
    one was touched, or when a file cannot be written.
    """
    with locked(out):
        check_seals(out)
        versions = versions_in(out)
        if not versions:
            raise DataError(f"{out}: holds no version to release; run `make build` first")
        newest = versions[-1]
        folder = out / f"v{newest}"
        fresh = newest not in sealed_versions(out)
        if fresh:
            entry = _entry(folder, str(newest))
            replace_file(out / LEDGER, ledger_text([*read_ledger(out), entry]).encode())
        for path in folder.iterdir():
            path.chmod(0o444)
        _extend_changelog(root_of(out) / CHANGELOG, folder, str(newest))
        return str(newest), fresh


def _entry(folder: Path, version: str) -> Entry:
    if violations := checksum_violations(folder):
        raise InvalidTables(violations)
    snapshot = read_snapshot(folder)
    return Entry(
        version=version,
        state=SEALED,
        logical_hash=logical_hash(snapshot.tables, snapshot.contract),
        files_hash=hashlib.sha256((folder / CHECKSUMS).read_bytes()).hexdigest(),
        rows=sum(map(len, snapshot.tables.values())),
    )


def _extend_changelog(path: Path, folder: Path, version: str) -> None:
    """What stands there stays, also what was added by hand."""
    text = path.read_text("utf-8") if path.exists() else HEAD
    if f"## {version}" in text.splitlines():
        return
    section = (folder / FILE).read_text("utf-8").strip().replace("\n#", "\n##")
    first = text.find("\n## ")
    head, rest = (text, "") if first < 0 else (text[:first], text[first:])
    replace_file(path, f"{head.rstrip()}\n\n#{section}\n{rest}".encode())
