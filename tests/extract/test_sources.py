"""Whose words a report holds, and through which medium they come."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import find, rows

CLAIM = "soldiers killed two farmers"


def chain(reader: Reader, text: str, **known: str) -> list[str]:
    """The sources of the last claim, outermost first."""
    found = rows(find(reader, text, **known))[-1]["chain"]
    return [source.name for source in found]


def test_whoever_spoke_to_another_medium_is_known_through_it(reader: Reader) -> None:
    said = chain(reader, f"A guard told Reuters that {CLAIM}.", publisher="Kesh Herald")
    assert said == ["Reuters", "guard"]


def test_whoever_spoke_to_the_publisher_is_known_directly(reader: Reader) -> None:
    assert chain(reader, f"A guard told Reuters that {CLAIM}.", publisher="Reuters") == ["guard"]


def test_it_is_not_guessed_who_publishes(reader: Reader) -> None:
    assert chain(reader, f"A guard told Reuters that {CLAIM}.") == ["guard"]


def test_sources_of_a_medium_that_is_retold_are_its_own(reader: Reader) -> None:
    text = f"Reuters reported that the army left. Sources said {CLAIM}."
    assert chain(reader, text) == ["Reuters", "Sources"]


def test_a_statement_goes_on_with_whoever_spoke(reader: Reader) -> None:
    text = f"Amnesty International said the army left. The statement said {CLAIM}."
    assert chain(reader, text) == ["Amnesty International"]


@pytest.mark.parametrize("text", [f"We have concluded that {CLAIM}.", f"The footage shows that {CLAIM}."])
def test_the_documents_own_voice_has_no_source(reader: Reader, text: str) -> None:
    assert chain(reader, text) == []


def test_what_cannot_speak_says_nothing(reader: Reader) -> None:
    assert rows(find(reader, f"Several factors suggest that {CLAIM}.")) == []


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("A report by Amnesty International says the army left.", "Amnesty International"),
        ("Amnesty International said in a report that the army left.", "Amnesty International"),
        ("The army left. A report came.", "report"),
        ("A report by Amnesty International praised a report by Reuters.", "report"),
    ],
)
def test_the_one_report_that_was_told_of_is_its_authors(reader: Reader, before: str, source: str) -> None:
    text = f"{before} It rained. Nobody came. The road was closed. The mayor slept. The report said {CLAIM}."
    assert chain(reader, text) == [source]


def test_so_many_of_a_group_are_a_source(reader: Reader) -> None:
    (row,) = rows(find(reader, "Of 48 former inmates, 31 said that police had beaten them."))
    assert [a.name for a in row["chain"]] == ["31 of 48 former inmates"]


def test_a_claim_whose_speaker_the_tree_does_not_find_is_not_the_narrators(reader: Reader) -> None:
    assert rows(find(reader, "Said the soldiers killed two farmers in the yard.")) == []
