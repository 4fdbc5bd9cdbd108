"""Backups of the state: whole copies, made while the bot writes, and the way back."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from bot.errors import BadStore, Exists, Fault
from bot.store.files import fault_of, sync_folder, writing
from bot.store.state import sqlite
from bot.store.state.migrate import revisions

KEPT_DAYS = 7


def back_up(state: Path, to: Path) -> Path:
    """A whole copy of the state as it is at this moment, whoever writes to it meanwhile; returns its path.

    Raises BadStore on a bad disk, Exists where there is such a file already.
    """
    if not state.is_file():
        raise BadStore(str(state), Fault.MISSING)
    if to.exists():
        raise Exists(str(to))
    with writing(to), _aside(to) as aside:
        # the copy of a database in use must go through SQLite: its newest pages stand in the log beside it
        with closing(sqlite3.connect(state, timeout=sqlite.BUSY_MS / 1000)) as connection:
            connection.execute("VACUUM INTO ?", (str(aside),))
        check(aside)
        aside.replace(to)
        sync_folder(to.parent)
    return to


def restore(backup: Path, state: Path) -> Path | None:
    """Puts a backup in the place of the state; returns where the old one was put, if there was one.

    Raises BadStore where the backup is none of ours, or is damaged, or the state is in use.
    """
    check(backup)
    old = state.with_name(f"{state.name}.replaced")
    with writing(state), _aside(state) as aside:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(aside),))
        there = state.exists()
        if there:
            _claim(state)
            _keep(state, old)
        aside.replace(state)
        sync_folder(state.parent)
    return old if there else None


def check(path: Path) -> None:
    """Raises BadStore where a file is no whole state that this version can use; changes nothing."""
    if not path.is_file():
        raise BadStore(str(path), Fault.MISSING)
    with (
        writing(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        sqlite.check(path, connection)
        found = connection.execute("SELECT name FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
        if found is None:
            raise BadStore(str(path), Fault.FOREIGN)
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision not in revisions():
            raise BadStore(str(path), Fault.FUTURE)


def back_up_daily(state: Path, folder: Path, today: date) -> Path | None:
    """The day's backup, where there is none yet; those of more than a week ago go."""
    for old in folder.glob("state-*.db"):
        if old.name < _name(today - timedelta(days=KEPT_DAYS - 1)):
            old.unlink(missing_ok=True)
    to = folder / _name(today)
    return None if to.exists() else back_up(state, to)


def _name(day: date) -> str:
    return f"state-{day.isoformat()}.db"


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """The name of a file that does not exist yet, beside `path`; whatever stands there at the end goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield folder / path.name
    finally:
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()


def _claim(state: Path) -> None:
    """Folds the log into the file, which nobody else must have open. Raises BadStore where somebody has."""
    try:
        with closing(sqlite3.connect(state, timeout=0.2)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if fault_of(error) is not Fault.DAMAGED:
            raise


def _keep(state: Path, old: Path) -> None:
    """Gives the old file a second name first, so that there is a state at every moment."""
    old.unlink(missing_ok=True)
    os.link(state, old)
    for ending in ("-wal", "-shm"):
        state.with_name(state.name + ending).unlink(missing_ok=True)
