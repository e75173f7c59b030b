"""A folder that appears whole or not at all, whatever happens in between: an error, a full disk, a kill.

What is new is written beside its target under a name of its own, brought to the disk, and exchanged with
what stood there in one step of the file system. The next build clears away what a killed one left.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from scripts.records import DataError

PARTIAL = ".partial"
REPLACED = ".replaced"


@contextmanager
def replacing(target: Path, *, held: bool = False) -> Iterator[Path]:
    """Yields an empty folder beside `target`, which takes its place when the block ends without an error.

    `held`: the caller already holds the parent (see `locked`).

    Raises `DataError` when another process is writing there, when `target` or its parent is no folder, and
    for every error of the file system inside the block; `target` is then as it was.
    """
    try:
        with nullcontext() if held else locked(target.parent):
            if target.is_symlink() or (target.exists() and not target.is_dir()):
                raise DataError(f"{target}: is not a folder; move it away or choose another place")
            partial = target.parent / f".{target.name}{PARTIAL}"
            partial.mkdir()
            try:
                yield partial
                _sync(partial)
                _put_in_place(partial, target)
                _sync_folder(target.parent)
            finally:
                shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise DataError(f"{target}: cannot be written ({error}); what was there is untouched") from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else writes in `folder` meanwhile, and what a killed build left there is gone.

    Raises `DataError` when another process is writing there. Holds the folder itself, so that no file of ours
    is left behind and a kill releases it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DataError(
                f"{folder}: another build is writing here; start again when it has ended"
            ) from error
        _clear_leftovers(folder)
        yield
    finally:
        os.close(handle)


def remove(folder: Path) -> None:
    """Takes a folder away in one step; its parent must be held (see `locked`)."""
    partial = folder.parent / f".{folder.name}{PARTIAL}"
    folder.rename(partial)
    shutil.rmtree(partial)


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all; its folder should be held (see `locked`)."""
    partial = path.parent / f".{path.name}{PARTIAL}"
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise DataError(f"{path}: cannot be written ({error}); what was there is untouched") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _clear_leftovers(folder: Path) -> None:
    for replaced in sorted(folder.glob(f".*{REPLACED}")):
        target = folder / replaced.name.removeprefix(".").removesuffix(REPLACED)
        if target.exists():
            shutil.rmtree(replaced)
        else:
            replaced.rename(target)
    for partial in sorted(folder.glob(f".*{PARTIAL}")):
        if partial.is_dir() and not partial.is_symlink():
            shutil.rmtree(partial)
        else:
            partial.unlink()


def _put_in_place(partial: Path, target: Path) -> None:
    if not target.exists():
        partial.rename(target)
    elif not _exchange(partial, target):
        # Where the file system cannot exchange, there is a moment without a target; the next build, finding
        # what was replaced and no target, puts it back.
        replaced = target.parent / f".{target.name}{REPLACED}"
        target.rename(replaced)
        partial.rename(target)
        shutil.rmtree(replaced)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two names in one step; false where the system has no such step."""
    libc = ctypes.CDLL(None, use_errno=True)
    here = -100 if sys.platform == "linux" else -2  # AT_FDCWD
    function, swap = ("renameat2", 2) if sys.platform == "linux" else ("renameatx_np", 2)
    if not hasattr(libc, function):
        return False
    if getattr(libc, function)(here, os.fsencode(one), here, os.fsencode(other), swap) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems do not sync folders; the files are on the disk by then.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
