"""Proper names: where they begin and end, and what kind of actor they name."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import article


def named(reader: Reader, text: str) -> dict[str, str | None]:
    (doc,) = reader.read([article(text)])
    return {" ".join(s.text.split()): s._.name.actor_type for s in doc.spans["names"]}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Colonel Anton Reed spoke.", "Anton Reed", "person"),
        ("The lawyer Milo Varga spoke.", "Milo Varga", "person"),
        ("Anna Keller, a teacher, spoke.", "Anna Keller", "person"),
        ("Foreign Minister Jonas Abelin left.", "Jonas Abelin", "person"),
        ("The army fought the Orlan Brigade.", "Orlan Brigade", "armed_group"),
        ("The Ministry of Rivers closed the bridge.", "Ministry of Rivers", "government_body"),
        ("The Kesh Shipping Company sold two ships.", "Kesh Shipping Company", "company"),
        ("Canada left the talks.", "Canada", "state"),
    ],
)
def test_kinds(reader: Reader, text: str, name: str, kind: str) -> None:
    assert named(reader, text).get(name) == kind


def test_a_title_is_no_part_of_the_name(reader: Reader) -> None:
    assert set(named(reader, "General Pavel Rudin met Mullah Omar Sadiq.")) == {"Pavel Rudin", "Omar Sadiq"}


def test_a_role_and_its_body_stand_apart_from_the_person(reader: Reader) -> None:
    got = named(reader, "Orlan Brigade commander Milo Varga spoke.")
    assert got == {"Orlan Brigade": "armed_group", "Milo Varga": "person"}


def test_a_surname_alone_is_a_name_after_the_full_name(reader: Reader) -> None:
    got = named(reader, "The lawyer Milo Varga spoke on Monday. Varga left at noon.")
    assert got == {"Milo Varga": "person", "Varga": "person"}


def test_an_acronym_in_brackets_is_a_name_of_its_own_later(reader: Reader) -> None:
    text = "The Orlan Liberation Brigade (OLB) left. On Monday the OLB came back."
    assert named(reader, text)["OLB"] == "armed_group"


def test_names_do_not_overlap_and_stand_in_order(reader: Reader) -> None:
    text = "Orlan Brigade commander Milo Varga met Deputy Foreign Minister Jonas Abelin of Canada in a hotel."
    (doc,) = reader.read([article(text)])
    ends = 0
    for span in doc.spans["names"]:
        assert ends <= span.start < span.end
        ends = span.end


def test_common_words_are_no_names(reader: Reader) -> None:
    assert named(reader, "The farmers sold apples in the market. Most of them went home.") == {}


def test_a_region_whose_name_ends_like_a_company_is_none(reader: Reader) -> None:
    assert (
        named(reader, "Gunmen killed two farmers in the West Bank raid. The West Bank towns were quiet.")
        == {}
    )


def test_where_something_is_nobody_is(reader: Reader) -> None:
    assert named(reader, "Nine people died at Umm Tasha. The attack took place in Tin-Adar on Sunday.") == {}


def test_days_and_months_are_no_actors(reader: Reader) -> None:
    assert named(reader, "The fair was held on Monday and again in March.") == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Rivers, Forest Roads and Canals closed it.",
         "Ministry of Rivers, Forest Roads and Canals", "government_body"),
        ("The Department of Health and Human Services warned them.",
         "Department of Health and Human Services", "government_body"),
        ("Lashkar-e-Kesh left the valley.", "Lashkar-e-Kesh", "armed_group"),
        ("Invoices name the firm Nasr & Tasha Trading.", "Nasr & Tasha Trading", "company"),
        ("Kesh Bullion paid. Kesh Bullion Ltd denied it.", "Kesh Bullion", "company"),
        ("The men of Katiba Salu left.", "Katiba Salu", "armed_group"),
        ("Jane Doe works for Orlan Justice Watch.", "Orlan Justice Watch", "organization"),
        ("The Movement for the Liberation of Orland left.",
         "Movement for the Liberation of Orland", "organization"),
        ("The Local Association of Banana Growers of Ocotal met.",
         "Local Association of Banana Growers of Ocotal", "organization"),
        ("The Ministry of Rivers and Orlan Brigade commanders met.", "Ministry of Rivers", "government_body"),
    ],
)  # fmt: skip
def test_tails_of_organizations_names(reader: Reader, text: str, name: str, kind: str) -> None:
    assert named(reader, text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kuneva armed group left. On Monday Kuneva came back.", "Kuneva", "group"),
        ("The M77 militia burned two houses.", "M77", "armed_group"),
        ("The Daima Leo newspaper closed.", "Daima Leo", "media"),
        ("The police arrested Sel Ro 2 and let it go.", "Sel Ro 2", "organization"),
        ("The Battalion Kuneva burned two houses.", "Battalion Kuneva", "government_body"),
    ],
)
def test_the_noun_behind_a_name_or_a_number_in_it_says_what_it_names(
    reader: Reader, text: str, name: str, kind: str
) -> None:
    assert named(reader, text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The Hutu militia left.",
        "The Orlan Bridge was closed.",
        "He was listed under the Kingpin Designation Act.",
        "The Canadian newspaper closed.",
    ],
)
def test_peoples_and_things_are_no_names_of_actors(reader: Reader, text: str) -> None:
    assert set(named(reader, text).values()) <= {"state"}
