"""Mentions that are one actor, and mentions that are not."""

from __future__ import annotations

import pytest

from scripts.annotate.cast import Cast
from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.reading import article


def cast(reader: Reader, text: str) -> dict[str, set[str]]:
    """Name of each actor -> the words that mention it."""
    (doc,) = reader.read([article(text)])
    found: Cast = doc._.cast
    return {e.name: {doc[m.start : m.end].text for m in e.mentions} for e in found.entities if e.mentions}


def test_a_surname_is_the_person_with_that_surname(reader: Reader) -> None:
    got = cast(reader, "The lawyer Milo Varga met Colonel Anton Reed. Varga left. Reed stayed.")
    assert got["Milo Varga"] >= {"Milo Varga", "Varga"}
    assert got["Anton Reed"] >= {"Anton Reed", "Reed"}


def test_organizations_never_join_by_containment(reader: Reader) -> None:
    got = cast(reader, "The Orlan Brigade left. The Orlan Brigade Support Committee stayed.")
    assert {"Orlan Brigade", "Orlan Brigade Support Committee"} <= set(got)


def test_an_acronym_in_brackets_is_the_same_actor(reader: Reader) -> None:
    got = cast(reader, "The Orlan Liberation Brigade (OLB) left. The OLB came back.")
    assert "OLB" in got["Orlan Liberation Brigade"]


def test_another_name_is_the_same_actor(reader: Reader) -> None:
    got = cast(reader, "The trader Milo Varga, also known as Stefan Orr, left. Varga came back.")
    assert "Stefan Orr" not in got


def test_a_description_goes_back_to_who_fits_it(reader: Reader) -> None:
    got = cast(reader, "Colonel Anton Reed met the lawyer Milo Varga. The colonel left.")
    assert "The colonel" in got["Anton Reed"]
    assert "The colonel" not in got["Milo Varga"]


def test_a_description_of_another_kind_does_not(reader: Reader) -> None:
    got = cast(reader, "The lawyer Milo Varga came. The newspaper closed.")
    assert "The newspaper" not in got["Milo Varga"]


def test_two_unnamed_groups_with_numbers_are_two_actors(reader: Reader) -> None:
    got = cast(reader, "Two farmers left. Six farmers came.")
    assert {"Two farmers", "Six farmers"} <= set(got)


def test_a_capital_stands_for_its_state(reader: Reader) -> None:
    got = cast(
        reader, "Canada left the talks. Ottawa rejected the plan, and the Canadian government was silent."
    )
    assert [name for name in got if name in ("Ottawa", "Canadian government")] == []
    assert "Ottawa" in got["Canada"]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("The lawyer Milo Varga came. He left.", "He", "Milo Varga"),
        ("The lawyer Milo Varga said he was tired.", "he", "Milo Varga"),
        ("“I am very tired of this war,” said the lawyer Milo Varga.", "I", "Milo Varga"),
        ("The rebels came and they left.", "they", "rebels"),
        ("The Orlan Brigade said it left.", "it", "Orlan Brigade"),
        ("The Orlan Brigade lost its base.", "its", "Orlan Brigade"),
    ],
)
def test_pronouns(reader: Reader, text: str, pronoun: str, name: str) -> None:
    assert pronoun in cast(reader, text)[name]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("It rained.", "It"),
        ("He left.", "He"),
        ("The Orlan Brigade came. He left.", "He"),
        ("It is clear that the rebels left.", "It"),
        ("The lawyer Milo Varga came. It left.", "It"),
        ("The Orlan Brigade came. A bomb hit the bus as it stopped.", "it"),
    ],
)
def test_a_pronoun_that_fits_nobody_stays_unresolved(reader: Reader, text: str, pronoun: str) -> None:
    assert all(pronoun not in words for words in cast(reader, text).values())


def test_who_is_an_object_is_not_the_subject(reader: Reader) -> None:
    got = cast(reader, "Colonel Anton Reed came. The lawyer Milo Varga saw him.")
    assert "him" in got["Anton Reed"]


