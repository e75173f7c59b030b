"""The tables under review, and how a decision finds in them what it speaks of."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from scripts.contract import Contract, Table
from scripts.records import DataError, Row, Tables
from scripts.validate.subject import row_key

NEAREST = 3
COMPARED = 300  # characters of a quote: comparing takes time that grows with the square
ENTITIES = {"actors": ("actor_id", "actor_names"), "locations": ("location_id", "location_names")}


@dataclass
class Desk:
    """A copy of the tables; `texts` are the decoded texts by document id, `review` the rows to publish."""

    contract: Contract
    tables: Tables
    texts: Mapping[str, str]
    review: list[Row] = field(default_factory=list)
    loosened: set[object] = field(default_factory=set)  # actors that rows which went referred to

    @classmethod
    def of(cls, tables: Tables, texts: Mapping[str, str], contract: Contract) -> Desk:
        return cls(contract, deepcopy(tables), texts)

    def table(self, name: str) -> Table:
        return self.contract.tables[name]

    def find(self, table: str, key: str) -> Row | None:
        column = self.table(table).primary_key[0]
        return next((row for row in self.tables[table] if row[column] == key), None)

    def decided(self, table: str, key: str, quote: str, document: str, where: str) -> Row:
        """The row that a decision is keyed by; raises `DataError` with candidates if it is gone."""
        row = self.find(table, key)
        if row is None:
            raise DataError(
                f"{where}: row {key} is not there any more{self.candidates(table, quote, document)}"
            )
        if squeezed(words(row)) != squeezed(quote):
            raise DataError(
                f"{where}: the quote of {key} is now {words(row)[:COMPARED]!r}"
                f"{self.candidates(table, quote, document)}"
            )
        if row.get("document_id", document) != document:
            raise DataError(f"{where}: row {key} belongs to {row['document_id']}; decide in that file")
        return row

    def candidates(self, table: str, quote: str, document: str) -> str:
        """`; nearest are ...`: rows of the same document whose words are most like `quote`."""
        rows = [row for row in self.tables[table] if row.get("document_id", document) == document]
        wanted = squeezed(quote)[:COMPARED]
        likeness = difflib.SequenceMatcher(autojunk=False)
        likeness.set_seq2(wanted)
        scored = []
        for row in rows:
            likeness.set_seq1(squeezed(words(row))[:COMPARED])
            scored.append((-likeness.quick_ratio(), row_key(self.table(table), row), words(row)))
        near = [f"{key} {said[:80]!r}" for _, key, said in sorted(scored)[:NEAREST]]
        return f"; nearest are {', '.join(near)}" if near else f"; there are no {table} in {document}"

    def entity(self, table: str, reference: str, where: str) -> str:
        """The id of the actor or location that is meant by an id or a name."""
        column, names = ENTITIES[table]
        if self.find(table, reference) is not None:
            return reference
        for same in (str.__eq__, lambda a, b: a.casefold() == b.casefold()):
            found = sorted(
                {str(row[column]) for row in self.tables[names] if same(str(row["name"]), reference)}
            )
            if len(found) == 1:
                return found[0]
            if found:
                raise DataError(f"{where}: {reference!r} names {', '.join(found)}; give the id")
        known = {str(row["name"]): str(row[column]) for row in self.tables[names]}
        near = [
            f"{name} ({known[name]})"
            for name in difflib.get_close_matches(reference[:COMPARED], known, 3, 0.5)
        ]
        meant = f"; nearest are {', '.join(near)}" if near else ""
        raise DataError(f"{where}: none of the {table} is {reference!r}{meant}; or add it first")

    def span(
        self, document: str, quote: str, where: str, occurrence: int | None = None, near: int | None = None
    ) -> tuple[int, int]:
        """Where words stand in the text, whatever the white space between them.

        Of several places the one that `occurrence` counts, or the one nearest to `near`; raises `DataError`
        when they do not stand there, or stand there more than once and neither is given.
        """
        pattern = r"\s+".join(map(re.escape, quote.split()))
        places = [match.span() for match in re.finditer(pattern, self.texts[document])]
        if not places:
            raise DataError(
                f"{where}: {quote[:COMPARED]!r} does not stand in the text{self._like(document, quote)}"
            )
        if occurrence is not None:
            if not 1 <= occurrence <= len(places):
                raise DataError(f"{where}: the words stand {len(places)} times in the text, not {occurrence}")
            return places[occurrence - 1]
        if near is not None:
            return min(places, key=lambda place: (abs(place[0] - near), place))
        if len(places) > 1:
            starts = ", ".join(str(start) for start, _ in places[:8])
            raise DataError(
                f"{where}: {quote[:80]!r} stands {len(places)} times (at {starts}); give more of the words, "
                "or 'occurrence: 2' for the second place"
            )
        return places[0]

    def record(self, decision: Any, table: str, key: str, action: str, **cells: object) -> None:
        """A row of `review`; on the whole row unless `column` is given."""
        row: Row = {"table": table, "row_id": key, "column": "*", "document_id": decision.document_id}
        values: Row = {"action": action, "machine_value": None, "final_value": None}
        self.review.append({**row, **values, "reason": squeezed(decision.reason), **cells})

    def _like(self, document: str, quote: str) -> str:
        lines = {
            squeezed(line)[:COMPARED]
            for line in re.split(r"\n+|(?<=[.!?])\s+", self.texts[document][:200_000])
        }
        near = difflib.get_close_matches(squeezed(quote)[:COMPARED], sorted(lines - {""})[:2000], 1, 0.4)
        return f"; nearest is {near[0]!r}" if near else ""


def words(row: Row) -> str:
    """What a row is known by to a reader: its quote, or its name."""
    return str(row["quote"] if "quote" in row else row["name"])


def squeezed(text: str) -> str:
    return " ".join(text.split())
