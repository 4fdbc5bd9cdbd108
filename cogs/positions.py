"""/positions: who argues what on a topic."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.errors import Outdated
from bot.library.positions import positions
from bot.library.shelf import Library
from cogs._cards import positions as cards
from cogs._marks import marked, marks
from cogs._options import SpeakerOption, TopicOption
from cogs._reply import reply
from cogs._views import Interaction, Screen, pages, turns


class Stances(commands.Cog):
    @app_commands.command(name="positions")
    @app_commands.describe(
        topic="What it is about",
        speaker="What this speaker argues",
        versus="Beside what this one argues",
    )
    async def positions(
        self,
        interaction: Interaction,
        topic: TopicOption,
        speaker: SpeakerOption | None = None,
        versus: SpeakerOption | None = None,
    ) -> None:
        """See who argued what on a topic, and where two speakers agree"""
        library = interaction.client.app.library(interaction.guild_id)
        await reply(interaction, await _page(library, topic, speaker, versus, 0, interaction.user.id))


@pages("positions")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    topic, speaker, versus = await marked(library, ("topic", "speaker", "speaker"), state)
    if topic is None:
        raise Outdated
    return await _page(library, topic, speaker, versus, page, owner)


async def _page(
    library: Library, topic: str, speaker: str | None, versus: str | None, page: int, owner: int
) -> Screen:
    found = await positions(library, topic, speaker, versus)
    sheets = cards.position_pages(found)
    page = min(page, len(sheets) - 1)
    rows = turns("positions", page, len(sheets), owner, marks(topic, speaker, versus))
    return cards.positions(found, sheets[page], rows)


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Stances())
