"""Which of the many names in the sources of the gazetteer are names of English news. Not used at run time."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from scripts.gazetteer import fold
from scripts.reference import load_yaml

_RULES = load_yaml("gazetteer.yml")
_SCRIPT_NOT_LATIN, _ARABIC = frozenset(_RULES["script_not_latin"]), frozenset(_RULES["arabic"])
_NOT_ALONE = frozenset(_RULES["not_alone"])
_KIND = "|".join(_RULES["kinds"])
_ENGLISH = re.compile(rf"^(?:The )?(?:(?P<a>.+?) (?:{_KIND})(?: \d+)?|(?:{_KIND}) of (?P<b>.+))$")
_RUSSIAN = re.compile(r"^(?P<stem>.+?)(?:skaya oblast'|skiy kray)$")
_NATIVE_KIND = re.compile(r" (?:Zizhiqu|Sheng|Shi|oblast|Respublika|rayonu|kray|obl\.)$", re.IGNORECASE)
_ARABIC_ARTICLE = re.compile(r"^(?:A[lrstdznh]h?|El|Ash|Ath)[ -](?=\S)")


def is_usable(name: str) -> bool:
    """Written in Latin letters, as names are, and long enough to be told from codes and acronyms."""
    letters, words = [c for c in name if c.isalpha()], name.split()
    return (
        len(letters) >= 4
        and len(words) <= 5
        and not name.isupper()
        and (name[0].isupper() or name[:3] in ("al-", "el-", "ad-", "ar-", "as-", "at-"))
        and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)
        and all(c.isalpha() or c in " -'’‘ʻ." or unicodedata.combining(c) for c in name)
        and all(w[0].isupper() or len(w) <= 3 or "-" in w for w in words)
    )


def plain(name: str) -> str:
    """A transliteration without its scholarly marks: "Ḩamāh" is "Hamah"."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[’‘ʻʼʾʿ`]", "", letters).strip()


def city_names(
    name: str, alternates: Iterable[str], country: str, population: int
) -> tuple[str, frozenset[str]]:
    """The name to publish and all spellings that an English text may use."""
    best = plain(name) if country in _SCRIPT_NOT_LATIN else name
    names = {name, best}
    if country in _SCRIPT_NOT_LATIN or population >= 50_000:
        key = fold(name).lower()
        for other in filter(is_usable, alternates):
            like = SequenceMatcher(None, key, fold(other).lower(), autojunk=False).ratio() >= 0.5
            # A small town's name that is nothing like its main one is another language's, or an error.
            if like or population >= 300_000:
                names.add(other)
    return best, frozenset(names | set(_arabic_variants(name, country)))


def division_names(name: str, aliases: Iterable[str], country: str) -> tuple[str, frozenset[str]]:
    """The English short name, by vote of the aliases ("X Province" counts double), and all usable names."""
    votes: Counter[str] = Counter()
    full = set()
    for text in (re.sub(r"\s*[\[(].*?[\])]", "", text).strip() for text in (name, *aliases)):
        typed, russian = _ENGLISH.match(text), _RUSSIAN.match(text)
        if is_usable(text) or russian:
            full.add(text)
            votes[_short(text, typed, russian, country)] += 2 if typed else 1
    if not votes:
        return plain(name), frozenset({name})
    native = _short(name, None, None, country)
    best = max(sorted(votes), key=lambda n: (votes[n], n == native))
    usable = {n for n in votes if is_usable(n) or n == best}
    variants = {v for n in usable for v in _arabic_variants(n, country)}
    return best, frozenset((usable | full | variants) - _NOT_ALONE)


def _short(text: str, typed: re.Match[str] | None, russian: re.Match[str] | None, country: str) -> str:
    native = russian["stem"] if russian else _NATIVE_KIND.sub("", text)
    short = (typed["a"] or typed["b"]) if typed else native
    short = text if short in _NOT_ALONE else short
    return plain(short) if country in _SCRIPT_NOT_LATIN else short


def _arabic_variants(name: str, country: str) -> Iterator[str]:
    """News drops the article and the final h: "Ar Raqqah" is "Raqqa"."""
    bare = _ARABIC_ARTICLE.sub("", plain(name))
    if country in _ARABIC and len(bare) >= 4:
        yield bare
        yield re.sub(r"(?<=[a-z]{3}a)h$", "", bare)
        yield f"al-{bare}"
