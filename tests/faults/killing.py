"""Publishes and releases without end, is killed at random moments, and looks at what stands there.

A process of its own, which loads everything once and forks:
`python -m tests.faults.killing FOLDER KILLS SEED`.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from scripts.contract import load_contract
from scripts.publish import read_version
from scripts.publish import version as version_module
from scripts.publish.checksums import checksum_violations
from scripts.publish.equality import differences
from scripts.publish.release import release
from scripts.publish.snapshot import Snapshot
from scripts.publish.versions import publish_next, versions_in
from scripts.sealed import broken_seals, read_ledger
from tests.validate import sample


def content(number: int) -> Snapshot:
    tables = sample.tables()
    tables["statements"][0]["cue"] = f"said {number}"
    if number % 3 == 0:  # so that the number of the next version goes back and forth
        alias = {"name": f"Name {number}", "name_type": "alias"}
        tables["actor_names"].append(tables["actor_names"][0] | alias)
    return Snapshot(load_contract(), tables, {"number.txt": str(number).encode()})


# It takes three quarters of a build and writes nothing: without it, more kills hit what is written.
setattr(version_module, "frictionless_check", lambda folder: [])  # noqa: B010


def publish_for_ever(out: Path, number: int) -> None:
    while True:
        number += 1
        publish_next(content(number), out)
        if number % 2 == 0:
            release(out)


def check(out: Path) -> None:
    """Every version is whole, of one build and no mixture, and no seal is broken."""
    assert broken_seals(out) == []
    versions = versions_in(out)
    sealed = len(read_ledger(out))
    assert len(versions) - sealed <= 2, versions
    for version in versions[-3:]:
        folder = out / f"v{version}"
        assert checksum_violations(folder) == []
        assert differences(folder, load_contract()) == []
        tables = read_version(folder)
        number = (folder / "number.txt").read_text()
        assert [row["cue"] for row in tables["statements"]][:1] == [f"said {number}"]


def main(out: Path, kills: int, seed: int) -> None:
    moments = random.Random(seed)
    publish_next(content(0), out)
    begun = time.perf_counter()
    publish_next(content(1), out)
    pace = time.perf_counter() - begun  # a busy machine needs longer to get anywhere
    for kill in range(1, kills + 1):
        child = os.fork()
        if child == 0:
            publish_for_ever(out, kill * 1000)
        time.sleep(moments.uniform(0, 5 * pace))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "it ended by itself"
        check(out)
        publish_next(content(kill * 1000 + 998), out)  # the next build succeeds without help
        check(out)
        left = [path.name for path in out.iterdir() if path.name.startswith(".")]
        assert left == [], left
    assert len(read_ledger(out)) > 0, "killed before anything was written"
    print(kills)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
