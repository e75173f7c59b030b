"""Verbs that a tagger takes for nouns are mended, and nouns are left alone."""

from __future__ import annotations

import pytest

from scripts.annotate.headlines import headlines
from scripts.annotate.pipeline import Reader
from scripts.reference import load_yaml
from tests.reading import article


@pytest.mark.parametrize("verb", ["Sanctions", "Designates", "Blacklists"])
def test_a_headline_announces_with_a_verb(reader: Reader, verb: str) -> None:
    (doc,) = reader.read([article(f"Treasury {verb} Kesh Shipping Company\n\nThe mayor spoke.", title=True)])
    (token,) = [t for t in doc if t.text == verb]
    assert (token.pos_, token.tag_) == ("VERB", "VBZ")


def test_outside_of_titles_sanctions_are_a_noun(reader: Reader) -> None:
    (doc,) = reader.read([article("The Treasury sanctions on the company were lifted.")])
    (token,) = [t for t in doc if t.text == "sanctions"]
    assert token.pos_ == "NOUN"


@pytest.mark.parametrize(
    "text",
    [
        "The army sells boots and hats.",
        "Police stations and fire stations were closed.",
        "Army boots and hats were sold at the fair.",
        "The Orlan Brigade camps and bases burned.",
    ],
)
def test_nouns_stay_nouns(reader: Reader, text: str) -> None:
    doc = reader.parse(article(text))
    before = [(t.tag_, t.dep_, t.head.i) for t in doc]
    assert [(t.tag_, t.dep_, t.head.i) for t in headlines(doc)] == before


def test_the_tree_stays_a_tree(reader: Reader) -> None:
    text = "OLB trains militants and sends them to the border. OLB pays fighters to attack villages."
    (doc,) = reader.read([article(text)])
    for token in doc:
        seen = set()
        while token.head != token:
            assert token.i not in seen
            seen.add(token.i)
            token = token.head


@pytest.mark.parametrize("word", load_yaml("lemmas.yml")["adjectives"])
def test_who_neighbours_is_whom_the_verb_means(reader: Reader, word: str) -> None:
    (doc,) = reader.read([article(f"The president blamed {word} Norland for arming the rebels.")])
    (name,) = [t for t in doc if t.text == "Norland"]
    assert (name.head.lemma_, name.dep_) == ("blame", "dobj")
