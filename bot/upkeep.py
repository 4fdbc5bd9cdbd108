"""What is done each night: a backup of the state, and the end of what was kept for servers long gone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.store.state import State, servers
from bot.store.state.backup import back_up_daily

DAY = 86_400
KEPT_DAYS = 30
"""Days for which a server's settings and scores are kept after it has removed the bot."""

log = logging.getLogger(__name__)


async def keep_up(state: State, backups: Path, present: Iterable[int], now: float) -> None:
    """Once a night is enough; more often does no harm.

    `present`: the servers that the bot is in. `now`: seconds since 1970. Raises BadStore on a bad disk.
    """
    today = datetime.fromtimestamp(now, UTC).date()
    if made := await asyncio.to_thread(back_up_daily, state.path, backups, today):
        log.info("Backed up to %s", made)
    await forget_servers(state, present, now)


async def forget_servers(state: State, present: Iterable[int], now: float) -> list[int]:
    """Erases what is kept for servers that have been without the bot for 30 days; returns their ids."""
    async with state.write() as tx:
        await servers.compare(tx, present, int(now * 1000))
        gone = await servers.left_before(tx, int((now - KEPT_DAYS * DAY) * 1000))
        for guild_id in gone:
            await servers.purge(tx, guild_id)
    if gone:
        log.info("Erased what was kept for %d servers that removed the bot", len(gone))
    return gone
