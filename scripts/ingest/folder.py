"""A folder of articles -> a `Harvest`: every file is read, belongs to one that is, or is named with its
reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.ingest.article import ARTICLE_SUFFIXES, DEFAULT_LIMITS, Limits, read_article
from scripts.ingest.files import shown
from scripts.ingest.sidecar import SUFFIXES as SIDECAR_SUFFIXES
from scripts.records import Article, DataError


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a folder gave: `articles` sorted by `source_file`, `skipped` as (file, reason) sorted by file."""

    articles: tuple[Article, ...]
    skipped: tuple[tuple[str, str], ...] = ()


def read_folder(folder: Path, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS) -> Harvest:
    """Read every article that stands directly in `folder`.

    Files whose names begin with a dot or with README are passed over. Raises `DataError` with one line per
    bad file, all at once; with `keep_going` bad files are skipped and listed, and only a folder without any
    good article is an error.
    """
    articles: list[Article] = []
    skipped: list[tuple[str, str]] = []
    first_with: dict[str, str] = {}
    for path in _entries(folder):
        try:
            if path.suffix.lower() in ARTICLE_SUFFIXES and not path.is_dir():
                articles.append(_new_article(path, limits, first_with))
            else:
                _check_no_article(path)
        except DataError as error:
            skipped.append((shown(path), str(error).removeprefix(f"{shown(path)}: ")))
    if skipped and not keep_going:
        raise DataError("\n".join(f"{name}: {reason}" for name, reason in skipped))
    if not articles:
        wanted = ", ".join(ARTICLE_SUFFIXES)
        reasons = "".join(f"\n{name}: {reason}" for name, reason in skipped)
        raise DataError(f"{folder}: holds no article that can be read; put {wanted} files there{reasons}")
    return Harvest(tuple(articles), tuple(skipped))


def _entries(folder: Path) -> list[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise DataError(
            f"{folder}: is no folder that can be read ({error.strerror}); name a folder of articles"
        ) from None
    return [
        path
        for path in entries
        if not path.name.startswith(".") and not path.name.upper().startswith("README")
    ]


def _new_article(path: Path, limits: Limits, first_with: dict[str, str]) -> Article:
    article = read_article(path, limits)
    for trait, words in ((article.sha256, "the same file"), (article.text, "the same text")):
        if trait in first_with:
            raise DataError(f"{shown(path)}: is {words} as {first_with[trait]}; keep one of them")
    first_with[article.sha256] = first_with[article.text] = path.name
    return article


def _check_no_article(path: Path) -> None:
    name = shown(path)
    if path.is_dir():
        raise DataError(f"{name}: is a folder; articles stand directly in the folder that is read")
    if path.suffix not in SIDECAR_SUFFIXES:
        raise DataError(
            f"{name}: is no article and no sidecar; articles are {', '.join(ARTICLE_SUFFIXES)} files"
        )
    described = [
        other
        for other in path.parent.iterdir()
        if other.stem == path.stem and other.suffix.lower() in ARTICLE_SUFFIXES
    ]
    if len(described) != 1:
        names = ", ".join(sorted(shown(other) for other in described)) or "no article"
        raise DataError(
            f"{name}: is the sidecar of {names}; it must stand beside one article of the same name"
        )
