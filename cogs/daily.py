"""/daily: one fact a day in a channel. The posts themselves are sent by `bot.daily.poller`."""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.daily import zones
from bot.daily.plan import following
from bot.daily.poller import Poller
from bot.errors import NoDaily, NotATime
from bot.store.state import audit, daily
from bot.store.state.audit import AuditEntry
from bot.store.state.daily import Schedule
from cogs._admin.permissions import DAILY, DISCUSSIONS, insist
from cogs._cards import daily as cards
from cogs._cards.markup import label
from cogs._daily.channels import Channels
from cogs._daily.coming import Pin, Skip, preview
from cogs._moderators import is_moderator
from cogs._reply import reply
from cogs._views import Interaction

PAST = 7

_TIME = re.compile(r"\s*([01]?\d|2[0-3])[:.h]([0-5]\d)\s*")

log = logging.getLogger(__name__)


@app_commands.default_permissions(manage_guild=True)
class Daily(commands.GroupCog, group_name="daily", group_description="One fact a day (for moderators)"):
    def __init__(self, bot: Colloquy) -> None:
        self.bot = bot
        self.poller = Poller(bot.app.state, bot.app.library, Channels(bot), bot.app.now)
        self._polling: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        self._polling = asyncio.create_task(self._poll(), name="daily")

    async def cog_unload(self) -> None:
        if self._polling is not None:
            self._polling.cancel()
            with suppress(asyncio.CancelledError):
                await self._polling

    async def _poll(self) -> None:
        await self.bot.wait_until_ready()
        await self.poller.run()

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return await is_moderator(interaction)

    @app_commands.command()
    @app_commands.describe(
        channel="Where it is posted",
        time="When, by the clock of the time zone: 09:00",
        timezone="Your time zone: type a city",
        thread="Whether a thread to discuss it opens with each post",
    )
    async def set(
        self,
        interaction: Interaction,
        channel: discord.TextChannel,
        time: app_commands.Range[str, 3, 10],
        timezone: app_commands.Range[str, 1, 100],
        thread: bool = False,
    ) -> None:
        """Post one fact a day in a channel, at a time of your choice"""
        minute, zone = minute_of(time), zones.resolve(timezone)
        insist(channel, DAILY)
        if thread:
            insist(channel, DISCUSSIONS)
        assert interaction.guild_id is not None
        schedule = await self._write(interaction, channel.id, minute, zone, thread)
        await reply(interaction, cards.changed(schedule), private=True)

    @set.autocomplete("timezone")
    async def _zones(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = zones.suggest(typed, datetime.fromtimestamp(self.bot.app.now(), UTC))
        return [
            app_commands.Choice(name=label(f"{zone.name} ({zone.offset})", 100), value=zone.name)
            for zone in found
        ]

    @app_commands.command()
    async def off(self, interaction: Interaction) -> None:
        """Stop the daily post"""
        assert interaction.guild_id is not None
        async with self.bot.app.state.write() as tx:
            if not await daily.delete_schedule(tx, interaction.guild_id):
                raise NoDaily
            await audit.add_audit_entry(tx, self._entry(interaction, "daily off", None))
        await reply(interaction, cards.off(), private=True)

    @app_commands.command()
    async def status(self, interaction: Interaction) -> None:
        """Show when the next fact is posted, and what became of the last ones"""
        assert interaction.guild_id is not None
        async with self.bot.app.state.read() as tx:
            schedule = await daily.schedule_of(tx, interaction.guild_id)
            last = await daily.last_posts(tx, interaction.guild_id, limit=PAST)
        looked = int(self.poller.looked) if self.poller.looked else None
        await reply(interaction, cards.status(schedule, last, looked), private=True)

    @app_commands.command()
    async def preview(self, interaction: Interaction) -> None:
        """Show the facts of the next seven days"""
        assert interaction.guild_id is not None
        await reply(interaction, await preview(self.bot.app, interaction.guild_id), private=True)

    async def _write(
        self, interaction: Interaction, channel: int, minute: int, zone: str, thread: bool
    ) -> Schedule:
        """A date that has had its post keeps it: the new time counts from the next one on."""
        guild = interaction.guild_id
        assert guild is not None
        async with self.bot.app.state.write() as tx:
            last = await daily.last_posts(tx, guild, limit=1)
            since = date.fromisoformat(last[0].date) if last else None
            now = int(self.bot.app.now() * 1000)
            day, at = following(guild, minute, ZoneInfo(zone), after=now, since=since)
            schedule = Schedule(guild, channel, minute, zone, int(thread), day, at)
            before = await daily.schedule_of(tx, guild)
            await daily.put_schedule(tx, schedule)
            entry = self._entry(interaction, "daily set", _in_short(before), _in_short(schedule))
            await audit.add_audit_entry(tx, entry)
        return schedule

    def _entry(
        self, interaction: Interaction, action: str, before: str | None, after: str | None = None
    ) -> AuditEntry:
        at = int(self.bot.app.now() * 1000)
        return AuditEntry(at, interaction.guild_id, interaction.user.id, action, before=before, after=after)


def minute_of(text: str) -> int:
    """Minutes from midnight of "9:00", "09:00", "21.30". Raises NotATime."""
    found = _TIME.fullmatch(text)
    if not found:
        raise NotATime(text)
    return int(found[1]) * 60 + int(found[2])


def _in_short(schedule: Schedule | None) -> str | None:
    if schedule is None:
        return None
    return f"{cards.clock(schedule.minute)} {schedule.zone} in {schedule.channel}"


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Skip, Pin)
    await bot.add_cog(Daily(bot))
