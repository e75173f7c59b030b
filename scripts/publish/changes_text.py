"""`CHANGES.md`: what a version changed, in words that a reader of the tables understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.publish.comparison import Comparison
from scripts.publish.history import Fate
from scripts.publish.snapshot import Snapshot
from scripts.records import Row

FILE = "CHANGES.md"
CAUSES = {
    "new_document": "Because documents came or went",
    "review": "Because of review, corrections and replies",
    "reference": "Because the authority files changed",
    "extraction": "Because the documents are read otherwise",
    "schema": "Because tables or columns changed",
}
MOST = 40  # lines of one list: the tables hold the rest


def first_text(version: str, new: Snapshot) -> str:
    """Of a version without one before it."""
    counts = [f"- {t.name}: {len(new.rows(t.name)):,}" for t in new.compared() if new.rows(t.name)]
    return "\n".join([f"# {version}", "", "The first version. Rows by table:", "", *counts, ""])


def changes_text(before: str, version: str, comparison: Comparison) -> str:
    """Claims are not repeated: rows are named by their ids, and what changed by columns."""
    lines = [f"# {version}", "", f"Compared with {before}. {_sentence(comparison.rule)}", ""]
    for cause, heading in CAUSES.items():
        if counts := list(_counts([row for row in comparison.rows if row["class"] == cause])):
            lines += [f"## {heading}", "", *counts, ""]
    if comparison.fates:
        lines += ["## Ids", "", *_limited([_fate(fate) for fate in comparison.fates], "id_history"), ""]
    if comparison.files:
        lines += ["## Files beside the tables", "", *(f"- {name} changed" for name in comparison.files), ""]
    return "\n".join(lines)


def detailed(comparison: Comparison) -> Iterator[str]:
    """Every change, a line each, for `make diff`."""
    for row in comparison.rows:
        where = " ".join(str(row[column]) for column in ("table", "key", "column") if row[column] != "*")
        values = f": {row['old']!r} -> {row['new']!r}" if row["action"] == "modified" else ""
        yield f"{row['action']:8} {where}{values} ({row['class']})"


def _counts(rows: list[Row]) -> Iterator[str]:
    seen: Counter[tuple[object, object, object]] = Counter()
    for row in rows:
        column = row["column"] if row["action"] == "modified" or row["key"] == "*" else "*"
        seen[row["table"], row["action"], column] += 1
    for (table, action, column), count in sorted(seen.items(), key=lambda item: tuple(map(str, item[0]))):
        name = str(table) if column == "*" else f"{table}.{column}"
        if table == "*":
            yield "- the description of the package changed"
        elif any(row["key"] == "*" for row in rows if row["table"] == table and row["column"] == column):
            yield f"- {name}: {_was(action)}"
        else:
            things = ("row", "rows") if action != "modified" else ("value", "values")
            yield f"- {name}: {count:,} {things[count != 1]} {_was(action)}"


def _was(action: object) -> str:
    return {"added": "came", "removed": "went", "modified": "changed"}[str(action)]


def _fate(fate: Fate) -> str:
    new = ", ".join(f"`{key}`" for key in fate.new_ids)
    return {
        "merged": f"- `{fate.old_id}` is now part of {new}",
        "split": f"- `{fate.old_id}` was divided, what was taken from it is {new}",
        "renamed": f"- `{fate.old_id}` is now {new}",
        "retracted": f"- `{fate.old_id}` was retracted",
    }[fate.reason]


def _limited(lines: list[str], table: str) -> list[str]:
    if len(lines) <= MOST:
        return lines
    return [*lines[:MOST], f"- and {len(lines) - MOST:,} more, in `{table}`"]


def _sentence(rule: str) -> str:
    step, _, reasons = rule.partition(": ")
    return f"{step.capitalize()} version: {reasons}."
