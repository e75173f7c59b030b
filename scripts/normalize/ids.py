"""Ids: a prefix, readable words, and a digest of the natural key - what the row is, never where it stands
among others.

The policy is written down for users in docs/ids.md.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

SLUG = 40


def slug(text: str, length: int = SLUG) -> str:
    """ASCII words joined by hyphens; may be empty for scripts that have no ASCII form."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].strip("-")


def digest(*key: str | None, length: int = 8) -> str:
    """Hexadecimal digits of SHA-256 over the parts of a key; null and empty differ."""
    joined = "\x1f".join("\x00" if part is None else part for part in key)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def readable(prefix: str, name: str, *key: str | None) -> str:
    """`act-steven-mnuchin-1f0c9a2b`: readable, and distinct for namesakes by the digest of the whole key."""
    return "-".join(part for part in (prefix, slug(name), digest(name, *key)) if part)


def opaque(prefix: str, *key: str | None) -> str:
    """`alg-3f9c...`: for rows that have no name. The leading letter keeps a spreadsheet from reading
    `1e10` as a number.
    """
    return f"{prefix}-{digest(*key, length=16)}"


class Occurrences:
    """Numbers the rows of one document that share a natural key (the same words said twice), in order of
    the text.
    """

    def __init__(self) -> None:
        self.seen: dict[tuple[str | None, ...], int] = {}

    def __call__(self, *key: str | None) -> str:
        self.seen[key] = self.seen.get(key, 0) + 1
        return str(self.seen[key])
