"""The vocabulary of sanctions (`data/reference/sanctions.yml`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from scripts.reference import load_yaml


@cache
def sanction_words() -> dict[str, Any]:
    data = load_yaml("sanctions.yml")
    return {
        k: v
        if k in ("programs", "examples", "organs", "offices")
        else set(v)
        if k != "authority_types"
        else tuple(v)
        for k, v in data.items()
    }


@cache
def programs() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in load_yaml("sanctions.yml")["programs"])
