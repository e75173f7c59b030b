"""Checks of published versions that anyone can repeat: bytes, hashes, cells, quotes, rebuild."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from scripts.contract import Contract, read_contract
from scripts.ingest import read_article
from scripts.publish.canonical import logical_hash
from scripts.publish.checksums import checksum_violations, sha256
from scripts.publish.equality import differences
from scripts.publish.numbers import Version
from scripts.publish.snapshot import Snapshot
from scripts.publish.tables_csv import read_csv
from scripts.publish.version import publish, read_version
from scripts.publish.versions import next_version, sealed_versions
from scripts.records import DataError, Tables
from scripts.sealed import read_ledger
from scripts.validate import grounding
from scripts.validate.frictionless_check import DESCRIPTOR
from scripts.validate.shape import sound
from scripts.validate.subject import Subject


def version_problems(folder: Path, articles: Path) -> Iterator[str]:
    """A line for everything in the version that is not as it was published; files are named."""
    yield from _collected(folder, lambda: [f"{v.table}: {v.rule}" for v in checksum_violations(folder)])
    try:
        contract = read_contract(folder / DESCRIPTOR)
    except DataError as error:
        yield f"{folder.name}/{error}"
        return
    yield from _collected(folder, lambda: _described(folder, contract))
    yield from _collected(folder, lambda: map(str, differences(folder, contract)))
    yield from _collected(folder, lambda: _hashes(folder, contract))
    yield from _collected(folder, lambda: _quotes(read_version(folder), contract, articles))


def rebuild_problems(content: Snapshot, out: Path, newest: Version) -> Iterator[str]:
    """A line for every file of the newest version that is not, byte for byte, what the sources give."""
    base = max((version for version in sealed_versions(out) if version < newest), default=None)
    candidate = next_version(content, out, base)
    with TemporaryDirectory() as place:
        snapshot = candidate.snapshot
        again = publish(
            snapshot.tables,
            Path(place),
            str(newest),
            snapshot.contract,
            extra_files=snapshot.files,
            accuracy=_figures(out / f"v{newest}"),
        )
        if candidate.version != newest:
            yield f"v{newest}: the sources give version {candidate.version} ({candidate.rule})"
        yield from _other_bytes(out / f"v{newest}", again)


def _figures(folder: Path) -> Mapping[str, object] | None:
    """What was measured when the version was made: a later measurement makes no new version."""
    figures: Mapping[str, object] | None = read_contract(folder / DESCRIPTOR).descriptor().get("accuracy")
    return figures


def _collected(folder: Path, check: Callable[[], Iterable[str]]) -> Iterator[str]:
    try:
        for line in check():
            yield f"{folder.name}/{line}"
    except DataError as error:
        text = str(error)
        yield text if text.startswith(folder.name) else f"{folder.name}/{text}"


def _described(folder: Path, contract: Contract) -> Iterator[str]:
    """The descriptor says of each file what it is."""
    for resource in contract.descriptor()["resources"]:
        for file in (resource, *resource.get("alternates", [])):
            path = folder / file["path"]
            if path.parent != folder or not path.is_file():
                yield f"{DESCRIPTOR}: names {file['path']}, which is not there"
            elif (file.get("bytes"), file.get("hash")) != (path.stat().st_size, f"sha256:{sha256(path)}"):
                yield f"{DESCRIPTOR}: size or hash is not that of {file['path']}"
    if folder.name != f"v{contract.version}":
        yield f"{DESCRIPTOR}: is of version {contract.version}"


def _hashes(folder: Path, contract: Contract) -> Iterator[str]:
    """Of the rows as they are read, so whatever wrote the Parquet files; the list says what they were."""
    expected = {f"v{entry.version}": entry for entry in read_ledger(folder.parent)}.get(folder.name)
    if expected is None:
        return
    written = {name: read_csv(folder / f"{name}.csv", table) for name, table in contract.tables.items()}
    for kind, tables in (("CSV", written), ("Parquet", read_version(folder))):
        if logical_hash(tables, contract) != expected.logical_hash:
            yield f"{kind}: the logical hash is not that of versions.csv"
        if sum(map(len, tables.values())) != expected.rows:
            yield f"{kind}: there are not as many rows as versions.csv says"


def _quotes(tables: Tables, contract: Contract, articles: Path) -> Iterator[str]:
    texts: dict[str, str] = {}
    for row in tables["documents"]:
        path = articles / str(row["source_file"])
        if path.parent != articles or not path.is_file():
            yield f"documents: the source {row['source_file']} is missing"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            yield f"documents: the source {row['source_file']} is not the file that was read"
        else:
            texts[str(row["document_id"])] = read_article(path).text
    yield from _grounded(tables, texts, contract)


def _grounded(tables: Tables, texts: Mapping[str, str], contract: Contract) -> Iterator[str]:
    known = [row for row in tables["documents"] if row["document_id"] in texts]
    subject = Subject(contract, sound({**tables, "documents": known}, contract), texts, {})
    for rule in (grounding.documents, grounding.spans, grounding.quotes, grounding.verbatim):
        yield from map(str, rule(subject))


def _other_bytes(published: Path, again: Path) -> Iterator[str]:
    names = {path.name for folder in (published, again) for path in folder.iterdir()}
    for name in sorted(names):
        one, other = published / name, again / name
        if not one.is_file() or not other.is_file():
            what = "is missing" if other.is_file() else "is not given by the sources"
            yield f"{published.name}/{name}: {what}"
        elif one.read_bytes() != other.read_bytes():
            yield f"{published.name}/{name}: the sources give other bytes{_writer(one, other)}"


def _writer(one: Path, other: Path) -> str:
    """Which releases wrote two Parquet files, where they differ: the bytes depend on it."""
    if one.suffix != ".parquet":
        return ""
    try:
        writers = [pq.read_metadata(path).created_by for path in (one, other)]
    except (OSError, ValueError):
        return ""
    return f" (written by {writers[0]}, here is {writers[1]})" if writers[0] != writers[1] else ""
