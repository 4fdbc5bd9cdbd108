"""/quiz: rounds, the leaderboard, one's own record."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.quiz.modes import MIXED, MODES
from bot.store.state import scores
from bot.store.state.scores import Score
from cogs._cards import quiz as cards
from cogs._options import DocumentOption, TopicOption
from cogs._reply import reply
from cogs._rounds import LIVE, Rounds
from cogs._views import Interaction

DAY = 24 * 60 * 60_000
PERIODS = {"week": 7 * DAY, "month": 30 * DAY, "all": None}
HEADINGS = {"week": "The last 7 days", "month": "The last 30 days", "all": "All time"}
CHOICES = [app_commands.Choice(name=name, value=name) for name in (MIXED, *MODES)]
DEFAULT = MIXED


class Quiz(commands.GroupCog, name="quiz"):
    """Rounds on who said and argued what"""

    def __init__(self, bot: Colloquy) -> None:
        super().__init__()
        self.rounds = Rounds(bot)

    async def cog_unload(self) -> None:
        self.rounds.close()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        await self.rounds.take_up()

    @app_commands.command()
    @app_commands.choices(mode=CHOICES)
    @app_commands.describe(
        mode="What is asked; mixed takes turns",
        questions="How many questions: 1 to 50",
        seconds="How long each question stays open: 5 to 120",
        document="Only on this document",
        topic="Only on this topic",
    )
    async def start(
        self,
        interaction: Interaction,
        mode: str = DEFAULT,
        questions: app_commands.Range[int, 1, 50] = 10,
        seconds: app_commands.Range[int, 5, 120] = 20,
        document: DocumentOption | None = None,
        topic: TopicOption | None = None,
    ) -> None:
        """Begin a round in this channel: everybody answers with buttons"""
        round = await self.rounds.start(
            interaction, mode=mode, questions=questions, seconds=seconds, document=document, topic=topic
        )
        await interaction.response.send_message(cards.started(round, questions), ephemeral=True)

    @app_commands.command()
    async def stop(self, interaction: Interaction) -> None:
        """End the round in this channel with the scores so far"""
        await self.rounds.stop(interaction)
        await interaction.response.send_message("Stopped. The table follows.", ephemeral=True)

    @app_commands.command()
    @app_commands.choices(mode=CHOICES)
    @app_commands.describe(period="Since when", mode="Only questions of this mode, or mixed rounds")
    async def leaderboard(
        self,
        interaction: Interaction,
        period: Literal["week", "month", "all"] = "all",
        mode: str | None = None,
    ) -> None:
        """Show who has the most points in this server"""
        since = _since(period, discord.utils.utcnow().timestamp())
        async with interaction.client.app.state.read() as tx:
            found = await scores.leaderboard(tx, interaction.guild_id or 0, since=since, mode=mode)
        await reply(interaction, cards.leaderboard(found, " · ".join(filter(None, (HEADINGS[period], mode)))))

    @app_commands.command()
    @app_commands.describe(member="Somebody else; of others you see only what the leaderboard shows")
    async def stats(self, interaction: Interaction, member: discord.Member | None = None) -> None:
        """Show how well you know which modes, documents and speakers"""
        if member is None or member.id == interaction.user.id:
            await reply(interaction, cards.record("Your record", await _record(interaction)), private=True)
            return
        async with interaction.client.app.state.read() as tx:
            found = await scores.leaderboard(tx, interaction.guild_id or 0, player=member.id)
        await reply(interaction, cards.standing(member.id, found), private=True)


async def _record(interaction: Interaction) -> dict[str, list[tuple[str, Score]]]:
    """One's own answers by mode, document and speaker, under the names that these have here."""
    library = interaction.client.app.library(interaction.guild_id)
    titles = {document.id: document.title for document in await library.documents()}
    names = {speaker.id: speaker.name for speaker in await library.speakers()}
    found: dict[str, list[tuple[str, Score]]] = {}
    async with interaction.client.app.state.read() as tx:
        for by, known in (("mode", {}), ("document", titles), ("speaker", names)):
            rows = await scores.record(tx, interaction.guild_id or 0, interaction.user.id, by)
            found[f"By {by}"] = [(known.get(of, of), row) for row in rows if isinstance(of := row.of, str)]
    return found


def _since(period: str, now: float) -> int:
    length = PERIODS[period]
    return 0 if length is None else int(now * 1000) - length


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(*LIVE)
    await bot.add_cog(Quiz(bot))
