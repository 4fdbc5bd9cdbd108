"""SQLite under the state: how a connection behaves, and what a file must be before it is used."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import BadStore, Fault
from bot.store.files import writing

APPLICATION = 0x436F6C53  # "ColS", in the file's header: this is a state of ours
BUSY_MS = 10_000  # another process may hold the file while it saves; longer is a fault


def engine(url: str, *, begin: str, connections: int) -> AsyncEngine:
    """An engine whose transactions open with `begin`, the statement."""
    made = create_async_engine(url, pool_size=connections, max_overflow=0, pool_timeout=None)
    core = made.sync_engine

    @event.listens_for(core, "connect")
    def configure(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are ours to open, not the driver's
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            f"busy_timeout = {BUSY_MS}",
            "foreign_keys = ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(core, "begin")
    def open_transaction(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return made


def prepare(path: Path) -> bool:
    """Makes sure that a file is there, ours, whole and writable; says whether it is new. Raises BadStore.

    Call it off the event loop: it reads the whole file once.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        try:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            if pages:
                check(path, connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("COMMIT")
            return bool(pages == 0)
        finally:
            connection.close()


def check(path: Path, connection: sqlite3.Connection) -> None:
    """Raises BadStore where an open file is another program's, or damaged."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() != (0,)
    if application != APPLICATION and (tables or application):
        raise BadStore(str(path), Fault.FOREIGN)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise BadStore(str(path), Fault.DAMAGED)
