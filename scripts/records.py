"""What the steps pass to one another: frozen dataclasses, and the shape of rows and tables.

Offsets are Unicode code points into the decoded text of the source file, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Row: TypeAlias = dict[str, object]
Tables: TypeAlias = dict[str, list[Row]]


class DataError(Exception):
    """Something is wrong with an input; the message says what, where, and what to do. Exit code 1."""


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of the decoded text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of a page is for. Only `READ` kinds are parsed."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    JUNK = "junk"


READ = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
        BlockKind.DATELINE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or piece of page furniture; blocks do not overlap and stand in order of
    `start`.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document, from its sidecar first and its text second; `None` where neither
    says.
    """

    title: str
    publisher: str | None = None
    publisher_extent: Extent | None = None
    published: date | None = None
    language: str = "en"
    url: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One source file, read. `text` is the decoded text that all offsets refer to."""

    source_file: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as the text gives it. Field names and values are those of the published date columns."""

    date_start: date | None
    date_end: date | None
    date_precision: str  # day | month | year | range | vague | unknown
    date_text: str
    date_basis: str | None  # explicit | inferred_year | relative

    @property
    def date(self) -> str | None:
        """ISO 8601 prefix (`2018`, `2018-09`, `2018-12-31`), `None` for ranges and what is open."""
        if self.date_start is None or self.date_precision not in ("day", "month", "year"):
            return None
        return self.date_start.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.date_precision]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `name` and `country_code` (with `admin1_code` for provinces and cities) are its natural
    key.
    """

    name: str
    location_type: str  # country | region | province | city | facility | border_area | other
    country_code: str | None = None
    admin1_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location_precision: str = "vague"  # exact | city | province | country | vague
    geonames_id: int | None = None
