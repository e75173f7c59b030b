"""Places that only the text explains, and the country that they lie in."""

from __future__ import annotations

from spacy.language import Language

from tests.annotate.place_spans import named


def test_what_nothing_beside_it_places_lies_in_the_country_of_the_text(nlp: Language) -> None:
    found = named(nlp("Norway fined two firms. Norwegian soldiers left. A man was shot in Kesh Township."))
    assert found["Kesh Township"] == ("other", "NO")


def test_it_lies_nowhere_where_the_text_names_two_countries(nlp: Language) -> None:
    found = named(nlp("Norway fined two firms. Danish soldiers left. A man was shot in Kesh Township."))
    assert found["Kesh Township"] == ("other", None)
