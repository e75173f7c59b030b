"""Statements, allegations, sanctions and affiliations of one document -> rows."""

from __future__ import annotations

from scripts.extract.findings import Allegation, Findings
from scripts.normalize.cells import clean, date_cells, exact
from scripts.normalize.ids import Occurrences, opaque
from scripts.records import Extent, Row, Tables


class DocumentRows:
    """Adds one document's rows to the tables; `actors` and `locations` are ids by position in the
    findings.
    """

    def __init__(
        self, tables: Tables, findings: Findings, document_id: str, actors: list[str], locations: list[str]
    ) -> None:
        self.tables, self.findings, self.document_id = tables, findings, document_id
        self.actors, self.locations = actors, locations
        self.text = findings.article.text
        self.occurrence = Occurrences()

    def add(self) -> None:
        statements = self.add_statements()
        for allegation in self.findings.allegations:
            self.add_allegation(allegation, statements)
        self.add_sanctions()
        self.add_affiliations()

    def quote(self, extent: Extent) -> Row | None:
        own = exact(self.text, extent)
        return (
            None
            if own is None
            else {"quote": self.text[own.start : own.end], "start": own.start, "end": own.end}
        )

    def add_statements(self) -> list[str | None]:
        ids: list[str | None] = []
        for s in self.findings.statements:
            quote, source = self.quote(s.extent), exact(self.text, s.source)
            if quote is None or source is None:
                ids.append(None)
                continue
            key = (self.actors[s.actor], s.cue, str(quote["quote"]))
            ids.append(opaque("stm", self.document_id, *key, self.occurrence("stm", *key)))
            self.tables["statements"].append(
                {
                    "statement_id": ids[-1],
                    "document_id": self.document_id,
                    "actor_id": self.actors[s.actor],
                    "source_text": self.text[source.start : source.end],
                    "source_start": source.start,
                    "source_end": source.end,
                    "cue": s.cue,
                    "cue_start": s.cue_extent.start,
                    "cue_end": s.cue_extent.end,
                    "mode": s.mode,
                    **quote,
                    "parent_statement_id": None if s.parent is None else ids[s.parent],
                }
            )
        return ids

    def add_allegation(self, a: Allegation, statements: list[str | None]) -> None:
        quote = self.quote(a.extent)
        chain = [(statements[n], self.actors[self.findings.statements[n].actor]) for n in a.chain]
        if quote is None or any(statement is None for statement, _ in chain):
            return  # never a claim without the words or the source that it has in the text
        source = chain[-1][1] if chain else None
        key = (a.category, a.stance, source, str(quote["quote"]))
        allegation_id = opaque("alg", self.document_id, *key, self.occurrence("alg", *key))
        self.tables["allegations"].append(
            {
                "allegation_id": allegation_id,
                "document_id": self.document_id,
                "statement_id": chain[-1][0] if chain else None,
                "category": a.category,
                "stance": a.stance,
                "mode": a.mode if chain else "narrator",
                "stage": a.stage,
                **quote,
                **date_cells(a.date),
                "quantity_text": clean(a.quantity_text),
                "rule": a.rule,
                "review_status": "machine",
            }
        )
        publisher = self.findings.publisher
        assert publisher is not None
        for level, (statement, actor) in enumerate([(None, self.actors[publisher]), *chain]):
            self.tables["attributions"].append(
                {"allegation_id": allegation_id, "level": level, "actor_id": actor, "statement_id": statement}
            )
        for actor, role in dict.fromkeys((self.actors[n], role) for n, role in a.actors):
            self.tables["allegation_actors"].append(
                {"allegation_id": allegation_id, "actor_id": actor, "role": role}
            )
        for place, role in dict.fromkeys((self.locations[n], role) for n, role in a.places):
            self.tables["allegation_locations"].append(
                {"allegation_id": allegation_id, "location_id": place, "role": role}
            )

    def add_sanctions(self) -> None:
        for s in self.findings.sanctions:
            quote = self.quote(s.extent)
            if quote is None:
                continue
            key = (self.actors[s.authority], str(quote["quote"]))
            sanction_id = opaque("snc", self.document_id, *key, self.occurrence("snc", *key))
            reason = clean(s.reason)
            self.tables["sanctions"].append(
                {
                    "sanction_id": sanction_id,
                    "document_id": self.document_id,
                    "authority_id": self.actors[s.authority],
                    "program": clean(s.program),
                    **date_cells(s.date),
                    "target_count": s.target_count,
                    "reason": reason,
                    **quote,
                    "review_status": "machine",
                }
            )
            for ordinal, t in enumerate(s.targets, start=1):
                self.tables["sanction_targets"].append(
                    {
                        "sanction_id": sanction_id,
                        "ordinal": ordinal,
                        "actor_id": None if t.actor is None else self.actors[t.actor],
                        "name": clean(t.name),
                        "description": clean(t.description),
                        "country_code": t.country_code,
                        "target_count": t.target_count,
                    }
                )

    def add_affiliations(self) -> None:
        for a in self.findings.affiliations:
            quote = self.quote(a.extent)
            if quote is None:
                continue
            organization = None if a.organization is None else self.actors[a.organization]
            role = clean(a.role)
            key = (self.actors[a.actor], organization, a.relation, role)
            self.tables["affiliations"].append(
                {
                    "affiliation_id": opaque("aff", self.document_id, *key, self.occurrence("aff", *key)),
                    "document_id": self.document_id,
                    "actor_id": self.actors[a.actor],
                    "organization_id": organization,
                    "relation": a.relation,
                    "role": role,
                    "status": a.status,
                    **quote,
                }
            )
