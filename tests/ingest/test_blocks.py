from __future__ import annotations

import pytest

from scripts.ingest.blocks import read_pieces

BODY = "The army left the town on Monday, two officials said in a statement."


def _kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(piece.kind.value, text[piece.start : piece.end]) for piece in read_pieces(text, title)]


def test_a_page_with_everything() -> None:
    text = (
        "728 x 90\n\nHome > News\n\nArmy leaves Port Salu - Norland Times\n\nA truck near the town\n"
        "A truck near the town\n\n"
        f"By Ana Bello\n\nMay 3, 2020\n\nShare this\n\n"
        f"PORT SALU (AFP) – {BODY}\n\nDenials\n\nHe denied it.\n\n"
        f"{BODY} Nobody saw it.\n\n{BODY} Nobody saw it.\n\nAna Bello contributed reporting.\n\n"
        "Related articles\n\nNavy leaves too\n\nMayor resigns"
    )
    assert _kinds(text) == [
        ("junk", "728 x 90"),
        ("junk", "Home > News"),
        ("title", "Army leaves Port Salu"),
        ("byline", "Norland Times"),
        ("caption", "A truck near the town"),
        ("junk", "A truck near the town"),
        ("byline", "By Ana Bello"),
        ("dateline", "May 3, 2020"),
        ("junk", "Share this"),
        ("dateline", "PORT SALU (AFP) –"),
        ("paragraph", BODY),
        ("heading", "Denials"),
        ("paragraph", "He denied it."),
        ("caption", f"{BODY} Nobody saw it."),
        ("junk", f"{BODY} Nobody saw it."),
        ("byline", "Ana Bello contributed reporting."),
        ("junk", "Related articles"),
        ("junk", "Navy leaves too"),
        ("junk", "Mayor resigns"),
    ]


def test_markdown_marks_stand_outside_blocks() -> None:
    text = (
        f"---\ntitle: x\ndate: y\n---\n# Army leaves #\n\n**By Ana Bello**\n\n{BODY}\n\n## Denials\n\n"
        "- The *mayor*\n* A [man](x)\n1. He\n> Quoted here, he said.\n\n**Bold words**\n\n---\n"
    )
    assert _kinds(text)[4:] == [
        ("title", "Army leaves"),
        ("byline", "By Ana Bello"),
        ("paragraph", BODY),
        ("heading", "Denials"),
        ("list_item", "The *mayor*"),
        ("list_item", "A [man](x)"),
        ("list_item", "He"),
        ("paragraph", "Quoted here, he said."),
        ("heading", "Bold words"),
        ("junk", "---"),
    ]
    assert {kind for kind, _ in _kinds(text)[:4]} == {"junk"}


def test_the_known_title_is_found_where_it_stands() -> None:
    text = f"Norland this week\n\nArmy ‘leaves’ Port Salu\n\n{BODY}"
    assert _kinds(text, "Army 'leaves' Port Salu | Norland Times")[1][0] == "title"
    assert _kinds(text)[0][0] == "title"


def test_a_kicker_is_no_title() -> None:
    assert _kinds(f"Middle East\n\nArmy leaves the town of Port Salu\n\n{BODY}")[:2] == [
        ("heading", "Middle East"),
        ("title", "Army leaves the town of Port Salu"),
    ]


def test_a_text_may_have_no_title() -> None:
    assert _kinds(f"{BODY}\n\nNobody saw it.") == [("paragraph", BODY), ("paragraph", "Nobody saw it.")]


def test_the_article_goes_on_after_a_box_of_links() -> None:
    text = f"Army leaves Port Salu\n\n{BODY}\n\nRelated articles\n\n"
    text += "Navy leaves too\n\nThe mayor denied all of it.\n\nReactions\n\nHe left."
    assert [kind for kind, _ in _kinds(text)] == [
        "title",
        "paragraph",
        "junk",
        "junk",
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "He denied it.",
        "Nobody was hurt.",
        "“No,” he said.",
        "Share prices fell.",
        "“We left.”",
        "Why?",
        "It blamed the U.N.",
    ],
)
def test_short_sentences_are_never_junk(sentence: str) -> None:
    text = f"Army leaves Port Salu\n\n{BODY}\n\n{sentence}\n\nThe mayor left.\n\n{sentence}"
    kinds = {words: kind for kind, words in _kinds(text)}
    assert kinds[sentence] in ("paragraph", "heading")
    assert "junk" not in kinds.values()


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("Jan. 2, 2019 -\u00a0 ", "Jan. 2, 2019 -"),
        ("Port Salu, Norland (CNN)", "Port Salu, Norland (CNN)"),
        ("LONDON, 12 May 2020 — ", "LONDON, 12 May 2020 —"),
        ("In May 2020 ", None),
        ("The Norland Liberation Army (NLA) - ", None),
    ],
)
def test_datelines_are_split_off_the_first_paragraph_alone(opening: str, first: str | None) -> None:
    text = f"Army leaves Port Salu\n\n{opening}{BODY}\n\n{opening}{BODY} Nobody saw it."
    expected = [("dateline", first), ("paragraph", BODY)] if first else [("paragraph", opening + BODY)]
    assert _kinds(text)[1:] == [*expected, ("paragraph", f"{opening}{BODY} Nobody saw it.")]


def test_a_rule_at_the_top_begins_no_front_matter() -> None:
    text = f"---\n\nArmy leaves Port Salu\n\n---\n\n{BODY}"
    assert [kind for kind, _ in _kinds(text)] == ["junk", "title", "junk", "paragraph"]
