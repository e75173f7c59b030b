"""GraphML and GEXF: actors as nodes; an edge for each claim, from who says it to whom it is said of.

No edge says that anybody did anything to anybody: all go out from the speaker, and `relation` is the part
that the other has in the claim.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import networkx as nx

from scripts.exports.source import Source
from scripts.exports.sql import plain
from scripts.exports.views import FLAT
from scripts.records import Row, Tables

NODE = ("name", "actor_type", "is_named", "country_code", "wikidata_id")
EDGE = (
    "allegation_id", "category", "stance", "stage", "date_start", "date_end", "quote", "document_id",
    "review_status",
)  # fmt: skip
# networkx writes the day on which it runs.
MODIFIED = re.compile(rb' lastmodifieddate="[^"]*"')


def write_graphs(source: Source, views: Tables, folder: Path) -> None:
    """Writes `actors.graphml` and `actors.gexf`."""
    graph = claim_graph(source, views)
    graphml = BytesIO()
    nx.write_graphml(graph, graphml, named_key_ids=True)
    (folder / "actors.graphml").write_bytes(graphml.getvalue())
    gexf = BytesIO()
    nx.write_gexf(graph, gexf, version="1.2draft")
    (folder / "actors.gexf").write_bytes(MODIFIED.sub(b"", gexf.getvalue()))


def claim_graph(source: Source, views: Tables) -> nx.MultiDiGraph:
    """Actor ids as nodes; edges keyed by allegation and role. Nulls are left out: neither format has them."""
    graph = nx.MultiDiGraph(name=f"{source.name} {source.contract.version}")
    for actor in source.tables["actors"]:
        graph.add_node(actor["actor_id"], label=actor["name"], **_attributes(actor, NODE))
    speakers = {row["allegation_id"]: row["speaker_id"] for row in views["source_chains"]}
    claims = {row["allegation_id"]: row for row in views[FLAT]}
    for party in source.tables["allegation_actors"]:
        claim = claims[party["allegation_id"]]
        relation = f"names_as_{party['role']}"
        graph.add_edge(
            speakers[party["allegation_id"]],
            party["actor_id"],
            key=f"{party['allegation_id']}-{party['role']}-{party['actor_id']}",
            label=f"{relation}: {claim['category']}",
            relation=relation,
            **_attributes(claim, EDGE),
        )
    return graph


def _attributes(row: Row, columns: tuple[str, ...]) -> dict[str, object]:
    return {column: plain(row[column]) for column in columns if row[column] is not None}
