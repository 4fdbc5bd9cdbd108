"""/verify and the message menu Find the source: is that what they said?"""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.errors import NoWords
from bot.library.receipts import Receipt, receipt, receipts
from bot.library.shelf import Library
from bot.library.verify import Verdict, verify
from bot.models import Passage
from cogs._cards import verdict as cards
from cogs._options import SpeakerOption
from cogs._passage import around
from cogs._reply import reply
from cogs._views import Interaction, Screen

LONGEST = 6_000
MENU = "Find the source"

# what stands between quotation marks in a message, when it is more than a word or two
_BETWEEN_MARKS = re.compile(r"[“„«\"]([^“”„«»\"]{12,})[”“»\"]")


class Verify(commands.Cog):
    def __init__(self, bot: Colloquy) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name=MENU, callback=self.find_the_source)

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command()
    @app_commands.describe(quote="The words to check", speaker="Who is said to have said them")
    async def verify(
        self,
        interaction: Interaction,
        quote: app_commands.Range[str, 1, LONGEST],
        speaker: SpeakerOption | None = None,
    ) -> None:
        """Check whether that is what they said, word for word"""
        await reply(interaction, await _verdict(interaction, quote, speaker))

    async def find_the_source(self, interaction: Interaction, message: discord.Message) -> None:
        await reply(interaction, await _verdict(interaction, quoted_in(message.content), None), private=True)


async def _verdict(interaction: Interaction, quote: str, speaker: str | None) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    found = await verify(library, quote, speaker)
    said_by = await library.speaker(speaker) if speaker else None
    cut = await _cut(library, found)
    others = [one for one in await receipts(library, _elsewhere(found)) if isinstance(one, Receipt)]
    return cards.verdict(
        quote, said_by.name if said_by else None, found, cut, others, [around(cut[0])] if cut else []
    )


async def _cut(library: Library, found: Verdict) -> list[Receipt]:
    """The sentences that the verdict rests on, from their source. Raises Withheld where it has changed."""
    passages: Sequence[Passage] = (found.passage,) if found.passage else ()
    if found.places and len(found.places[0].sentences) > 1:
        passages = found.places[0].sentences
    return [await receipt(library, passage) for passage in passages]


def _elsewhere(found: Verdict) -> list[Passage]:
    """Where else the words stand."""
    return [place.passage for place in found.places[1 : cards.PLACES + 1]]


def quoted_in(text: str) -> str:
    """The words of a message that are to be checked: the longest between quotation marks, else all.

    Raises NoWords where a message has none.
    """
    between: list[str] = _BETWEEN_MARKS.findall(text)
    words = max(between, key=len, default=text).strip()
    if not words:
        raise NoWords
    return words


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Verify(bot))
