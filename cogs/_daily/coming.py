"""The facts of the next days, and the menus by which moderators skip one or pin it to its day."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, Self
from zoneinfo import ZoneInfo

import discord
from discord import ui

from bot.app import App
from bot.daily.facts import facts, suggested
from bot.daily.plan import following
from bot.daily.poller import first_shown
from bot.errors import NoDaily, NotAllowed, Outdated
from bot.store.state import daily, suggestions
from cogs._cards import daily as cards
from cogs._moderators import is_moderator
from cogs._views import Interaction, Live, Screen, base36, leaf

AHEAD = 7


async def coming(app: App, guild: int) -> list[cards.Day]:
    """The next dates with what will be posted, if nothing changes until then. Raises NoDaily."""
    async with app.state.read() as tx:
        schedule = await daily.schedule_of(tx, guild)
        told, pins = await daily.times_told(tx, guild), await daily.pins(tx, guild)
        approved = await suggestions.suggestions(tx, guild, suggestions.APPROVED)
    if schedule is None:
        raise NoDaily
    library = app.library(guild)
    found = [*await facts(library), *suggested(approved)]
    day, at = schedule.next_date, schedule.next_at
    days = []
    for _ in range(AHEAD):
        shown = await first_shown(library, found, told, day, guild, pins.get(day))
        days.append(cards.Day(date.fromisoformat(day), at // 1000, shown, day in pins))
        if shown:
            told[shown.fact.id] = told.get(shown.fact.id, 0) + 1
        zone = ZoneInfo(schedule.zone)
        day, at = following(guild, schedule.minute, zone, after=at, since=date.fromisoformat(day))
    return days


async def preview(app: App, guild: int) -> Screen:
    days = await coming(app, guild)
    there = [day for day in days if day.shown]
    rows = [ui.ActionRow[Any](Skip.of(there)), ui.ActionRow[Any](Pin.of(there))] if there else []
    return cards.preview(days, rows)


class _Chosen(Live["ui.Select[Any]"], template=r"(?!)"):
    """A menu of the next days. An option's value is its date and a hash of the fact that was shown for it."""

    async def press(self, interaction: Interaction) -> None:
        if not await is_moderator(interaction):
            raise NotAllowed
        assert interaction.guild_id is not None
        app, guild = interaction.client.app, interaction.guild_id
        day = next((day for day in await coming(app, guild) if _value(day) == self.item.values[0]), None)
        if day is None:
            raise Outdated
        await self.settle(app, guild, day)
        await leaf(interaction, await preview(app, guild), base36(interaction.user.id))

    async def settle(self, app: App, guild: int, day: cards.Day) -> None:
        raise NotImplementedError


class Skip(_Chosen, template=r"daily-skip"):
    """Leaves a fact out until all others have been told."""

    @classmethod
    def of(cls, days: list[cards.Day]) -> Self:
        return cls(_menu("daily-skip", "Skip a fact", days), {})

    async def settle(self, app: App, guild: int, day: cards.Day) -> None:
        assert day.shown is not None
        async with app.state.write() as tx:
            await daily.pin_fact(tx, guild, day.day.isoformat(), None)
            await daily.skip_fact(tx, guild, day.shown.fact.id)


class Pin(_Chosen, template=r"daily-pin"):
    """Settles that a fact comes on its day, whatever is added until then; a pinned one is set free."""

    @classmethod
    def of(cls, days: list[cards.Day]) -> Self:
        return cls(_menu("daily-pin", "Pin a fact to its day, or unpin it", days), {})

    async def settle(self, app: App, guild: int, day: cards.Day) -> None:
        assert day.shown is not None
        fact = None if day.pinned else day.shown.fact.id
        async with app.state.write() as tx:
            await daily.pin_fact(tx, guild, day.day.isoformat(), fact)


def _menu(custom_id: str, placeholder: str, days: list[cards.Day]) -> ui.Select[Any]:
    options = []
    for day in days:
        name, words = cards.option(day)
        options.append(discord.SelectOption(label=name, description=words, value=_value(day)))
    return ui.Select[Any](custom_id=custom_id, placeholder=placeholder, options=options)


def _value(day: cards.Day) -> str:
    fact = day.shown.fact.id if day.shown else ""
    return f"{day.day.isoformat()}:{hashlib.sha256(fact.encode()).hexdigest()[:12]}"
