"""/privacy: what is stored on whoever asks, as a list, as a file, or no longer."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.store.state import people
from bot.store.state.people import Held
from cogs._cards import privacy as cards
from cogs._reply import reply
from cogs._views import Interaction


@app_commands.allowed_contexts(guilds=True, dms=True)
class Privacy(commands.GroupCog, group_name="privacy", group_description="What is stored on you"):
    @app_commands.command()
    async def show(self, interaction: Interaction) -> None:
        """Show what is stored on you"""
        await reply(interaction, cards.held(await _held(interaction)), private=True)

    @app_commands.command()
    async def export(self, interaction: Interaction) -> None:
        """Get all that is stored on you as a file"""
        found = await _held(interaction)
        await interaction.response.send_message(cards.exported(found), files=_files(found), ephemeral=True)

    @app_commands.command()
    async def delete(self, interaction: Interaction) -> None:
        """Erase all that is stored on you, in every server, and get a last copy"""
        async with interaction.client.app.state.write() as tx:
            found = await people.held_on(tx, interaction.user.id)
            await people.erase(tx, interaction.user.id)
        await interaction.response.send_message(cards.erased(found), files=_files(found), ephemeral=True)


async def _held(interaction: Interaction) -> list[Held]:
    async with interaction.client.app.state.read() as tx:
        return await people.held_on(tx, interaction.user.id)


def _files(found: Sequence[Held]) -> list[discord.File]:
    if not found:
        return []
    text = json.dumps({one.what: one.rows for one in found}, indent=2, ensure_ascii=False)
    return [discord.File(io.BytesIO(text.encode()), "colloquy-privacy.json")]


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Privacy())
