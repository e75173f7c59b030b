"""GeoJSON and the graph: everything is there, read back by its own library, and no claim became a fact."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

from scripts.exports.source import Source


def test_a_location_is_a_point_with_its_claims(folder: Path) -> None:
    collection = json.loads((folder / "locations.geojson").read_text("utf-8"))
    (feature,) = collection["features"]  # the other has no coordinates
    assert feature["geometry"] == {"type": "Point", "coordinates": [10.5, 55.25]}
    assert feature["properties"]["allegations"] == 1
    assert feature["properties"]["earliest"] == "2021-04-01"
    assert feature["properties"]["claims"] == (
        "Ostra Radio (asserted, attack, at): “shelled Port Velin in April 2021”"
    )
    assert "latitude" not in feature["properties"]


@pytest.fixture(scope="module", params=["graphml", "gexf"])
def graph(request: pytest.FixtureRequest, folder: Path) -> nx.MultiDiGraph:
    if request.param == "graphml":
        return nx.read_graphml(folder / "actors.graphml", force_multigraph=True)
    return nx.read_gexf(folder / "actors.gexf")


def test_nodes_are_all_actors(graph: nx.MultiDiGraph, source: Source) -> None:
    assert set(graph) == {actor["actor_id"] for actor in source.tables["actors"]}
    assert graph.nodes["act-ohara"]["name"] == "O’Hara’s <Army>"
    assert graph.nodes["act-ohara"]["is_named"] is True
    assert "country_code" not in graph.nodes["act-ohara"]


def test_edges_go_from_who_says_it(graph: nx.MultiDiGraph, source: Source) -> None:
    edges = {(start, end, data["relation"]) for start, end, data in graph.edges(data=True)}
    assert edges == {
        ("act-ostra-radio", "act-the-rebels", "names_as_accused"),
        ("act-karvel-post", "act-the-rebels", "names_as_beneficiary"),
        ("act-karvel-post", "act-angby", "names_as_accused"),
        ("act-karvel-post", "act-ohara", "names_as_accused"),
    }
    assert graph.number_of_edges() == len(source.tables["allegation_actors"])


def test_edges_carry_the_stance_and_the_words(graph: nx.MultiDiGraph) -> None:
    for _, _, data in graph.edges(data=True):
        assert data["stance"] == "asserted"
        assert data["quote"]


def test_no_day_of_writing_stands_in_a_file(folder: Path) -> None:
    assert b"lastmodified" not in (folder / "actors.gexf").read_bytes()
