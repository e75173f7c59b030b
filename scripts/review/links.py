"""The links of allegations and sanctions: actors, places, sources, targets; each replaced as a whole."""

from __future__ import annotations

from scripts.publish.canonical import parse
from scripts.records import DataError, Row
from scripts.review.decisions import Decision, known_keys, mapping, text
from scripts.review.desk import Desk
from scripts.review.strict_yaml import Node

LINKS = {"actors": ("allegation_actors", "actor_id"), "locations": ("allegation_locations", "location_id")}


def items(value: Node, key: str, where: str) -> list[Node]:
    """Raises `DataError` for anything but a list."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise DataError(f"{where}: {key!r} must be a list; begin each line with '-'")
    return value


def replace_links(desk: Desk, decision: Decision, key: str, kind: str, value: Node) -> list[tuple[str, str]]:
    """`actors` or `locations` of an allegation; the links that went and came, as (action, key)."""
    where, (table, column) = decision.where, LINKS[kind]
    wanted = []
    for item in items(value, kind, where):
        content, singular = mapping(item, where), kind.removesuffix("s")
        known_keys(content, (singular, "role"), where)
        reference, role = text(content, singular, where), text(content, "role", where)
        if reference is None or role is None:
            raise DataError(f"{where}: each of {kind!r} has '{singular}' and 'role'")
        wanted.append((desk.entity(kind, reference, where), role))
    before = [(str(r[column]), str(r["role"])) for r in desk.tables[table] if r["allegation_id"] == key]
    if kind == "actors":
        desk.loosened.update(actor for actor, _ in before)
    desk.tables[table] = [row for row in desk.tables[table] if row["allegation_id"] != key]
    links: list[Row] = [
        {"allegation_id": key, column: other, "role": role} for other, role in sorted(set(wanted))
    ]
    desk.tables[table] += links
    went = [("reject", f"{key}/{other}/{role}") for other, role in before if (other, role) not in wanted]
    return went + [("add", f"{key}/{o}/{role}") for o, role in sorted(set(wanted) - set(before))]


def chain_of(desk: Desk, key: str) -> str | None:
    """Sources of an allegation from the outermost to the speaker, without the publisher, for `review`."""
    rows = [row for row in desk.tables["attributions"] if row["allegation_id"] == key and row["level"] != 0]
    return (
        " > ".join(str(row["actor_id"]) for row in sorted(rows, key=lambda r: str(r["level"]).zfill(6)))
        or None
    )


def replace_chain(desk: Desk, decision: Decision, row: Row, value: Node) -> None:
    """The chain of an allegation, outermost source first, each a statement's id or the name of its source."""
    key, where = row["allegation_id"], decision.where
    statements = [_statement(desk, row, item, where) for item in items(value, "chain", where)]
    publisher = next(
        r["publisher_id"] for r in desk.tables["documents"] if r["document_id"] == row["document_id"]
    )
    desk.loosened.update(r["actor_id"] for r in desk.tables["attributions"] if r["allegation_id"] == key)
    kept = [r for r in desk.tables["attributions"] if r["allegation_id"] != key]
    sources = [(publisher, None), *((s["actor_id"], s["statement_id"]) for s in statements)]
    links: list[Row] = [
        {"allegation_id": key, "level": level, "actor_id": actor, "statement_id": statement}
        for level, (actor, statement) in enumerate(sources)
    ]
    desk.tables["attributions"] = kept + links
    row["statement_id"] = statements[-1]["statement_id"] if statements else None
    if not statements:
        row["mode"] = "narrator"
    elif row["mode"] in (None, "narrator"):
        direct = statements[-1]["mode"] == "direct_quote"
        row["mode"] = "direct_quote" if direct else "indirect_speech"


def replace_targets(desk: Desk, decision: Decision, key: str, value: Node) -> None:
    """The targets of a sanction, in their order."""
    where, table = decision.where, desk.table("sanction_targets")
    rows: list[Row] = []
    for ordinal, item in enumerate(items(value, "targets", where), 1):
        content = mapping(item, where)
        known_keys(content, ("actor", "name", "description", "country_code", "target_count"), where)
        row: Row = dict.fromkeys(table.columns)
        row |= {c: typed(desk, "sanction_targets", c, content[c], where) for c in content if c != "actor"}
        actor = text(content, "actor", where)
        rows.append({**row, "sanction_id": key, "ordinal": ordinal,
                     "actor_id": None if actor is None else desk.entity("actors", actor, where)})  # fmt: skip
    before = [row for row in desk.tables["sanction_targets"] if row["sanction_id"] == key]
    desk.loosened.update(row["actor_id"] for row in before)
    kept = [row for row in desk.tables["sanction_targets"] if row["sanction_id"] != key]
    desk.tables["sanction_targets"] = kept + rows


def targets_of(desk: Desk, key: str) -> str | None:
    rows = [row for row in desk.tables["sanction_targets"] if row["sanction_id"] == key]
    named = (row["actor_id"] or row["name"] or row["description"] or row["target_count"] for row in rows)
    return "; ".join(map(str, named)) or None


def typed(desk: Desk, table: str, column: str, value: Node, where: str) -> object:
    """The value of a cell as its column has it; raises `DataError` for what does not fit."""
    columns = desk.table(table).columns
    if column not in columns:
        raise DataError(f"{where}: {table} has no column {column!r}; there are {', '.join(columns)}")
    if value is not None and not isinstance(value, str):
        raise DataError(f"{where}: {column!r} must be text")
    field = desk.table(table).field(column)
    try:
        return parse((value or "").strip(), field)
    except DataError as error:
        raise DataError(f"{where}: {error}") from None


def _statement(desk: Desk, row: Row, item: Node, where: str) -> Row:
    if not isinstance(item, str):
        raise DataError(f"{where}: 'chain' lists ids of statements or names of their sources")
    known = desk.find("statements", item)
    if known is not None:
        return known
    actor = desk.entity("actors", item, where)
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    said = [
        s
        for s in desk.tables["statements"]
        if s["actor_id"] == actor and s["document_id"] == row["document_id"]
    ]
    around = [s for s in said if _distance(s, start, end) == 0]
    if len(around) == 1 or len(said) == 1:
        return (around or said)[0]
    near = sorted(around or said, key=lambda s: _distance(s, start, end))[:4]
    names = ", ".join(f"{s['statement_id']} {str(s['quote'])[:60]!r}" for s in near)
    meant = f"give the id of one of {names}" if near else "add a statement of it first"
    raise DataError(f"{where}: which statement of {item!r} makes the claim is not clear; {meant}")


def _distance(statement: Row, start: int, end: int) -> int:
    """Characters by which a quote sticks out of the content of a statement; 0 inside."""
    left, right = statement["start"], statement["end"]
    assert isinstance(left, int)
    assert isinstance(right, int)
    return max(0, left - start) + max(0, end - right)
