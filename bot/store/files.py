"""Files that are whole or not there: written aside, flushed, moved into place. And what a disk refuses."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import BadStore, Fault, ReloadRunning

if sys.platform == "win32":
    import msvcrt

    def lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How a system says that somebody else holds a lock."""
_ERRNO = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
    errno.ENOTDIR: Fault.READ_ONLY,
    errno.EEXIST: Fault.READ_ONLY,
    errno.ENOENT: Fault.MISSING,
}
_SQLITE = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_IOERR: Fault.FULL,  # what a full disk under a memory map, or a quota, looks like
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}


def fault_of(error: BaseException | None) -> Fault | None:
    """What an error of the disk or of SQLite means to an operator; None where it is a fault of ours."""
    if isinstance(error, sqlite3.Error):
        # the low byte is the kind, the rest says more closely where
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0)
    return None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what a disk refuses into BadStore."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if fault := fault_of(error):
            raise BadStore(str(path), fault) from error
        raise


def write_whole(path: Path, data: bytes) -> None:
    """A file with this content, or the one that was there; never half of it. Raises BadStore."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        aside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
            sync_folder(path.parent)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Keeps everybody else out of this block, other processes too. Raises ReloadRunning where one is in it.

    The system lets go of the lock when a process ends, however it ends; the file stays.
    """
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    with file:
        try:
            lock(file.fileno())
        except OSError as error:
            if error.errno in TAKEN:
                raise ReloadRunning from None
            # a disk of the network that knows no locks: whoever uses one sees to it that nobody else does
        yield


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a loss of power, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
