"""Names of persons: when two of them are one person's."""

from __future__ import annotations

import re
import unicodedata


def same_person(short: str, full: str) -> bool:
    """A part of a known full name, the name without a second surname, or the same name spelt with one
    letter's difference before the surname; accents and capitals of particles aside.
    """
    a, b = (_words(name) for name in (short, full))
    if len(a) == 1:
        return len(b) > 1 and a[0] in b
    if a == b[: len(b) - 1] or b == a[: len(a) - 1]:
        return min(len(a), len(b)) > 1
    if a[-1] != b[-1]:
        return False
    if len(a) == len(b):
        return sum(_distance(x, y) for x, y in zip(a, b, strict=True)) <= 1
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    return all(word in longer for word in shorter)


def at_an_end(short: str, full: str) -> bool:
    """Whether a name begins or ends with the words of the short one."""
    a, b = _words(short), _words(full)
    return a in (b[: len(a)], b[-len(a) :])


def _words(name: str) -> list[str]:
    """ "al-" stands before a surname or not; "José" is "Jose", "Aleksandar" as good as "Alexander", "R.L."
    "R. L.".
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.sub(r"\b(\w)\.(?=\w)", r"\1. ", plain.casefold()).replace("ks", "x").split()
    return [w.removeprefix("al-").removeprefix("el-") for w in words]


def _distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
