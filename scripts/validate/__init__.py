"""Checks before anything is published: rules over the rows, each small and named, all errors at once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from scripts.contract import Contract
from scripts.records import Tables
from scripts.validate import belonging, chains, coordinates, dates, grounding, keys, values
from scripts.validate.frictionless_check import frictionless_check
from scripts.validate.shape import shape, sound
from scripts.validate.subject import Box, InvalidTables, Rule, Subject, Violation

__all__ = ["RULES", "Box", "InvalidTables", "Violation", "frictionless_check", "validate"]

RULES: tuple[Rule, ...] = (
    values.enumerations,
    values.patterns,
    values.bounds,
    values.lengths,
    values.empty_texts,
    values.formulas,
    values.characters,
    keys.primary_keys,
    keys.unique_keys,
    keys.foreign_keys,
    keys.same_documents,
    keys.sorted_rows,
    grounding.documents,
    grounding.spans,
    grounding.quotes,
    grounding.verbatim,
    dates.date_columns,
    coordinates.coordinates,
    belonging.mentioned,
    belonging.canonical_names,
    chains.levels,
    chains.publishers,
    chains.speakers,
    chains.innermost,
    chains.parents,
)


def validate(
    tables: Tables,
    texts: Mapping[str, str],
    contract: Contract,
    boxes: Mapping[str, Box] | None = None,
) -> list[Violation]:
    """Every violation of every rule, sorted by table, row and column, none twice.

    `texts` are the decoded texts by document id, `boxes` those of countries by code (those of
    `data/reference/countries.csv` unless given). Raises `DataError` when that file cannot be read.
    """
    if boxes is None:
        boxes = coordinates.load_boxes()
    subject = Subject(contract, sound(tables, contract), texts, boxes)
    found = chain(shape(tables, contract), *(rule(subject) for rule in RULES))
    by_order = {violation.order: violation for violation in found}
    return [by_order[order] for order in sorted(by_order)]
