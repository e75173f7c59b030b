"""Coordinations and reported clauses that the parser hangs in the wrong place."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from scripts.annotate.syntax import children
from tests.reading import article


def objects(reader: Reader, text: str) -> dict[str, str]:
    """Verbs of the text with their direct objects."""
    (doc,) = reader.read([article(text)])
    return {t.text: o.text for t in doc if t.pos_ == "VERB" for o in children(t, "dobj")}


def test_participles_of_one_auxiliary_are_verbs(reader: Reader) -> None:
    (doc,) = reader.read([article("Peru has recruited, trained, housed and financed local forces.")])
    verbs = [t.lemma_ for t in doc if t.pos_ == "VERB"]
    assert verbs == ["recruit", "train", "house", "finance"]


@pytest.mark.parametrize(
    ("text", "verb", "object_"),
    [
        ("Troops have detained and tortured military personnel.", "tortured", "personnel"),
        ("He was accused of having looted shops.", "looted", "shops"),
        ("Anna Keller said the army tortured villagers.", "tortured", "villagers"),
        ("Forces have killed 400 protesters, police and medics say.", "killed", "protesters"),
    ],
)
def test_the_verb_gets_its_object(reader: Reader, text: str, verb: str, object_: str) -> None:
    assert objects(reader, text).get(verb) == object_


def test_an_adjective_before_its_noun_stays_one(reader: Reader) -> None:
    assert "armed" not in objects(reader, "He said armed men came, and that they left.")


def test_a_participle_that_looks_like_a_noun_is_a_verb(reader: Reader) -> None:
    text = "Members of a northern bloc have overrun one of the old police posts near the dam."
    (doc,) = reader.read([article(text)])
    overrun = next(t for t in doc if t.lower_ == "overrun")
    assert (overrun.pos_, overrun.tag_) == ("VERB", "VBN")
