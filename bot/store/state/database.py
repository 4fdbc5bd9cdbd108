"""The state, open: scores, rounds, cards, schedules, settings. One writer; readers never wait for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import BadStore
from bot.store.files import fault_of
from bot.store.state import migrate, sqlite

Tx = AsyncConnection
"""A transaction: what every statement function of this folder takes first."""

READERS = 2
SQLITE = "sqlite+aiosqlite:///"

log = logging.getLogger(__name__)


class State:
    """Every write is one transaction that is on the disk when its block ends, or has never been.

    No network call belongs inside a block: the next writer waits for it.
    """

    def __init__(self, path: Path, writer: AsyncEngine, readers: AsyncEngine) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers

    @classmethod
    async def open(cls, url: str) -> Self:
        """Raises BadStore on a file that is damaged, foreign, of a newer version, or not to be written."""
        path = Path(url.removeprefix(SQLITE))
        if await asyncio.to_thread(sqlite.prepare, path):
            log.warning("%s is new: nothing was there", path)
        state = cls(
            path,
            # one connection: the pool is the queue of writers, first come, first served
            sqlite.engine(url, begin="BEGIN IMMEDIATE", connections=1),
            sqlite.engine(url, begin="BEGIN", connections=READERS),
        )
        try:
            async with state.write() as tx:
                await tx.run_sync(migrate.upgrade, str(path))
        except BaseException:
            await state.close()
            raise
        return state

    async def close(self) -> None:
        """A connection left open would keep the process from ending."""
        await self._readers.dispose()
        await self._writer.dispose()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._transaction(self._writer) as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """All reads in one block see one moment."""
        async with self._transaction(self._readers) as tx:
            yield tx

    @asynccontextmanager
    async def _transaction(self, engine: AsyncEngine) -> AsyncIterator[Tx]:
        try:
            async with engine.begin() as tx:
                yield tx
        except DBAPIError as error:
            if fault := fault_of(error.orig):
                raise BadStore(str(self.path), fault) from error
            raise

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
