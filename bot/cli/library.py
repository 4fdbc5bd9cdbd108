"""Opens the library for the commands that only read: no state, no Discord, so that they start fast."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.config import Config
from bot.errors import EmptyLibrary
from bot.library.shelf import Library
from bot.store.corpus import open_current


@asynccontextmanager
async def open_library(config: Config) -> AsyncIterator[Library]:
    """What all servers can read. Raises EmptyLibrary where nothing was ever loaded."""
    corpus = await open_current(config.data_dir)
    if corpus is None:
        raise EmptyLibrary
    async with corpus:
        yield Library((corpus,), config.sources)
