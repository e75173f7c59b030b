"""The descriptor at the root of the repository describes the newest version: its number, its files."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from scripts.publish.atomic import replace_file
from scripts.records import DataError

VERSION_LINE = re.compile(r'(?m)^(  "version": ")[^"]*(")')
PATH = re.compile(r'("path": "data/v)[^"/]*(/)')


def follow(descriptor: Path, version: str) -> bool:
    """Writes `version` into the number and the paths of the descriptor, nothing else; false if it was there.

    The time of its last change is kept: what the file asks of a build is as it was, and make compares times.
    """
    text = descriptor.read_text("utf-8")
    followed = PATH.sub(rf"\g<1>{version}\g<2>", VERSION_LINE.sub(rf"\g<1>{version}\g<2>", text, count=1))
    if followed == text:
        return False
    if json.loads(followed)["version"] != version:
        raise DataError(f'{descriptor.name}: holds no line \'  "version": "..."\'; restore it')
    before = descriptor.stat()
    replace_file(descriptor, followed.encode("utf-8"))
    os.utime(descriptor, ns=(before.st_atime_ns, before.st_mtime_ns))
    return True
