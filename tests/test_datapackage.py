"""`datapackage.json` promises these tables: their columns, keys, enumerations, patterns, descriptions."""

from __future__ import annotations

import re

import pytest

from scripts.contract import Contract, ForeignKey

DATES = "date date_start date_end date_precision date_text date_basis"
TABLES = {
    "documents": "document_id title publisher_id published language url source_file sha256 characters "
    "words license",
    "actors": "actor_id name actor_type is_named country_code description wikidata_id",
    "actor_names": "actor_id name name_type origin",
    "actor_mentions": "mention_id document_id actor_id start end text mention_type",
    "affiliations": "affiliation_id document_id actor_id organization_id relation role status quote start "
    "end",
    "locations": "location_id name location_type country_code admin1_code latitude longitude "
    "location_precision geonames_id",
    "location_names": "location_id name name_type origin",
    "location_mentions": "mention_id document_id location_id start end text mention_type",
    "statements": "statement_id document_id actor_id source_text source_start source_end cue cue_start "
    "cue_end mode quote start end parent_statement_id",
    "allegations": "allegation_id document_id statement_id category stance mode stage quote start end "
    f"{DATES} quantity_text rule review_status",
    "allegation_actors": "allegation_id actor_id role",
    "allegation_locations": "allegation_id location_id role",
    "attributions": "allegation_id level actor_id statement_id",
    "sanctions": f"sanction_id document_id authority_id program {DATES} target_count reason quote start end "
    "review_status",
    "sanction_targets": "sanction_id ordinal actor_id name description country_code target_count",
    "categories": "category label definition plover acled",
    "review": "table row_id column document_id action machine_value final_value reason",
    "corrections": "correction_id row_id date kind party request reply outcome explanation",
    "changes": "table key column action old new class",
    "id_history": "old_id version ordinal new_id reason note",
}
NULLABLE = {
    "documents": "published url license",
    "actors": "country_code description wikidata_id",
    "affiliations": "organization_id role",
    "locations": "country_code admin1_code latitude longitude geonames_id",
    "statements": "parent_statement_id",
    "allegations": f"statement_id {DATES} quantity_text",
    "attributions": "statement_id",
    "sanctions": f"program {DATES} target_count reason",
    "sanction_targets": "actor_id name description country_code target_count",
    "categories": "plover acled",
    "review": "machine_value final_value",
    "corrections": "party reply explanation",
    "changes": "old new",
    "id_history": "new_id note",
}


def test_tables_columns_and_their_order(contract: Contract) -> None:
    assert {name: " ".join(table.columns) for name, table in contract.tables.items()} == TABLES
    assert list(contract.tables) == list(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_nullable_columns(contract: Contract, name: str) -> None:
    found = {field.name for field in contract.tables[name].fields if not field.required}
    assert found == set(NULLABLE.get(name, "").split())


def test_keys(contract: Contract) -> None:
    assert contract.tables["allegation_actors"].primary_key == ("allegation_id", "actor_id", "role")
    assert contract.tables["attributions"].primary_key == ("allegation_id", "level")
    assert ForeignKey(("publisher_id",), "actors", ("actor_id",)) in contract.tables["documents"].foreign_keys
    own = ForeignKey(("parent_statement_id",), "statements", ("statement_id",))
    assert own in contract.tables["statements"].foreign_keys
    assert ("sha256",) in contract.tables["documents"].unique_keys


def test_enumerations_with_their_meaning(contract: Contract) -> None:
    stance = contract.tables["allegations"].field("stance")
    assert stance.enum == ("asserted", "confirmed", "denied", "professed_ignorance")
    assert stance.labels[2] == "The source denies it"
    enumerations = contract.tables["allegations"].enumerations
    assert set(enumerations) == {
        "category",
        "stance",
        "mode",
        "stage",
        "date_precision",
        "date_basis",
        "review_status",
    }
    assert len(enumerations["category"]) == 22


def test_every_text_column_is_closed_or_forbids_formulas(contract: Contract) -> None:
    for table in contract.tables.values():
        references = {column for key in table.foreign_keys for column in key.columns}
        for field in table.fields:
            if field.type == "string" and not field.enum and field.name not in references:
                assert field.regex is not None, f"{table.name} {field.name}"
                found = [start for start in "=+-@\t\r" if field.regex.fullmatch(f"{start}1")]
                assert found == [], f"{table.name} {field.name}"


@pytest.mark.parametrize(
    ("table", "column", "good", "bad"),
    [
        ("documents", "document_id", "doc-a1-b2", "doc-"),
        ("documents", "document_id", "doc-1", "act-1"),
        ("actors", "actor_id", "act-norland", "act-Norland"),
        ("actors", "country_code", "DK", "DNK"),
        ("actors", "wikidata_id", "Q42", "Q0"),
        ("locations", "admin1_code", "DK-84", "DK84"),
        ("documents", "url", "https://example.org/a?b=c", "ftp://example.org"),
        ("allegations", "date", "2021", "2021-13"),
        ("allegations", "date", "2021-04", "2021-4"),
        ("allegations", "date", "2021-04-30", "2021-04-32"),
        ("allegations", "quote", "“They did,”\n he said", " they did"),
        ("allegations", "quote", "a", "a\n"),
    ],
)
def test_patterns(contract: Contract, table: str, column: str, good: str, bad: str) -> None:
    regex = contract.tables[table].field(column).regex
    assert regex is not None
    assert regex.fullmatch(good)
    assert not regex.fullmatch(bad)


def test_every_description_says_something(contract: Contract) -> None:
    for table in contract.tables.values():
        assert len(table.description) > 20
        for field in table.fields:
            assert re.fullmatch(r"[A-Z0-9].{8,}\.", field.description), f"{table.name} {field.name}"


def test_paths_of_the_root_are_those_of_its_version(contract: Contract) -> None:
    paths = {resource["name"]: resource["path"] for resource in contract.descriptor()["resources"]}
    assert paths == {name: f"data/v{contract.version}/{name}.csv" for name in TABLES}
