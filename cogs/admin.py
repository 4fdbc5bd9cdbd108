"""/admin: what only moderators may do. Answers are private; who asks is checked again when a command runs."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from cogs._admin.care import Care
from cogs._admin.inbox import Reported, Suggested, Waiting
from cogs._admin.own import Own, Remove, Settle, Skip
from cogs._admin.server import Clear, Server
from cogs._moderators import is_moderator


@app_commands.default_permissions(manage_guild=True)
class Admin(
    Server, Own, Waiting, Care, commands.GroupCog, group_name="admin", group_description="For moderators"
):
    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return await is_moderator(interaction)


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Clear, Remove, Settle, Skip, Suggested, Reported)
    await bot.add_cog(Admin())
