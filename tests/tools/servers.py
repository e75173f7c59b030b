"""Programs that serve while a test looks at them; each ends with its block."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST = 60  # seconds until a server must answer


@dataclass(frozen=True)
class Postgres:
    """A server on a socket of its own, in nobody's way."""

    psql: str
    socket: Path

    def run(self, *arguments: str, cwd: Path | None = None, check: bool = True) -> str:
        """What psql prints. Raises `CalledProcessError` with its complaint, if `check`."""
        command = [self.psql, "-X", "-q", "-A", "-t", "-h", str(self.socket), "-U", "postgres", *arguments]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=LONGEST)
        if check and done.returncode != 0:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        return done.stdout if done.returncode == 0 else done.stderr

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Rows of a query as JSON carries them: days as text."""
        text = self.run("-c", f"SELECT coalesce(json_agg(found), '[]') FROM ({query}) AS found")
        rows: list[dict[str, Any]] = json.loads(text)
        return rows


@contextmanager
def postgres(initdb: str, pg_ctl: str, psql: str) -> Iterator[Postgres]:
    """A fresh cluster; as root it runs as the user `postgres`, because it refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: the path of a socket may have 107 bytes
    demoted: dict[str, Any] = {"user": "postgres"} if os.geteuid() == 0 else {}
    if demoted:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=LONGEST, **demoted)

    data = str(folder / "data")
    try:
        run(
            initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        run(
            pg_ctl,
            "-w",
            "-D",
            data,
            "-l",
            str(folder / "log"),
            "-o",
            f"-k {folder} -c listen_addresses=''",
            "start",
        )
        try:
            yield Postgres(psql, folder)
        finally:
            run(pg_ctl, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def serving(command: Sequence[str]) -> Iterator[str]:
    """Runs a web server; `{port}` in the command becomes a free port. Yields its address on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen([part.format(port=port) for part in command], stdout=log, stderr=log)
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=LONGEST)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if server.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.2)
