"""Every rule of validation: the valid sample passes, and each way to break it is found and named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from scripts.contract import load_contract
from scripts.records import Row, Tables
from scripts.validate import RULES, Violation, validate
from scripts.validate.shape import shape
from tests.validate import sample

CONTRACT = load_contract()
Change = Callable[[Tables], object]


def check(tables: Tables, texts: dict[str, str] | None = None) -> list[Violation]:
    return validate(tables, sample.texts() if texts is None else texts, CONTRACT, sample.BOXES)


def put(table: str, key: str, **values: Any) -> Change:
    return lambda tables: sample.find(tables, table, key).update(values)


def add(table: str, key: str, **values: Any) -> Change:
    """A copy of a row with other values, kept in order."""

    def change(tables: Tables) -> None:
        tables[table].append({**sample.find(tables, table, key), **values})
        columns = CONTRACT.tables[table].primary_key
        tables[table].sort(key=lambda row: tuple(str(row[column]) for column in columns))

    return change


def drop(table: str, key: str) -> Change:
    return lambda tables: tables[table].remove(sample.find(tables, table, key))


def undated(**values: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("date", "date_start", "date_end", "date_precision", "date_text", "date_basis"))
    return {**empty, **values}


def test_the_sample_is_valid() -> None:
    assert [str(violation) for violation in check(sample.tables())] == []


BROKEN: list[tuple[str, Change, str]] = [
    # shape
    ("shape", lambda t: t.pop("categories"), "categories - -: table is missing, None"),
    ("shape", lambda t: t.update(notes=[]), "notes - -: table is not in the contract, None"),
    (
        "shape",
        lambda t: t["actors"][0].pop("description"),
        "actors act-dunmark-army description: column is missing, None",
    ),
    (
        "shape",
        put("actors", "act-karvel-post", guilt="high"),
        "actors act-karvel-post guilt: column is not in the contract, 'high'",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=True),
        "sanctions snc-1 target_count: type is integer, True",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=3.0),
        "sanctions snc-1 target_count: type is integer, 3.0",
    ),
    (
        "shape",
        put("sanctions", "snc-1", target_count=2**31),
        "sanctions snc-1 target_count: integer fits 32 bits, 2147483648",
    ),
    (
        "shape",
        put("locations", "loc-port-velin", latitude=55, longitude=10.0),
        "locations loc-port-velin latitude: type is number, 55",
    ),
    (
        "shape",
        put("locations", "loc-port-velin", latitude=float("nan")),
        "locations loc-port-velin latitude: number is finite, nan",
    ),
    (
        "shape",
        put("documents", "doc-karvel", published=datetime(2021, 5, 3)),
        "documents doc-karvel published: type is date, datetime.datetime(2021, 5, 3, 0, 0)",
    ),
    (
        "shape",
        put("documents", "doc-karvel", published="2021-05-03"),
        "documents doc-karvel published: type is date, '2021-05-03'",
    ),
    (
        "shape",
        put("actors", "act-karvel-post", description="a\ud800b"),
        r"actors act-karvel-post description: text can be written as UTF-8, 'a\ud800b'",
    ),
    ("shape", put("documents", "doc-karvel", title=None), "documents doc-karvel title: required, None"),
    # values
    (
        "enumerations",
        put("allegations", "alg-1", stance="proved"),
        "allegations alg-1 stance: enum, 'proved'",
    ),
    (
        "patterns",
        put("documents", "doc-karvel", sha256="0" * 63 + "G"),
        "documents doc-karvel sha256: pattern, " + repr("0" * 63 + "G"),
    ),
    (
        "patterns",
        put("documents", "doc-karvel", language="en\n"),
        r"documents doc-karvel language: pattern, 'en\n'",
    ),
    (
        "patterns",
        put("actors", "act-karvel-post", description="daily "),
        "actors act-karvel-post description: pattern, 'daily '",
    ),
    (
        "bounds",
        put("locations", "loc-port-velin", latitude=90.5, country_code=None),
        "locations loc-port-velin latitude: minimum and maximum, 90.5",
    ),
    (
        "bounds",
        put("sanctions", "snc-1", target_count=-1),
        "sanctions snc-1 target_count: minimum and maximum, -1",
    ),
    (
        "lengths",
        put("categories", "attack", definition="a" * 32768),
        f"categories attack definition: maxLength, '{'a' * 76}...",
    ),
    (
        "empty_texts",
        put("allegations", "alg-1", quantity_text=""),
        "allegations alg-1 quantity_text: text is not empty, ''",
    ),
    *(
        (
            "formulas",
            put("actors", "act-karvel-post", description=f"{start}1"),
            f"actors act-karvel-post description: text is no formula, {f'{start}1'!r}",
        )
        for start in "=+-@\t\r＝＋－＠"
    ),
    *(
        (
            "characters",
            put("actors", "act-karvel-post", description=f"a{character}b"),
            f"actors act-karvel-post description: characters are printable, {f'a{character}b'!r}",
        )
        for character in "\0\x07\x1b\x0b\ufffe"
    ),
    # keys
    (
        "primary_keys",
        add("categories", "attack", label="Attacks"),
        "categories attack category: primary key is unique, 'attack'",
    ),
    (
        "primary_keys",
        add("allegation_actors", "alg-1/act-the-rebels/accused"),
        "allegation_actors alg-1/act-the-rebels/accused allegation_id,actor_id,role: primary key is unique, "
        "('alg-1', 'act-the-rebels', 'accused')",
    ),
    (
        "unique_keys",
        add("categories", "attack", category="training"),
        "categories training label: unique key is unique, 'Attack'",
    ),
    (
        "unique_keys",
        add("actor_mentions", "amn-ostra-radio", mention_id="amn-radio"),
        "actor_mentions amn-radio document_id,actor_id,start,end: unique key is unique, "
        "('doc-karvel', 'act-ostra-radio', 69, 80)",
    ),
    (
        "foreign_keys",
        put("allegation_actors", "alg-1/act-the-rebels/accused", actor_id="act-nobody"),
        "allegation_actors alg-1/act-nobody/accused actor_id: foreign key to actors, 'act-nobody'",
    ),
    (
        "foreign_keys",
        put("statements", "stm-2", parent_statement_id="stm-9"),
        "statements stm-2 parent_statement_id: foreign key to statements, 'stm-9'",
    ),
    (
        "same_documents",
        put("statements", "stm-2", document_id="doc-other"),
        "allegations alg-1 statement_id: statements is of the same document, 'stm-2'",
    ),
    (
        "same_documents",
        put("statements", "stm-2", document_id="doc-other"),
        "statements stm-2 parent_statement_id: statements is of the same document, 'stm-1'",
    ),
    (
        "sorted_rows",
        lambda t: t["categories"].reverse(),
        "categories arms_supply -: rows are sorted by primary key, 'arms_supply'",
    ),
    # grounding
    (
        "documents",
        put("documents", "doc-karvel", characters=5),
        f"documents doc-karvel characters: characters equals the length of the text, {len(sample.TEXT)}, 5",
    ),
    (
        "spans",
        put("allegations", "alg-2", start=9, end=9),
        "allegations alg-2 start: start lies before end, (9, 9)",
    ),
    (
        "spans",
        put("statements", "stm-1", cue_end=9999),
        f"statements stm-1 cue_end: span lies inside the document of {len(sample.TEXT)} characters, (42, 9",
    ),
    (
        "quotes",
        put("allegations", "alg-1", start=93),
        "allegations alg-1 quote: equals the document from 93 to 114, 'shelled Port Velin in April 2021'",
    ),
    (
        "quotes",
        put("actor_mentions", "amn-ostra-radio", text="Ostra radio"),
        "actor_mentions amn-ostra-radio text: equals the document from 69 to 80, 'Ostra radio'",
    ),
    (
        "quotes",
        put("statements", "stm-1", source_text="Dunmark Army"),
        "statements stm-1 source_text: equals the document from 25 to 41, 'Dunmark Army'",
    ),
    (
        "verbatim",
        put("allegations", "alg-2", quantity_text="four companies"),
        "allegations alg-2 quantity_text: words stand in the document, 'four companies'",
    ),
    (
        "verbatim",
        put("sanctions", "snc-1", reason="terrorism"),
        "sanctions snc-1 reason: words stand in the document, 'terrorism'",
    ),
    # dates
    (
        "date_columns",
        put("allegations", "alg-1", date="2021-05"),
        "allegations alg-1 date: month of date_start, 2021-04-01, '2021-05'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_start=date(2021, 4, 2)),
        "allegations alg-1 date_start: first day of the month, datetime.date(2021, 4, 2)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_end=date(2021, 5, 1)),
        "allegations alg-1 date_end: last day of the month of date_start, datetime.date(2021, 5, 1)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_end=None),
        "allegations alg-1 date_end: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_text=None),
        "allegations alg-1 date_text: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_basis=None),
        "allegations alg-1 date_basis: required where date_precision is month, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision=None),
        "allegations alg-1 date_text: null where date_precision is null, 'April 2021'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="vague"),
        "allegations alg-1 date_start: null where date_precision is vague, datetime.date(2021, 4, 1)",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="unknown"),
        "allegations alg-1 date: null where date_precision is unknown, '2021-04'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", **undated(date_precision="vague")),
        "allegations alg-1 date_text: required where date_precision is vague, None",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="range"),
        "allegations alg-1 date: null where date_precision is range, '2021-04'",
    ),
    (
        "date_columns",
        put("allegations", "alg-1", date_precision="range", date=None, date_end=date(2021, 3, 1)),
        "allegations alg-1 date_end: not before date_start, 2021-04-01, datetime.date(2021, 3, 1)",
    ),
    # coordinates
    (
        "coordinates",
        put("locations", "loc-port-velin", latitude=20.0),
        "locations loc-port-velin latitude,longitude: coordinates lie in DK, (20.0, 10.5)",
    ),
    (
        "coordinates",
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=-170.0),
        "locations loc-port-velin latitude,longitude: coordinates lie in FJ, (-17.0, -170.0)",
    ),
    (
        "coordinates",
        put("locations", "loc-port-velin", longitude=None),
        "locations loc-port-velin longitude: latitude and longitude come together, None",
    ),
    # belonging
    (
        "mentioned",
        drop("actor_mentions", "amn-ostra-radio"),
        "actors act-ostra-radio actor_id: is mentioned in a document, 'act-ostra-radio'",
    ),
    (
        "mentioned",
        drop("location_mentions", "lmn-1"),
        "locations loc-port-velin location_id: is mentioned in a document, 'loc-port-velin'",
    ),
    (
        "canonical_names",
        drop("actor_names", "act-ostra-radio/Ostra Radio"),
        "actors act-ostra-radio name: name is the one canonical name in actor_names, None",
    ),
    (
        "canonical_names",
        put("location_names", "loc-port-velin/Port Velin", name_type="alias"),
        "locations loc-port-velin name: name is the one canonical name in location_names, None",
    ),
    (
        "canonical_names",
        add("actor_names", "act-ostra-radio/Ostra Radio", name="Radio Ostra"),
        "actors act-ostra-radio name: name is the one canonical name in actor_names, ['Ostra Radio', '",
    ),
    # chains
    ("levels", drop("attributions", "alg-2/0"), "allegations alg-2 -: has an attribution at level 0, []"),
    (
        "levels",
        drop("attributions", "alg-1/1"),
        "allegations alg-1 -: levels of attribution have no gap, [0, 2]",
    ),
    (
        "publishers",
        put("attributions", "alg-2/0", actor_id="act-ostra-radio"),
        "attributions alg-2/0 actor_id: level 0 is the publisher of the document, 'act-ostra-radio'",
    ),
    (
        "publishers",
        put("attributions", "alg-2/0", statement_id="stm-1"),
        "attributions alg-2/0 statement_id: statement_id is null at level 0 and nowhere else, 'stm-1'",
    ),
    (
        "publishers",
        put("attributions", "alg-1/1", statement_id=None),
        "attributions alg-1/1 statement_id: statement_id is null at level 0 and nowhere else, None",
    ),
    (
        "speakers",
        put("attributions", "alg-1/1", actor_id="act-the-rebels"),
        "attributions alg-1/1 actor_id: is the source of stm-1, 'act-the-rebels'",
    ),
    (
        "innermost",
        put("allegations", "alg-1", mode="narrator"),
        "allegations alg-1 mode: narrator where statement_id is null and nowhere else, 'narrator'",
    ),
    (
        "innermost",
        put("allegations", "alg-1", statement_id="stm-1"),
        "allegations alg-1 statement_id: is the statement at the highest level of attribution, 'stm-1'",
    ),
    (
        "parents",
        put("statements", "stm-1", parent_statement_id="stm-2"),
        "statements stm-1 parent_statement_id: parents form no circle, 'stm-2'",
    ),
    (
        "parents",
        put("statements", "stm-1", parent_statement_id="stm-1"),
        "statements stm-1 parent_statement_id: parents form no circle, 'stm-1'",
    ),
]


@pytest.mark.parametrize(("rule", "change", "expected"), BROKEN)
def test_a_broken_rule_is_named(rule: str, change: Change, expected: str) -> None:
    tables = sample.tables()
    change(tables)
    messages = [str(violation) for violation in check(tables)]
    assert any(message.startswith(expected) for message in messages), "\n".join(messages)


def test_every_rule_has_a_broken_example() -> None:
    assert {rule for rule, _, _ in BROKEN} == {rule.__name__ for rule in RULES} | {shape.__name__}


@pytest.mark.parametrize(
    "change",
    [
        put("allegations", "alg-1", **undated()),
        put(
            "allegations",
            "alg-1",
            **undated(date_precision="vague", date_text="in  April", date_basis="relative"),
        ),
        put("allegations", "alg-1", **undated(date_precision="unknown")),
        put("allegations", "alg-1", date_precision="range", date=None),
        put(
            "allegations",
            "alg-1",
            date_precision="year",
            date="2021",
            date_start=date(2021, 1, 1),
            date_end=date(2021, 12, 31),
        ),
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=-179.0),
        put("locations", "loc-port-velin", country_code="FJ", latitude=-17.0, longitude=177.0),
        put("locations", "loc-port-velin", country_code="XK", latitude=0.0),
        put("locations", "loc-port-velin", latitude=None, longitude=None, country_code=None),
        put("actors", "act-karvel-post", description="a\tb\r\nc 1=2 @x"),
        drop("actor_mentions", "amn-karvel-post"),
    ],
)
def test_what_the_rules_admit(change: Change) -> None:
    tables = sample.tables()
    change(tables)
    assert [str(violation) for violation in check(tables)] == []


def test_a_document_without_its_text() -> None:
    assert [str(violation) for violation in check(sample.tables(), {})] == [
        "documents doc-karvel document_id: text of the document is at hand, None"
    ]


def test_offsets_count_code_points() -> None:
    text = sample.TEXT.replace("Karvel", "𝒦arvel")
    tables = sample.tables()
    sample.find(tables, "actor_mentions", "amn-karvel-post")["text"] = "𝒦arvel Post"
    assert check(tables, {sample.DOCUMENT: text}) == []


def test_all_errors_are_told_at_once_sorted_and_once() -> None:
    tables = sample.tables()
    for _, change, _ in BROKEN[4:8]:
        change(tables)
    put("allegations", "alg-1", stance="proved", quote="elsewhere")(tables)
    found = check(tables)
    assert {violation.table for violation in found} >= {"allegations", "sanctions", "locations"}
    assert found == sorted(set(found), key=lambda violation: violation.order)


def test_rows_of_any_shape_give_violations_and_no_traceback() -> None:
    wild: list[Row] = [{}, {"": None}, {"level": "x", "start": None, "mention_id": 5}]
    assert check({name: [dict(row) for row in wild] for name in CONTRACT.tables})
