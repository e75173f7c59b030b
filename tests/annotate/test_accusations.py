"""What somebody is accused of hangs on the accusing, and whoever is only said to have acted says nothing."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.reading import article


@pytest.mark.parametrize(
    ("text", "doing"),
    [
        (
            "The mayor accused fighters thought to be from the Orlan Brigade of executing two farmers.",
            "executing",
        ),
        ("Groups accuse the military of killings, of razing villages.", "killings"),
        ("Inquiries have implicated the mercenaries in atrocities.", "atrocities"),
    ],
)
def test_the_charge_hangs_on_the_accusing_verb(reader: Reader, text: str, doing: str) -> None:
    (doc,) = reader.read([article(text)])
    (token,) = [t for t in doc if t.text == doing]
    assert token.head.head.lemma_ in ("accuse", "implicate")


def test_who_accuses_behind_a_comma_is_the_subject_of_the_sentence(reader: Reader) -> None:
    text = "Norland urged the council to leave the valley and the Kesh Front, accusing Zembla of raids."
    (doc,) = reader.read([article(text)])
    (accusing,) = [t for t in doc if t.text == "accusing"]
    assert accusing.head.pos_ == "VERB"


def test_nobody_speaks_who_is_said_to_have_acted(reader: Reader) -> None:
    (doc,) = reader.read([article("Pavel Rudin, said to have led a militia, was arrested on Monday.")])
    assert doc._.reports == ()
    (root,) = [t for t in doc if t.dep_ == "ROOT"]
    assert root.text == "arrested"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Pavel Rudin denied the charges saying he was abroad.", "Rudin"),
        ("Pavel Rudin rejected a report saying the army shelled the town.", "report"),
    ],
)
def test_who_denies_allegations_says_what_follows(reader: Reader, text: str, source: str) -> None:
    (doc,) = reader.read([article(text)])
    assert [doc[r.source].text for r in doc._.reports if doc[r.cue].text == "saying"] == [source]
