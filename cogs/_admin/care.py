"""/admin reload, undo and status: the shared library, and how the bot is."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.app import Reload
from bot.errors import NotAllowed
from bot.store.state import audit, daily
from cogs._cards import admin as cards
from cogs._moderators import is_moderator
from cogs._reply import reply
from cogs._views import Interaction, Screen

PATIENCE = 600.0
"""Seconds that a question to a moderator stays open."""
LOG = 50


class Care(commands.Cog):
    @app_commands.command()
    @app_commands.describe(dry_run="Only show what would change")
    async def reload(self, interaction: Interaction, dry_run: bool = False) -> None:
        """Read packs and sources again from disk, and tell what is new, changed, gone or in error"""
        app = interaction.client.app
        await interaction.response.defer(ephemeral=True, thinking=True)
        reload = await app.prepare(cool=not dry_run)
        if cards.is_loss(reload.difference) and not dry_run:
            await reply(interaction, Confirm(reload).drawn())
        else:
            if not dry_run:
                await app.swap(reload, user_id=interaction.user.id)
            await reply(interaction, cards.reloaded(reload, swapped=not dry_run))

    @app_commands.command()
    async def status(self, interaction: Interaction) -> None:
        """Show how the bot is: library, latency, errors, and who changed what"""
        bot = interaction.client
        assert interaction.guild_id is not None
        async with bot.app.state.read() as tx:
            log = await audit.audit_log(tx, interaction.guild_id, limit=LOG)
            schedule = await daily.schedule_of(tx, interaction.guild_id)
        corpus = bot.app.corpus
        status = cards.Status(
            corpus.fingerprint, await corpus.counts(), bot.latency, bot.errors, log, schedule
        )
        await reply(interaction, cards.status(status), private=True)

    @app_commands.command()
    async def undo(self, interaction: Interaction) -> None:
        """Go back to the library before the last change"""
        assert interaction.guild_id is not None
        owner = await interaction.client.is_owner(interaction.user)
        app = interaction.client.app
        await app.undo_last(interaction.guild_id, user_id=interaction.user.id, owner=owner)
        done = cards.answered("The library before the last change is in use.")
        await reply(interaction, done, private=True)


class Confirm:
    """Asks before a reload that loses something. The new library waits in memory: a restart forgets it."""

    def __init__(self, reload: Reload) -> None:
        self.reload = reload

    def drawn(self) -> Screen:
        use = ui.Button[Any](label="Use the new library", style=discord.ButtonStyle.danger)
        leave = ui.Button[Any](label="Leave it as it is")
        use.callback = self.use  # type: ignore[method-assign]
        leave.callback = self.leave  # type: ignore[method-assign]
        screen = cards.asked(self.reload, [ui.ActionRow[Any](use, leave)])
        screen.timeout = PATIENCE
        return screen

    async def use(self, interaction: discord.Interaction[Any]) -> None:
        if not await is_moderator(interaction):
            raise NotAllowed
        await interaction.response.defer()
        await interaction.client.app.swap(self.reload, user_id=interaction.user.id)
        await reply(interaction, cards.reloaded(self.reload, swapped=True))

    async def leave(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=cards.answered("The library stays as it was."))
