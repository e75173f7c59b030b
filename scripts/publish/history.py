"""What became of ids: found by comparing what the rows of two versions point at in the texts.

An actor or location is the set of its mentions; any other row is its quote, and an allegation its quote and
category. The policy stands in docs/versions.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scripts.publish.snapshot import Snapshot
from scripts.records import Row

Evidence: TypeAlias = Mapping[str, set[Hashable]]
ENTITIES = {"actors": ("actor_id", "actor_mentions"), "locations": ("location_id", "location_mentions")}
QUOTED = {
    "affiliations": ("affiliation_id", "relation"),
    "allegations": ("allegation_id", "category"),
    "sanctions": ("sanction_id", None),
    "statements": ("statement_id", None),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What an id became; `new_ids` is empty when nothing stands for it."""

    old_id: str
    reason: str  # merged | split | renamed | retracted
    new_ids: tuple[str, ...] = ()


def fates(old: Snapshot, new: Snapshot) -> list[Fate]:
    """Of every id that went, and of every id whose evidence was partly given to a new one."""
    rejected = {row["row_id"] for row in new.rows("review") if row["action"] == "reject"}
    found: list[Fate] = []
    for before, after in _evidence(old, new):
        found += _fates({k: v for k, v in before.items() if k not in rejected}, after)
        found += [Fate(key, "retracted") for key in before if key in rejected and key not in after]
    return sorted(found, key=lambda fate: fate.old_id)


def changed_meaning(old: Snapshot, new: Snapshot) -> list[str]:
    """Ids of actors and locations that both versions have, but whose evidence is now all that of others."""
    found = []
    for before, after in _evidence(old, new):
        owner = {piece: key for key, pieces in after.items() for piece in pieces}
        for key, pieces in before.items():
            owners = {owner.get(piece) for piece in pieces}
            if key in after and owners and owners <= before.keys() - {key}:
                found.append(key)
    return sorted(found)


def history_rows(old: Snapshot, new: Snapshot, version: str) -> list[Row]:
    """`id_history` of the new version: that of the old one, and what happened since."""
    notes = _notes(new)
    rows = [dict(row) for row in old.rows("id_history")]
    for fate in fates(old, new):
        for ordinal, new_id in enumerate(fate.new_ids or (None,), start=1):
            note = notes.get(fate.old_id) if new_id is None else None
            rows.append({"old_id": fate.old_id, "version": version, "ordinal": ordinal, "new_id": new_id,
                         "reason": fate.reason, "note": note})  # fmt: skip
    return rows


def _notes(new: Snapshot) -> dict[str, str]:
    """Never the reviewer's words, which may speak of the claim."""
    notes = {str(r["row_id"]): "rejected in review" for r in new.rows("review") if r["action"] == "reject"}
    removed = (row for row in new.rows("corrections") if row["outcome"] == "removed")
    return notes | {str(row["row_id"]): f"removed after {row['correction_id']}" for row in removed}


def _fates(before: Evidence, after: Evidence) -> Iterator[Fate]:
    owners: dict[Hashable, str] = {piece: key for key, pieces in after.items() for piece in pieces}
    heirs: dict[str, list[str]] = {}
    for key, pieces in before.items():
        shares: defaultdict[str, int] = defaultdict(int)
        for piece in pieces:
            if piece in owners:
                shares[owners[piece]] += 1
        heirs[key] = sorted(shares, key=lambda heir: (-shares[heir], heir))
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for key, new_ids in heirs.items():
        for new_id in new_ids:
            claimed[new_id].add(key)
    for key, new_ids in heirs.items():
        if key in after:
            fresh = tuple(new_id for new_id in new_ids if new_id != key and new_id not in before)
            if fresh:
                yield Fate(key, "split", fresh)
        elif not new_ids:
            yield Fate(key, "retracted")
        elif len(new_ids) > 1:
            yield Fate(key, "split", tuple(new_ids))
        elif new_ids[0] in before or len(claimed[new_ids[0]]) > 1:
            yield Fate(key, "merged", tuple(new_ids))
        else:
            yield Fate(key, "renamed", tuple(new_ids))


def _evidence(old: Snapshot, new: Snapshot) -> Iterator[tuple[Evidence, Evidence]]:
    """What each id points at, in pieces that can be compared between the two versions, table by table."""
    same = _same_texts(old, new)
    for key, mentions in ENTITIES.values():
        yield _entities(old, key, mentions, same), _entities(new, key, mentions, same)
    for table, (key, trait) in QUOTED.items():
        yield _quoted(old, table, key, trait, same), _quoted(new, table, key, trait, same)
    yield _documents(old), _documents(new)


def _same_texts(old: Snapshot, new: Snapshot) -> set[object]:
    """Documents whose bytes did not change, so that their offsets can be compared."""
    before = {row["document_id"]: row["sha256"] for row in old.rows("documents")}
    return {r["document_id"] for r in new.rows("documents") if before.get(r["document_id"]) == r["sha256"]}


def _entities(side: Snapshot, key: str, mentions: str, same: set[object]) -> Evidence:
    table = "actors" if key == "actor_id" else "locations"
    pieces: dict[str, set[Hashable]] = {str(row[key]): set() for row in side.rows(table)}
    for row in side.rows(mentions):
        # Where a text was edited, offsets moved: the words stand for themselves.
        where = (row["start"], row["end"]) if row["document_id"] in same else row["text"]
        pieces.setdefault(str(row[key]), set()).add((row["document_id"], where))
    return pieces


def _quoted(side: Snapshot, table: str, key: str, trait: str | None, same: set[object]) -> Evidence:
    pieces: dict[str, set[Hashable]] = {}
    for row in side.rows(table):
        # A quote that was trimmed or widened still begins or ends where it did.
        ends = ("start", "end") if row["document_id"] in same else ("quote",)
        speaker = row.get("cue_start") if row["document_id"] in same else None
        marks = {(row["document_id"], row[trait] if trait else speaker, end, row[end]) for end in ends}
        pieces[str(row[key])] = set(marks)
    return pieces


def _documents(side: Snapshot) -> Evidence:
    return {str(row["document_id"]): {row["sha256"]} for row in side.rows("documents")}
