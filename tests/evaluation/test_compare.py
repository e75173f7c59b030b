"""One thing is made wrong in right tables, and the figure that should notice does, with the miss in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from scripts.evaluation import Figure, evaluate
from scripts.evaluation.compare import FIGURES
from scripts.records import Tables
from tests.evaluation.sample import GOLD, actor, mention, quoted, right


def test_right_tables_are_right_in_every_figure() -> None:
    evaluation = evaluate(right(), [GOLD])
    assert tuple(evaluation.figures) == FIGURES
    wrong = {n: f for n, f in evaluation.figures.items() if f.f1 != 1 and n != "allegations: object"}
    assert wrong == {}
    assert evaluation.figures["allegations: object"] == Figure(0, 0, 0)
    assert evaluation.misses == []


def set_cell(table: str, **cells: object) -> Callable[[Tables], None]:
    return lambda tables: tables[table][0].update(cells)


def add(table: str, row: dict[str, object]) -> Callable[[Tables], None]:
    return lambda tables: tables[table].append(row)


def extra_actor(tables: Tables) -> None:
    tables["actors"].append(actor("act-x", "Valdora Mills"))
    tables["actor_mentions"].append(mention("actor_id", "act-x", "mills"))


def pronoun_alone(tables: Tables) -> None:
    tables["actor_mentions"][0]["mention_type"] = "pronominal"


WRONG: dict[str, tuple[Callable[[Tables], None], str, Figure, str]] = {
    "an actor too many": (extra_actor, "actors: named", Figure(3, 4, 3), "actor extra: Valdora Mills"),
    "an actor missed": (pronoun_alone, "actors: all", Figure(3, 3, 4), "actor missed: Ilse Brandt"),
    "another country": (
        set_cell("locations", country_code="FR"),
        "locations: where",
        Figure(0, 1, 1),
        "where: Valdora",
    ),
    "a city elsewhere": (
        set_cell("locations", latitude=46.0),
        "locations: where",
        Figure(0, 1, 1),
        "where: Valdora",
    ),
    "a city without a point": (
        set_cell("locations", latitude=None),
        "locations: where",
        Figure(0, 1, 1),
        "where: Valdora",
    ),
    "a place missed": (
        lambda tables: tables["location_mentions"].clear(),
        "locations: found",
        Figure(0, 0, 1),
        "location missed: Valdora",
    ),
    "other words": (
        set_cell("allegations", **quoted("Ilse Brandt said")),
        "allegations: found",
        Figure(0, 1, 1),
        "allegation extra: Ilse Brandt said",
    ),
    "another category": (
        set_cell("allegations", category="detention"),
        "allegations: typed",
        Figure(0, 1, 1),
        "category: detention for attack: ",
    ),
    "another source": (
        set_cell("attributions", actor_id="act-guard"),
        "allegations: source",
        Figure(0, 1, 1),
        "chain: Harbor Guard for Ilse Brandt: ",
    ),
    "a source too many": (
        add("attributions", {"allegation_id": "alg-1", "level": 2, "actor_id": "act-guard"}),
        "allegations: chain",
        Figure(0, 1, 1),
        "chain: Ilse Brandt, Harbor Guard for Ilse Brandt: ",
    ),
    "somebody else accused": (
        set_cell("allegation_actors", actor_id="act-brandt"),
        "allegations: accused",
        Figure(0, 1, 1),
        "accused: Ilse Brandt for Harbor Guard: ",
    ),
    "an object that is none": (
        add("allegation_actors", {"allegation_id": "alg-1", "actor_id": "act-brandt", "role": "target"}),
        "allegations: object",
        Figure(0, 1, 0),
        "object: Ilse Brandt for none: ",
    ),
    "another month": (
        set_cell("allegations", date="2020-06", date_start=date(2020, 6, 1), date_end=date(2020, 6, 30)),
        "allegations: date",
        Figure(0, 1, 1),
        "date: 2020-06 for 2020-05: ",
    ),
    "no date": (
        set_cell("allegations", date=None, date_start=None, date_end=None, date_precision=None),
        "allegations: date",
        Figure(0, 1, 1),
        "date: None for 2020-05: ",
    ),
    "a day where a month is meant": (
        set_cell(
            "allegations",
            date_start=date(2020, 5, 31),
            date_end=date(2020, 6, 1),
            date_precision="range",
        ),
        "allegations: date",
        Figure(0, 1, 1),
        "date: ",
    ),
    "no place": (
        lambda tables: tables["allegation_locations"].clear(),
        "allegations: place",
        Figure(0, 0, 1),
        "place: none for loc-valdora: ",
    ),
    "another stance": (
        set_cell("allegations", stance="denied"),
        "allegations: stance",
        Figure(0, 1, 1),
        "stance: denied for asserted: ",
    ),
    "another mode": (
        set_cell("allegations", mode="narrator"),
        "allegations: mode",
        Figure(0, 1, 1),
        "mode: narrator for indirect_speech: ",
    ),
    "no sanction": (
        lambda tables: tables["sanctions"].clear(),
        "sanctions: found",
        Figure(0, 0, 1),
        "sanction missed: The Treasury",
    ),
    "another authority": (
        set_cell("sanctions", authority_id="act-guard"),
        "sanctions: authority",
        Figure(0, 1, 1),
        "authority: Harbor Guard for Treasury: ",
    ),
    "another day of the sanction": (
        set_cell("sanctions", date_start=date(2020, 6, 4)),
        "sanctions: date",
        Figure(0, 1, 1),
        "date: 2020-06-04 for 2020-06-03: ",
    ),
    "another count": (
        set_cell("sanctions", target_count=None),
        "sanctions: count",
        Figure(0, 1, 1),
        "count: None for 2: ",
    ),
    "another target": (
        set_cell("sanction_targets", name="Karl Lind"),
        "sanctions: targets",
        Figure(0, 1, 1),
        "target: karl lind for otto lind: ",
    ),
}


@pytest.mark.parametrize(("spoil", "name", "figure", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_counted_and_named(
    spoil: Callable[[Tables], None], name: str, figure: Figure, said: str
) -> None:
    tables = right()
    spoil(tables)
    evaluation = evaluate(tables, [GOLD])
    assert evaluation.figures[name] == figure
    assert any(f"{miss.what}: {miss.words}".startswith(said) for miss in evaluation.misses), evaluation.misses
    assert {miss.article for miss in evaluation.misses} == {"mills"}


def test_an_unnamed_actor_found_under_a_name_is_no_error_among_the_named() -> None:
    tables = right()
    tables["actors"][3]["is_named"] = True
    assert evaluate(tables, [GOLD]).figures["actors: named"] == Figure(3, 3, 3)


def test_of_two_claims_in_the_same_words_that_of_the_same_category_is_meant() -> None:
    tables = right()
    first = {**tables["allegations"][0], "allegation_id": "alg-0", "category": "detention"}
    tables["allegations"].insert(0, first)
    assert evaluate(tables, [GOLD]).figures["allegations: typed"] == Figure(1, 2, 1)


def test_an_article_that_the_tables_lack_counts_as_missed() -> None:
    tables = right()
    tables["documents"][0]["source_file"] = "other.txt"
    figures = evaluate(tables, [GOLD]).figures
    assert figures["actors: all"] == Figure(0, 0, 4)
    assert figures["allegations: found"] == Figure(0, 0, 1)
