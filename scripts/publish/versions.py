"""Which version comes next, and its writing: nothing when nothing changed, a draft until it is sealed.

The rules stand for users in docs/versions.md. On the disk there are sealed versions (those that
`versions.csv` lists) and at most one draft, the next version after the newest sealed one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from scripts.contract import ROOT_DESCRIPTOR
from scripts.publish.atomic import locked, remove
from scripts.publish.changes_text import FILE, changes_text, first_text
from scripts.publish.comparison import Comparison, compare
from scripts.publish.history import history_rows
from scripts.publish.numbers import FIRST, Step, Version, parse_version
from scripts.publish.root_descriptor import follow
from scripts.publish.snapshot import ABOUT_THE_VERSION, Snapshot, read_snapshot
from scripts.publish.version import publish
from scripts.records import DataError
from scripts.sealed import VERSION, check_seals, read_ledger

CHANGELOG = "CHANGELOG.md"


@dataclass(frozen=True)
class Published:
    """The version that stands after a build. `changed`: something was written. `rule`: why the number."""

    folder: Path
    version: Version
    changed: bool
    sealed: bool
    rule: str


@dataclass(frozen=True)
class Candidate:
    """What a build would publish; `comparison` is with the newest sealed version, `None` without one."""

    version: Version
    snapshot: Snapshot
    comparison: Comparison | None

    @property
    def rule(self) -> str:
        return self.comparison.rule if self.comparison else "the first version"


def versions_in(out: Path) -> list[Version]:
    """All versions in a folder, sealed or not, in their order."""
    if not out.is_dir():
        return []
    names = [path.name[1:] for path in out.iterdir() if path.name.startswith("v") and path.is_dir()]
    return sorted(parse_version(name) for name in names if VERSION.fullmatch(name))


def sealed_versions(out: Path) -> list[Version]:
    return sorted(parse_version(entry.version) for entry in read_ledger(out))


def known_ids(out: Path) -> set[str]:
    """Ids that the newest sealed version holds, or says were retracted before it."""
    if not (sealed := sealed_versions(out)):
        return set()
    old = read_snapshot(out / f"v{sealed[-1]}")
    keys = [(t.name, t.primary_key[0]) for t in old.contract.tables.values() if len(t.primary_key) == 1]
    held = {str(row[column]) for name, column in keys for row in old.rows(name)}
    return held | {str(row["old_id"]) for row in old.rows("id_history")}


def publish_next(content: Snapshot, out: Path) -> Published:
    """Publishes what is new. Raises `DataError` when a sealed version was touched, when another build is
    writing, or when the version cannot be written; then what was there is untouched.
    """
    try:
        with locked(out):
            check_seals(out)
            return _publish_next(content, out)
    except OSError as error:
        raise DataError(f"{out}: cannot be written ({error}); what was published is untouched") from error


def next_version(content: Snapshot, out: Path, base: Version | None) -> Candidate:
    """The version that `content` makes after `base`, with its tables about what changed, and `CHANGES.md`."""
    if base is None:
        tables = {**content.tables, **{name: [] for name in ABOUT_THE_VERSION}}
        files = {**content.files, FILE: first_text(str(FIRST), content).encode()}
        return Candidate(FIRST, replace(content, tables=tables, files=files), None)
    old = read_snapshot(out / f"v{base}")
    comparison = compare(old, content, ignored=[FILE])
    version = base.after(comparison.step)
    history = history_rows(old, content, str(version))
    tables = {**content.tables, "changes": comparison.rows, "id_history": history}
    files = {**content.files, FILE: changes_text(str(base), str(version), comparison).encode()}
    return Candidate(version, replace(content, tables=tables, files=files), comparison)


def root_of(out: Path) -> Path:
    """The repository's root for its own `data`; other folders hold all that belongs to them."""
    root = ROOT_DESCRIPTOR.parent
    return root if out.resolve() == root / "data" else out


def _publish_next(content: Snapshot, out: Path) -> Published:
    sealed = sealed_versions(out)
    drafts = [version for version in versions_in(out) if version not in sealed]
    base = sealed[-1] if sealed else None
    _check_drafts(drafts, base, out)
    candidate = next_version(content, out, base)
    if base is not None and candidate.comparison is not None and candidate.comparison.equal:
        standing, changed, rule = base, bool(drafts), "equal to the newest sealed version"
    else:
        standing, rule = candidate.version, candidate.rule
        changed = standing not in drafts or not _is_published(candidate, out)
        if changed:
            _write(candidate, out)
    _follow(out, standing)
    for draft in drafts:
        if draft != standing:
            remove(out / f"v{draft}")
    return Published(out / f"v{standing}", standing, changed, standing in sealed, rule)


def _write(candidate: Candidate, out: Path) -> None:
    snapshot = candidate.snapshot
    publish(
        snapshot.tables,
        out,
        str(candidate.version),
        snapshot.contract,
        extra_files=snapshot.files,
        accuracy=snapshot.accuracy,
        held=True,
    )


def _is_published(candidate: Candidate, out: Path) -> bool:
    """Whether the draft on the disk is this one already; a broken draft is not."""
    try:
        draft = read_snapshot(out / f"v{candidate.version}")
    except DataError:
        return False
    about = all(draft.rows(name) == candidate.snapshot.rows(name) for name in ABOUT_THE_VERSION)
    same_figures = draft.accuracy == candidate.snapshot.accuracy
    return about and same_figures and compare(draft, candidate.snapshot).equal


def _check_drafts(drafts: list[Version], base: Version | None, out: Path) -> None:
    """A draft may be replaced; a version that only seems to be one, because its seal was lost, may not."""
    possible = {FIRST} if base is None else {base.after(step) for step in Step}
    changelog = root_of(out) / CHANGELOG
    released = changelog.read_text("utf-8").splitlines() if changelog.is_file() else []
    for draft in drafts:
        if draft not in possible or f"# {draft}" in released or f"## {draft}" in released:
            raise DataError(
                f"{out / f'v{draft}'}: is not sealed in {out / 'versions.csv'}, yet it is no draft of the "
                "next version: restore versions.csv from the repository, or move the folder away"
            )


def _follow(out: Path, version: Version) -> None:
    if root_of(out) != out:
        follow(ROOT_DESCRIPTOR, str(version))
