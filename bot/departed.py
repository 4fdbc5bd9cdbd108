"""Servers that removed the bot: what was kept for them is erased after a while, unless they ask it back."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from bot.store.state import State, servers

DAY = 86_400
KEPT_DAYS = 30

log = logging.getLogger(__name__)


async def forget_servers(state: State, present: Iterable[int], now: float) -> list[int]:
    """Erases what is kept for servers that have been without the bot for 30 days; returns their ids.

    `present`: the servers that the bot is in. `now`: seconds since 1970.
    """
    async with state.write() as tx:
        await servers.compare(tx, present, int(now * 1000))
        gone = await servers.left_before(tx, int((now - KEPT_DAYS * DAY) * 1000))
        for guild_id in gone:
            await servers.purge(tx, guild_id)
    if gone:
        log.info("Erased what was kept for %d servers that removed the bot", len(gone))
    return gone
