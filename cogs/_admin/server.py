"""/admin setup and doctor: who else is a moderator, where notices go, and what Discord does not allow yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.errors import NotAllowed
from bot.store.state import State, daily, settings
from bot.store.state.settings import ServerSettings
from cogs._admin.permissions import DAILY, DISCUSSIONS, NOTICES, ROUNDS, Gap, Place, gap, insist
from cogs._cards import server as cards
from cogs._reply import reply
from cogs._views import Interaction, Live


class Server(commands.Cog):
    @app_commands.command()
    @app_commands.describe(
        role="Who has it is a moderator too",
        channel="Where notices to moderators go: suggestions, reports, paused posts",
    )
    async def setup(
        self,
        interaction: Interaction,
        role: discord.Role | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        """Choose who else is a moderator and where notices go; without options, show what is chosen"""
        _manages(interaction)
        if channel:
            insist(channel, NOTICES)
        chosen = await _change(
            interaction,
            lambda before: replace(
                before,
                moderator_role_id=role.id if role else before.moderator_role_id,
                notice_channel_id=channel.id if channel else before.notice_channel_id,
            ),
        )
        await reply(interaction, cards.settings(chosen, _clearing(chosen)), private=True)

    @app_commands.command()
    async def doctor(self, interaction: Interaction) -> None:
        """Show which permissions I lack where, and how to give them"""
        assert interaction.guild is not None
        gaps = list(await _gaps(interaction.client.app.state, interaction.guild, interaction.channel))
        await reply(interaction, cards.gaps(gaps), private=True)


WITHOUT: dict[str, Callable[[ServerSettings], ServerSettings]] = {
    "role": lambda before: replace(before, moderator_role_id=None),
    "channel": lambda before: replace(before, notice_channel_id=None),
}


class Clear(Live["ui.Button[Any]"], template=r"setup-clear:(?P<what>role|channel)"):
    """Takes back a choice of /admin setup."""

    async def press(self, interaction: Interaction) -> None:
        _manages(interaction)
        chosen = await _change(interaction, WITHOUT[self.state["what"]])
        await interaction.response.edit_message(view=cards.settings(chosen, _clearing(chosen)))


def _clearing(chosen: ServerSettings) -> list[ui.ActionRow[Any]]:
    wanted = {"role": chosen.moderator_role_id, "channel": chosen.notice_channel_id}
    buttons = [
        Clear(ui.Button(label=f"No {what}", custom_id=f"setup-clear:{what}"), {})
        for what, id in wanted.items()
        if id is not None
    ]
    return [ui.ActionRow[Any](*buttons)] if buttons else []


async def _change(
    interaction: Interaction, change: Callable[[ServerSettings], ServerSettings]
) -> ServerSettings:
    """What is chosen after the change."""
    assert interaction.guild_id is not None
    app = interaction.client.app
    async with app.state.write() as tx:
        before = await settings.server_settings(tx, interaction.guild_id)
        chosen = change(before)
        await settings.change_server(tx, chosen, user_id=interaction.user.id, at=int(app.now() * 1000))
    return chosen


def _manages(interaction: Interaction) -> None:
    """Moderators by role may not choose who else is one."""
    if not interaction.permissions.manage_guild:
        raise NotAllowed


async def _gaps(state: State, guild: discord.Guild, here: object) -> Iterator[Gap]:
    async with state.read() as tx:
        chosen = await settings.server_settings(tx, guild.id)
        schedule = await daily.schedule_of(tx, guild.id)
    wanted = [(here, ROUNDS)] if isinstance(here, Place) else []
    if notices := guild.get_channel(chosen.notice_channel_id or 0):
        wanted.append((notices, NOTICES))
    if schedule and (posts := guild.get_channel_or_thread(schedule.channel)):
        wanted.append((posts, DAILY))
        wanted += [(posts, DISCUSSIONS)] if schedule.thread else []
    return (gap(channel, need) for channel, need in wanted)
