"""/admin inbox: suggested facts, reported questions, a paused post, and what lost its passage."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from discord import app_commands, ui
from discord.ext import commands

from bot.app import App
from bot.errors import NotAllowed
from bot.quiz.asked import loads
from bot.store.state import Tx, audit, daily, reports, suggestions
from bot.store.state.audit import AuditEntry
from cogs._cards import inbox as cards
from cogs._cards.inbox import Inbox
from cogs._marks import marks
from cogs._moderators import is_moderator
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen, base36


class Waiting(commands.Cog):
    @app_commands.command()
    async def inbox(self, interaction: Interaction) -> None:
        """Show what waits for moderators: suggested facts, reported questions, what lost its passage"""
        await reply(interaction, await _screen(interaction), private=True)


class Suggested(Live["ui.Button[Any]"], template=r"inbox-fact:(?P<id>[0-9a-z]{1,13}):(?P<word>yes|no)"):
    """A word on a suggested fact: it becomes one, or not."""

    async def press(self, interaction: Interaction) -> None:
        id, approved = int(self.state["id"], 36), self.state["word"] == "yes"

        async def decide(tx: Tx, guild_id: int) -> bool:
            return await suggestions.decide(tx, guild_id, id, approved=approved)

        await _decide(interaction, decide, "suggested fact", str(id), "approved" if approved else "refused")


class Reported(Live["ui.Button[Any]"], template=r"inbox-question:(?P<mark>[0-9a-f]{8}):(?P<word>yes|no)"):
    """A word on a reported question: it is never asked again, or it is sound."""

    async def press(self, interaction: Interaction) -> None:
        retired = self.state["word"] == "yes"

        async def decide(tx: Tx, guild_id: int) -> bool:
            waiting = await reports.waiting(tx, guild_id)
            found = [one.identity for one in waiting if marks(one.identity) == self.state["mark"]]
            for identity in found:
                await (reports.retire if retired else reports.release)(tx, guild_id, identity)
            return bool(found)

        word = "retired" if retired else "asked again"
        await _decide(interaction, decide, "reported question", self.state["mark"], word)


async def _decide(
    interaction: Interaction,
    decide: Callable[[Tx, int], Awaitable[bool]],
    action: str,
    subject: str,
    word: str,
) -> None:
    """Does it and writes it into the audit log at once; then the next thing that waits is shown."""
    if not await is_moderator(interaction):
        raise NotAllowed
    app, guild_id = interaction.client.app, _server(interaction)
    entry = AuditEntry(int(app.now() * 1000), guild_id, interaction.user.id, action, subject, after=word)
    async with app.state.write() as tx:
        if await decide(tx, guild_id):
            await audit.add_audit_entry(tx, entry)
    await interaction.response.edit_message(view=await _screen(interaction))


async def _screen(interaction: Interaction) -> Screen:
    waiting = await _waiting(interaction.client.app, _server(interaction))
    rows = []
    if waiting.suggestions:
        id = f"inbox-fact:{base36(waiting.suggestions[0].id)}"
        rows.append(_row(Suggested, id, "Take the fact", "Refuse it"))
    if waiting.reports:
        id = f"inbox-question:{marks(waiting.reports[0][0].identity)}"
        rows.append(_row(Reported, id, "Retire the question", "It is sound"))
    return cards.inbox(waiting, rows)


async def _waiting(app: App, guild_id: int) -> Inbox:
    async with app.state.read() as tx:
        proposed = await suggestions.suggestions(tx, guild_id)
        reported = await reports.waiting(tx, guild_id)
        schedule = await daily.schedule_of(tx, guild_id)
    settled = [key for key, _ in app.uploads.holdings(guild_id).settled]
    there = await app.library(guild_id).passages(settled)
    return Inbox(
        proposed,
        [(one, loads(one.snapshot)) for one in reported],
        schedule,
        [key for key in settled if key not in there],
    )


def _row(kind: type[Live[Any]], id: str, yes: str, no: str) -> ui.ActionRow[Any]:
    return ui.ActionRow(
        kind(ui.Button(label=yes, custom_id=f"{id}:yes"), {}),
        kind(ui.Button(label=no, custom_id=f"{id}:no"), {}),
    )


def _server(interaction: Interaction) -> int:
    assert interaction.guild_id is not None
    return interaction.guild_id
