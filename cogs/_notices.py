"""Notices to a server's moderators, in the channel that `/admin setup` names."""

from __future__ import annotations

import logging

import discord

from bot.client import Colloquy
from bot.store.state import settings
from cogs._cards.limits import check
from cogs._views import Screen

log = logging.getLogger(__name__)


async def tell_moderators(bot: Colloquy, guild: int, notice: Screen) -> None:
    """Nothing happens where no channel is named, or where the bot may not write in it: the inbox has it too."""
    check(notice)
    async with bot.app.state.read() as tx:
        found = await settings.server_settings(tx, guild)
    if found.notice_channel_id is None:
        return
    try:
        await bot.get_partial_messageable(found.notice_channel_id, guild_id=guild).send(view=notice)
    except discord.HTTPException as error:
        log.warning("No notice to the moderators of server %d: %s", guild, error)