def test_descriptions_and_pronouns_use_known_kinds() -> None:
    kinds = {"person", "group", "organization", "government_body", "armed_group", "state", "media", "company"}
    words = load_yaml("anaphora.yml")
    for noun, meant in words["descriptions"].items():
        assert set(meant) <= kinds, noun
        assert "person" not in meant, noun
    pronouns = [word for kind in words["pronouns"].values() for word in kind]
    assert len(pronouns) == len(set(pronouns))


def test_a_body_called_by_one_country_only_is_that_country_s_everywhere(reader: Reader) -> None:
    text = "The security forces came at night. The Libyan security forces left. Security forces came back."
    got = cast(reader, text)
    assert got["Libyan security forces"] >= {
        "The security forces",
        "The Libyan security forces",
        "Security forces",
    }


def test_a_body_called_by_two_countries_stays_open_without_one(reader: Reader) -> None:
    text = "Security forces came at night. Libyan security forces left. Chadian security forces came back."
    got = cast(reader, text)
    assert "Security forces" not in got["Libyan security forces"] | got["Chadian security forces"]


def test_the_government_is_that_of_the_only_country_named_before(reader: Reader) -> None:
    assert (
        "the government"
        in cast(reader, "The village lies in northern Cameroon. Later the government left.")["Cameroon"]
    )
    two = cast(reader, "They went from a village in Chad to one in Cameroon. Later the government left.")
    assert all("the government" not in two.get(name, set()) for name in ("Cameroon", "Chad"))


def test_he_in_what_somebody_says_is_who_says_it(reader: Reader) -> None:
    text = "Milo Varga came. One wounded farmer told reporters that he had confirmed that rebels left."
    got = cast(reader, text)
    assert next("he" in words for name, words in got.items() if "farmer" in name)
    assert "he" not in got["Milo Varga"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Malian Supreme Court met in March. The Supreme Court rejected the appeal.",
            "Malian Supreme Court",
            {"Supreme Court"},
        ),
        (
            "The Foreign Ministry of Ukraine spoke. The Ministry of Foreign Affairs of Ukraine protested.",
            "Foreign Ministry of Ukraine",
            {"Ministry of Foreign Affairs of Ukraine"},
        ),
        (
            "The Orlan Armed Forces left. The Myanmar Armed Forces came. The Myanmar armed forces left.",
            "Myanmar Armed Forces",
            {"The Myanmar armed forces"},
        ),
        (
            "The Orlan Relief Organisation said it left. The ORO said it came back.",
            "Orlan Relief Organisation",
            {"ORO"},
        ),
        (
            "The forwarder Castellane Sea Ltd left. Castellane Sea came back.",
            "Castellane Sea Ltd",
            {"Castellane Sea"},
        ),
        (
            "The Orlan Panel of Experts met. The experts left.",
            "Orlan Panel of Experts",
            {"The experts"},
        ),
        (
            "The New York Times reported the attack. The Times said that he left.",
            "The New York Times",
            {"The Times"},
        ),
        (
            "Reuters reported the attack. A source told Reuters news agency so.",
            "Reuters",
            {"Reuters news agency"},
        ),
        (
            "The Revolutionary Armed Forces of Colombia left. The FARC came back.",
            "FARC",
            {"Revolutionary Armed Forces of Colombia", "FARC"},
        ),
        (
            "The trader Milo Varga, commander of the Orlan Brigade, also known as Stefan Orr, left.",
            "Milo Varga",
            {"Stefan Orr"},
        ),
        (
            "Police in Tanzania left. The Tanzanian police came back.",
            "Police in Tanzania",
            {"The Tanzanian police"},
        ),
        ("Lt. Gen. Milo Varga came back. The general left.", "Milo Varga", {"The general"}),
        (
            "Helmgard, a security firm, came back. The U.S.-based company left.",
            "Helmgard",
            {"The U.S.-based company"},
        ),
        ("NATO met on Monday. The alliance left.", "NATO", {"The alliance"}),
        (
            "Canada announced sanctions on the airline Fly Orlan, saying it armed rebels.",
            "Fly Orlan",
            {"it"},
        ),
        (
            "Canada spoke. Peru and the Peruvian government left. Canada came. The government left.",
            "Peru",
            {"The government"},
        ),
    ],
)
def test_ways_to_say_a_name(reader: Reader, text: str, name: str, words: set[str]) -> None:
    assert cast(reader, text)[name] >= words
