"""Who says what, in which mode, and through whom we know it."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from scripts.extract import Findings
from tests.reading import find, is_called, rows

SAYING = [
    "{who} said the army bombed the hospital.",
    "{who} said on Tuesday that the army bombed the hospital.",
    "The army bombed the hospital, {who} said.",
    "The army bombed the hospital, according to {who}.",
    "According to {who}, the army bombed the hospital.",
    "{who} claimed that the army bombed the hospital.",
    "{who} alleged that the army bombed the hospital.",
    "{who} told reporters that the army bombed the hospital.",
    "{who} accused the army of bombing the hospital.",
    "{who} confirmed that the army bombed the hospital.",
    "{who} denied that the army bombed the hospital.",
    "“The army bombed the hospital,” {who} said.",
    "“The army bombed the hospital,” said {who}.",
    "In an interview, {who} said the army bombed the hospital.",
    "{who} has said that the army bombed the hospital and killed two farmers.",
]
SPEAKERS = [
    "the lawyer Milo Varga",
    "Colonel Anton Reed",
    "a senior police officer",
    "the Kesh Human Rights Committee",
]


def said(found: Findings) -> list[tuple[str, str, str, str]]:
    """Source, cue, mode and content of each statement."""
    text = found.article.text
    return [
        (found.actors[s.actor].name, s.cue, s.mode, text[s.extent.start : s.extent.end])
        for s in found.statements
    ]


@pytest.mark.parametrize("template", SAYING)
def test_who_says_it_is_always_in_the_chain(reader: Reader, template: str) -> None:
    for who in SPEAKERS:
        text = template.format(who=who)
        got = rows(find(reader, text[0].upper() + text[1:]))
        assert got, text
        for row in got:
            assert any(is_called(actor, who.split()[-1]) for actor in row["chain"]), text


def test_modes(reader: Reader) -> None:
    assert [s[2] for s in said(find(reader, "“The army bombed the hospital,” the mayor said."))] == [
        "direct_quote"
    ]
    assert [s[2] for s in said(find(reader, "The mayor said the army bombed the hospital."))] == [
        "indirect_speech"
    ]
    mixed = "The mayor said the army “bombed the hospital in broad daylight” on Monday."
    assert said(find(reader, mixed))[0][2] == "mixed"


def test_the_content_stands_without_cue_source_and_marks(reader: Reader) -> None:
    for text in ("“The dam will burst,” the mayor said.", "The mayor said that “the dam will burst.”"):
        ((_, _, _, content),) = said(find(reader, text))
        assert content.lower() == "the dam will burst"


def test_a_statement_inside_another_names_it_as_its_parent(reader: Reader) -> None:
    found = find(reader, "The Kesh Herald reported that a guard said the prison was empty.")
    outer, inner = found.statements
    assert (outer.parent, inner.parent) == (None, 0)
    assert outer.extent.start <= inner.extent.start
    assert inner.extent.end <= outer.extent.end


def test_three_levels(reader: Reader) -> None:
    text = "The Kesh Herald reported that a guard said a prisoner claimed soldiers killed two farmers."
    (row,) = rows(find(reader, text))
    assert [a.name for a in row["chain"]] == ["Kesh Herald", "guard", "prisoner"]


def test_the_publisher_is_no_level_of_its_own_chains(reader: Reader) -> None:
    text = (
        "A guard told the Kesh Herald that soldiers killed two farmers. "
        "The Kesh Herald said that the army burned the hospital."
    )
    got = rows(find(reader, text, publisher="Kesh Herald"))
    assert [[a.name for a in row["chain"]] for row in got] == [["guard"], []]
    assert got[1]["mode"] == "narrator"


def test_a_quotation_that_goes_on_keeps_its_speaker(reader: Reader) -> None:
    text = "“The army bombed the hospital,” the mayor said. “Soldiers killed two farmers in the yard.”"
    got = rows(find(reader, text))
    assert [[a.name for a in row["chain"]] for row in got] == [["mayor"], ["mayor"]]
    assert {row["mode"] for row in got} == {"direct_quote"}


def test_a_quotation_over_two_paragraphs_keeps_its_speaker(reader: Reader) -> None:
    text = "The mayor said: “The army bombed the hospital.\n\n“Soldiers killed two farmers in the yard.”"
    got = rows(find(reader, text))
    assert [[a.name for a in row["chain"]] for row in got] == [["mayor"], ["mayor"]]


def test_an_act_beside_a_statement_is_the_narrators(reader: Reader) -> None:
    got = rows(find(reader, "The mayor said the bridge was closed. The army bombed the hospital."))
    assert [(row["chain"], row["mode"]) for row in got] == [([], "narrator")]


def test_what_nobody_we_know_says_is_left_out(reader: Reader) -> None:
    text = "The mayor slept. It said the army bombed the hospital."
    assert all(row["chain"] for row in rows(find(reader, text)))


def test_words_that_name_the_source_stand_in_the_text(reader: Reader) -> None:
    found = find(reader, "A senior police officer, speaking in the rain, said the army bombed the hospital.")
    (statement,) = found.statements
    assert found.article.text[statement.source.start : statement.source.end] == "A senior police officer"
    assert found.article.text[statement.cue_extent.start : statement.cue_extent.end] == "said"


def test_two_people_who_quote_each_other_have_an_end(reader: Reader) -> None:
    text = (
        "Anna Keller said Milo Varga said soldiers killed two farmers. "
        "Milo Varga said Anna Keller said the army bombed the hospital. "
        "Milo Varga also said the army armed the militia."
    )
    found = [row["chain"] for row in rows(find(reader, text))]
    assert found
    assert all(len(chain) <= 4 for chain in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry justified the raid: “Our soldiers killed two farmers in the yard.”", "ministry"),
        (
            "A guard, who fled to Peru, said the prison was full. “Soldiers killed two farmers in the yard.”",
            "guard",
        ),
        (
            "“They came at six in the morning,” Anna Keller said.\n\nAnd after that?\n\n"
            "“Soldiers killed two farmers in the yard.”",
            "Anna Keller",
        ),
    ],
)
def test_a_quotation_without_a_cue_has_a_speaker(reader: Reader, text: str, who: str) -> None:
    assert [[a.name for a in row["chain"]] for row in rows(find(reader, text))] == [[who]]


def test_a_quotation_of_nobody_is_not_the_narrators(reader: Reader) -> None:
    text = "The road was empty. “The army killed two farmers on Monday morning.” Nobody came."
    assert rows(find(reader, text)) == []
