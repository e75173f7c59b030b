"""Descriptions that go back to a name, and descriptions that do not."""

from __future__ import annotations

from scripts.annotate.pipeline import Reader
from tests.annotate.casting import cast


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


def test_the_government_is_that_of_the_only_country_named_before(reader: Reader) -> None:
    assert (
        "the government"
        in cast(reader, "The village lies in northern Cameroon. Later the government left.")["Cameroon"]
    )
    two = cast(reader, "They went from a village in Chad to one in Cameroon. Later the government left.")
    assert all("the government" not in two.get(name, set()) for name in ("Cameroon", "Chad"))
