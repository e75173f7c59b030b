"""Names that are one actor, and names that are not."""

from __future__ import annotations

from scripts.annotate.pipeline import Reader
from tests.annotate.casting import cast


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
