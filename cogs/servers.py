"""Servers that come and go: a word of welcome, and an end to what was kept."""

from __future__ import annotations

import asyncio
import logging
import random
from typing import Any

import discord
from discord import ui
from discord.ext import commands

from bot.client import Colloquy
from bot.departed import DAY, forget_servers
from bot.library import quotes
from bot.library.receipts import receipt
from bot.store.state import servers
from cogs._cards import quotes as quote_cards
from cogs._cards import welcome as cards
from cogs._moderators import is_moderator
from cogs._passage import around
from cogs._reply import reply
from cogs._views import Interaction, Live

log = logging.getLogger(__name__)


class Servers(commands.Cog):
    def __init__(self, bot: Colloquy) -> None:
        self.bot = bot
        self._days: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        self._days = asyncio.create_task(self._day_after_day(), name="departed")

    async def cog_unload(self) -> None:
        if self._days is not None:
            self._days.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What happened while the bot was away was never told: it is seen by comparing."""
        await self._forget()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        async with self.bot.app.state.write() as tx:
            await servers.mark_back(tx, guild.id)
        channel = guild.system_channel
        if channel is None or not channel.permissions_for(guild.me).send_messages:
            return
        try:
            screen = cards.welcome(self.bot.commands_tree, [_first_steps()])
            # the nonce keeps two copies of the bot from greeting twice
            await channel.send(view=screen, nonce=f"hello-{guild.id}"[:25])
        except discord.HTTPException as error:
            log.warning("No welcome in server %d: %s", guild.id, error)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Removed, or the server is gone: an outage comes as another event."""
        app = self.bot.app
        async with app.state.write() as tx:
            await servers.mark_left(tx, guild.id, int(app.now() * 1000))

    async def _day_after_day(self) -> None:
        while True:
            await asyncio.sleep(DAY)
            await self._forget()

    async def _forget(self) -> None:
        app = self.bot.app
        try:
            present = [guild.id for guild in self.bot.guilds]
            for guild_id in await forget_servers(app.state, present, app.now()):
                await app.uploads.forget(guild_id)
        except Exception:
            log.exception("Servers that left were not looked after; it is tried again tomorrow")


class TryQuote(Live["ui.Button[Any]"], template=r"welcome:quote"):
    """A quote at random, for whoever presses."""

    async def press(self, interaction: Interaction) -> None:
        library = interaction.client.app.library(interaction.guild_id)
        found = await quotes.at_random(library, random.Random())
        shown = await receipt(library, found.passage)
        await reply(interaction, quote_cards.found(shown, rows=[around(shown)]), private=True)


class SetDaily(Live["ui.Button[Any]"], template=r"welcome:daily"):
    """How to set the daily fact."""

    async def press(self, interaction: Interaction) -> None:
        told = cards.daily(interaction.client.commands_tree, await is_moderator(interaction))
        await interaction.response.send_message(told, ephemeral=True)


def _first_steps() -> ui.ActionRow[Any]:
    return ui.ActionRow(
        TryQuote(ui.Button(label="Try a quote", custom_id="welcome:quote"), {}),
        SetDaily(ui.Button(label="Set the daily fact", custom_id="welcome:daily"), {}),
    )


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(TryQuote, SetDaily)
    await bot.add_cog(Servers(bot))
