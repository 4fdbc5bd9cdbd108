"""/summary: the sentences that stand for a document, a speaker or a topic."""

from __future__ import annotations

from typing import Literal

from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.library.names import names_of
from bot.library.shelf import Library
from bot.library.summaries import Length, summary
from cogs._cards import summaries as cards
from cogs._marks import marked, marks
from cogs._options import DocumentOption, SpeakerOption, TopicOption
from cogs._reply import reply
from cogs._views import Interaction, Screen, pages, turns


class Summaries(commands.Cog):
    @app_commands.command()
    @app_commands.describe(
        document="What this document says",
        speaker="What this speaker says",
        topic="What is said on this topic",
        length="How much of it",
    )
    async def summary(
        self,
        interaction: Interaction,
        document: DocumentOption | None = None,
        speaker: SpeakerOption | None = None,
        topic: TopicOption | None = None,
        length: Literal["brief", "standard", "detailed"] = "standard",
    ) -> None:
        """Read the key sentences of a document, a speaker or a topic"""
        library = interaction.client.app.library(interaction.guild_id)
        state = f"{marks(document, speaker, topic)}.{length}"
        wanted = (document, speaker, topic)
        await reply(interaction, await _page(library, wanted, Length(length), 0, interaction.user.id, state))


@pages("summary")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    ids, _, length = state.rpartition(".")
    document, speaker, topic = await marked(library, ("document", "speaker", "topic"), ids)
    return await _page(library, (document, speaker, topic), Length(length), page, owner, state)


async def _page(
    library: Library,
    wanted: tuple[str | None, str | None, str | None],
    length: Length,
    page: int,
    owner: int,
    state: str,
) -> Screen:
    document, speaker, topic = wanted
    found = await summary(library, document=document, speaker=speaker, topic=topic, length=length)
    sheets = cards.summary_pages(found)
    page = min(page, len(sheets) - 1)
    names = await names_of(library, document=document, speaker=speaker, topic=topic)
    return cards.summary(found, sheets[page], names, turns("summary", page, len(sheets), owner, state))


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Summaries())
