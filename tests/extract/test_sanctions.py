"""Measures that an authority announced; not those that it lifts, threatens, weighs or is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.annotate.pipeline import Reader
from scripts.extract.findings import Findings
from scripts.reference import load_yaml
from tests.reading import find

WORDS = load_yaml("sanctions.yml")
MEASURES = ["sanctions on the bank", "an embargo on the company", "an asset freeze on the general"]
NOT_IMPOSED = [
    "The Treasury lifted {}.", "Canada eased {}.", "Canada removed {}.", "The council suspended {}.",
    "Canada threatened {}.", "The minister demanded {}.", "Lawmakers urged Canada to impose {}.",
    "The minister called on Canada to impose {}.", "Canada is considering {}.", "Canada did not impose {}.",
    "Canada refused to impose {}.", "Canada may impose {}.", "The trader violated {}.", "Canada opposes {}.",
    "If Canada imposes {}, prices will rise.", "Canada will discuss {}.",
    "Canada threatened on Monday to impose {}.", "Canada will impose {} if the fighting goes on.",
    "Canada is thinking about imposing {}.",
]  # fmt: skip


def authorities(found: Findings) -> list[str]:
    return [found.actors[s.authority].name for s in found.sanctions]


@pytest.mark.parametrize("text", WORDS["examples"]["positive"])
def test_positive_examples_of_the_vocabulary(reader: Reader, text: str) -> None:
    assert len(find(reader, text).sanctions) == 1


@pytest.mark.parametrize("text", WORDS["examples"]["negative"])
def test_negative_examples_of_the_vocabulary(reader: Reader, text: str) -> None:
    assert find(reader, text).sanctions == ()


@pytest.mark.parametrize("template", NOT_IMPOSED)
def test_what_is_not_imposed_is_no_sanction(reader: Reader, template: str) -> None:
    for measure in MEASURES:
        text = template.format(measure)
        assert find(reader, text).sanctions == (), text


@pytest.mark.parametrize(
    ("text", "authority", "count"),
    [
        ("The Treasury sanctioned three men for smuggling rifles.", "Treasury", 3),
        ("Canada imposed sanctions on dozens of generals.", "Canada", None),
        ("Canada imposed sanctions on two generals and a bank.", "Canada", 3),
        ("The European Union blacklisted nine companies.", "European Union", 9),
        ("Two generals were sanctioned by Canada.", "Canada", 2),
        ("The Treasury designated the trader Milo Varga.", "Treasury", 1),
        ("Canada hit the general Pavel Rudin with sanctions.", "Canada", 1),
        ("Sanctions were imposed on twelve ships by the European Union.", "European Union", 12),
        ("Canada will impose sanctions on forty officials.", "Canada", None),
        ("Canada decided to subject two generals to an asset freeze.", "Canada", 2),
        ("Canada's decision to put the general Pavel Rudin on its sanctions list was welcomed.", "Canada", 1),
        ("The general Pavel Rudin has been placed under Canadian sanctions.", "Canada", 1),
        ("The general Pavel Rudin is subject to Canadian sanctions.", "Canada", 1),
        ("The trader Milo Varga, already under Canadian sanctions, left.", "Canada", 1),
        ("Among those designated by Canada is the trader Milo Varga.", "Canada", 1),
        ("Canada barred seven officers from its territory.", "Canada", 7),
        ("Canada has listed three companies.", "Canada", 3),
        ("The sanctions imposed on two generals by Canada took effect.", "Canada", 2),
        ("The listing of two banks by Canada came as a surprise.", "Canada", 2),
        ("EU foreign ministers imposed sanctions on two generals.", "European Union", 2),
        ("The trader Milo Varga remains on a Canadian sanctions list.", "Canada", 1),
        ("Sanctions were imposed on two banks, the Treasury said.", "Treasury", 2),
    ],
)
def test_authority_and_count(reader: Reader, text: str, authority: str, count: int | None) -> None:
    found = find(reader, text)
    assert len(found.sanctions) == 1
    assert authority in authorities(found)[0]
    assert found.sanctions[0].target_count == count


def test_the_reason_is_given_in_the_words_of_the_text(reader: Reader) -> None:
    (sanction,) = find(reader, "Canada sanctioned two generals for bombing the hospital.").sanctions
    assert sanction.reason == "bombing the hospital"


def test_the_conduct_given_as_reason_is_what_the_authority_alleges(reader: Reader) -> None:
    found = find(reader, "Canada sanctioned two generals for bombing the hospital.")
    (allegation,) = found.allegations
    assert [found.actors[found.statements[n].actor].name for n in allegation.chain] == ["Canada"]


def test_the_programme_is_the_one_that_the_sentence_names(reader: Reader) -> None:
    text = "The Treasury designated two companies pursuant to Executive Order 13999."
    assert [s.program for s in find(reader, text).sanctions] == ["Executive Order 13999"]


def test_the_date_is_that_of_the_measure(reader: Reader) -> None:
    text = "On March 3, 2021, Canada sanctioned two generals."
    (sanction,) = find(reader, text, published=date(2021, 5, 1)).sanctions
    assert sanction.date is not None
    assert sanction.date.date == "2021-03-03"


def test_an_undated_measure_of_the_past_has_no_date(reader: Reader) -> None:
    (sanction,) = find(reader, "Canada sanctioned two generals.", published=date(2021, 5, 1)).sanctions
    assert sanction.date is None


def test_two_authorities_are_two_sanctions(reader: Reader) -> None:
    found = find(reader, "Canada and the European Union imposed sanctions on two generals.")
    assert sorted(authorities(found)) == ["Canada", "European Union"]


def test_a_sanction_is_no_allegation(reader: Reader) -> None:
    assert find(reader, "Canada imposed sanctions on two generals.").allegations == ()


def test_named_targets_are_named_and_others_described(reader: Reader) -> None:
    found = find(reader, "Canada imposed sanctions on the trader Milo Varga and two generals.")
    named, described = found.sanctions[0].targets
    assert named.name == "Milo Varga"
    assert named.description is None
    assert described.name is None
    assert described.description is not None
    assert described.description.endswith("generals")
    assert described.target_count == 2


def test_who_is_one_of_those_counted_is_no_second_sanction(reader: Reader) -> None:
    text = "Canada imposed sanctions on six people. Also sanctioned is the general Pavel Rudin."
    (one,) = find(reader, text).sanctions
    assert one.target_count == 6
    assert [t.name for t in one.targets if t.name] == ["Pavel Rudin"]


def test_a_federation_that_sanctions_a_striker_is_no_authority(reader: Reader) -> None:
    assert find(reader, "The football federation sanctioned the striker Milo Varga.").sanctions == ()


def test_a_headline_that_the_text_repeats_is_no_second_sanction(reader: Reader) -> None:
    text = "Canada Sanctions Two Generals\n\nCanada sanctioned two generals on Monday, the minister said."
    assert len(find(reader, text).sanctions) == 1


def test_a_headline_of_the_department_repeats_what_its_office_did(reader: Reader) -> None:
    text = (
        "Treasury Sanctions Two Generals\n\n"
        "Today, the U.S. Department of the Treasury’s Office of Foreign Assets Control (OFAC) designated "
        "two generals for shelling a town."
    )
    assert authorities(find(reader, text)) == ["Office of Foreign Assets Control"]


@pytest.mark.parametrize(
    "text",
    [
        "Milo Varga is under Peruvian and Canadian sanctions.",
        "Canada sanctioned Milo Varga in 2019, as did Peru.",
    ],
)
def test_each_of_two_authorities_has_its_row(reader: Reader, text: str) -> None:
    found = find(reader, text)
    assert {found.actors[s.authority].name for s in found.sanctions} == {"Canada", "Peru"}


def test_some_of_whom_a_measure_hits_are_told_of_it(reader: Reader) -> None:
    found = find(
        reader, "Canada sanctioned nine generals on Monday. Those sanctioned include the trader Milo Varga."
    )
    (row,) = found.sanctions
    assert row.target_count == 9
    assert [t.name for t in row.targets] == [None, "Milo Varga"]


def test_a_release_tells_of_one_day(reader: Reader) -> None:
    text = (
        "Canada is sanctioning two generals. Milo Varga has been designated for his part in a raid. "
        "Canada has already sanctioned his brother."
    )
    dates = [s.date for s in find(reader, text, published=date(2025, 12, 10)).sanctions]
    assert [None if d is None else d.date_start for d in dates] == [
        date(2025, 12, 10),
        date(2025, 12, 10),
        None,
    ]


def test_a_number_that_is_a_name_counts_nobody(reader: Reader) -> None:
    (row,) = find(reader, "Canada imposed sanctions on Unit 4711.").sanctions
    assert row.target_count in (1, None)


def test_the_day_of_what_somebody_did_is_not_that_of_the_measure(reader: Reader) -> None:
    text = "Canada is sanctioning Milo Varga, who burned a depot in March 2024."
    (row,) = find(reader, text, published=date(2025, 12, 10)).sanctions
    assert row.date is not None
    assert row.date.date_start == date(2025, 12, 10)
