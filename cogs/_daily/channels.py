"""Discord, as the poller of daily posts needs it: send one, find one again, tell the moderators."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import discord
from discord import ui

from bot.client import Colloquy
from bot.daily.poller import RefusedError, Shown
from bot.store.state.daily import Post
from cogs._cards import daily as cards
from cogs._cards.limits import check
from cogs._notices import tell_moderators

SEARCHED = 1_000
"""Messages after a post's first try that are looked through for it."""
MINUTE = 60_000


class Channels:
    """The poller's outlet."""

    def __init__(self, bot: Colloquy) -> None:
        self.bot = bot

    async def send(self, post: Post, shown: Shown, nonce: str) -> int:
        day = date.fromisoformat(post.date)
        screen = cards.post(shown, day, [ui.ActionRow[Any](marker(post.date))])
        check(screen)
        try:
            message = await self._channel(post).send(view=screen, nonce=nonce)
        except (discord.Forbidden, discord.NotFound) as error:
            raise RefusedError(_because(error, post.channel)) from error
        if post.thread:
            await _open_thread(message, cards.thread_name(shown, day))
        return message.id

    async def find(self, post: Post) -> int | None:
        assert post.tried is not None and self.bot.user is not None
        since = datetime.fromtimestamp((post.tried - MINUTE) / 1000, UTC)
        seen = 0
        try:
            async for message in self._channel(post).history(after=since, limit=SEARCHED, oldest_first=True):
                seen += 1
                if message.author.id == self.bot.user.id and mark_of(post.date) in set(
                    _ids(message.components)
                ):
                    return message.id
        except (discord.Forbidden, discord.NotFound) as error:
            raise RefusedError(_because(error, post.channel)) from error
        if seen == SEARCHED:
            raise RefusedError("too much has been written since to find it")
        return None

    async def tell(self, guild: int, channel: int, reason: str) -> None:
        """In the moderators' channel, where `/admin setup` has named one; `/daily status` shows it anyway."""
        await tell_moderators(self.bot, guild, cards.paused(channel, reason))

    def _channel(self, post: Post) -> discord.PartialMessageable:
        return self.bot.get_partial_messageable(post.channel, guild_id=post.guild)


async def _open_thread(message: discord.Message, name: str) -> None:
    try:
        await message.create_thread(name=name)
    except discord.HTTPException:
        return  # the post is out; a thread is a courtesy


def mark_of(day: str) -> str:
    """The custom id by which a date's post is known again in the channel's history."""
    return f"suggest:{day}"


def marker(day: str) -> ui.Button[Any]:
    return ui.Button(label="Suggest a fact", custom_id=mark_of(day))


def _ids(components: Any) -> Iterator[str]:
    for component in components:
        if custom_id := getattr(component, "custom_id", None):
            yield custom_id
        yield from _ids(getattr(component, "children", ()))


def _because(error: discord.HTTPException, channel: int) -> str:
    if isinstance(error, discord.NotFound):
        return "the channel is gone"
    return "I may not post there (View Channel, Send Messages)"
