"""Reading files that strangers made: bounded, regular files only, inside their folder, with names that
can be shown.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from scripts.records import DataError

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def shown(path: Path) -> str:
    """The file's name for messages: always printable, whatever bytes it is made of."""
    name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return _UNFIT.sub(lambda found: f"\\x{ord(found[0]):02x}", name)


def check_name(path: Path) -> None:
    """Refuse names that cannot be published as `source_file`, and links that leave the folder."""
    name = shown(path)
    if name != path.name:
        raise DataError(f"{name}: the file's name is not plain UTF-8 text; rename it")
    if name[0] in "=+-@" or not name[0].isprintable() or name[0].isspace():
        raise DataError(
            f"{name}: the file's name begins with {name[0]!r}, which a spreadsheet would run; rename it"
        )
    try:
        target = path.resolve(strict=True)
        folder = path.parent.resolve(strict=True)
    except (OSError, RuntimeError):
        raise DataError(f"{name}: cannot be found, or is a link to nothing; remove it") from None
    if target.parent != folder:
        raise DataError(f"{name}: is a link that leaves its folder; copy the file instead")
    if not target.is_file():
        raise DataError(f"{name}: is no regular file; remove it")


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """At most `max_bytes` bytes of a file; `DataError` when there are more or it cannot be read."""
    check_name(path)
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise DataError(f"{shown(path)}: cannot be read ({error.strerror})") from None
    if len(data) > max_bytes:
        raise DataError(
            f"{shown(path)}: is larger than the limit of {max_bytes:,} bytes; split it or raise the limit"
        )
    return data
