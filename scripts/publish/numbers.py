"""Version numbers, and which one comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from scripts.records import DataError
from scripts.sealed import VERSION


class Step(IntEnum):
    """What a change raises; the greatest step of all changes counts. The rules stand in docs/versions.md."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True, order=True)
class Version:
    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, step: Step) -> Version:
        """The next number; below 1.0.0 a major change raises the minor number (Semantic Versioning, 4)."""
        if step is Step.PATCH:
            return Version(self.major, self.minor, self.patch + 1)
        if step is Step.MAJOR and self.major > 0:
            return Version(self.major + 1, 0, 0)
        return Version(self.major, self.minor + 1, 0)


FIRST = Version(0, 1, 0)


def parse_version(text: str) -> Version:
    """Raises `DataError` for anything but three numbers such as `0.1.0`."""
    match = VERSION.fullmatch(text)
    if match is None:
        raise DataError(f"version {text!r}: must be three numbers such as 0.1.0")
    return Version(*map(int, match.groups()))
