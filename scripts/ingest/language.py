"""Which language a text is written in, by its share of function words; `und` when that does not settle it.

Only English is read on; a guess in favour of it is corrected by `language` in the sidecar.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from scripts.reference import load_yaml

UNDETERMINED = "und"
_SAMPLE = 40_000  # characters; the language of an article does not change after them
_WORD = re.compile(r"[^\W\d_]+")
# Running English has 0.35-0.50 of these words, lists of names and titles 0.1; what is less is no running
# text.
_LEAST_SHARE = 0.1
# How far the best language must lead: related ones share many words.
_LEAD = 1.25


def detect_language(text: str, declared: str | None = None) -> str:
    """ISO 639-1 code of the language of `text`; where that is open, what the page declares, or `und`."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    total = words.total()
    if not total:
        return declared or UNDETERMINED
    shares = {code: sum(words[word] for word in known) / total for code, known in _stopwords().items()}
    best, second = sorted(shares, key=lambda code: (-shares[code], code))[:2]
    sure = shares[best] >= _LEAST_SHARE and shares[best] >= _LEAD * shares[second]
    return best if sure else declared or UNDETERMINED


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load_yaml("stopwords.yml").items()}
