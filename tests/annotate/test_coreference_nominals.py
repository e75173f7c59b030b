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


def test_the_fighters_of_an_armed_group_are_the_group(reader: Reader) -> None:
    for text in (
        "The money went to the Kesh Liberation Front (KLF), whose fighters burned the depot.",
        "The Kesh Liberation Front, a militia, came. Its men burned the depot.",
        "Kesh Liberation Front fighters burned the depot.",
    ):
        got = cast(reader, text)
        assert any("fighters" in m or "men" in m for m in got["Kesh Liberation Front"]), text


def test_some_of_its_fighters_are_not_the_group(reader: Reader) -> None:
    text = "The Kesh Liberation Front, a militia, came. Three of its fighters burned the depot."
    assert not any("fighters" in m for m in cast(reader, text)["Kesh Liberation Front"])
    text = "The Kesh Unity Bloc, a party, came. Its members voted."
    assert "Its members" not in cast(reader, text)["Kesh Unity Bloc"]


def test_what_the_text_calls_a_militia_is_one_later_on(reader: Reader) -> None:
    got = cast(reader, "The Kesh Unity Bloc, a militia, came. A party left. The militia burned the depot.")
    assert "The militia" in got["Kesh Unity Bloc"]


def test_the_first_word_of_a_document_may_be_the_group(reader: Reader) -> None:
    assert "Hamas militants" in cast(reader, "Hamas militants burned the depot.")["Hamas"]


def test_somebody_may_go_by_an_age(reader: Reader) -> None:
    got = cast(reader, "Milo Varga, a teacher, was held in May. The 52-year-old was freed in June.")
    assert "The 52-year-old" in got["Milo Varga"]
    assert "29-year-old" in cast(reader, "A 29-year-old was held in May.")


def test_soldiers_of_an_army_are_the_army(reader: Reader) -> None:
    assert (
        "Norland National Army soldiers"
        in cast(reader, "Norland National Army soldiers burned the depot.")["Norland National Army"]
    )


def test_the_same_noun_goes_back_to_what_it_brought_in(reader: Reader) -> None:
    got = cast(reader, "Soldiers hit a faction of the Taliban. The faction had burned a depot.")
    assert "The faction" not in got["Taliban"]
