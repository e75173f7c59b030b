"""Which tokens stand in one paragraph."""

from __future__ import annotations

from scripts.annotate.paragraphs import together
from scripts.annotate.pipeline import Reader
from tests.reading import article


def test_an_empty_line_parts_what_stands_around_it(reader: Reader) -> None:
    (doc,) = reader.read([article("The army left. Nobody came.\n\nThe mayor returned.")])
    at = {t.text: t.i for t in doc}
    assert together(doc, at["army"], at["came"])
    assert together(doc, at["came"], at["army"])
    assert not together(doc, at["came"], at["mayor"])
