"""/quote, and leafing through its matches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import Colloquy
from bot.errors import EmptyLibrary, NothingFound, Outdated, Withheld
from bot.library import quotes
from bot.library.quotes import Match, Query
from bot.library.receipts import Receipt, receipts
from bot.library.shelf import Library
from bot.models import Passage
from cogs._cards import quotes as cards
from cogs._options import DocumentOption, SpeakerOption, TopicOption
from cogs._passage import around
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen, base36, leaf, pages, turns

MATCHES = 25
"""As many as a menu holds."""

Words = app_commands.Range[str, 1, 1_000]


class Quotes(commands.Cog):
    @app_commands.command()
    @app_commands.describe(
        text="What you remember of it; it need not be exact",
        speaker="Only what this speaker said",
        document="Only from this document",
        topic="Only on this topic",
    )
    async def quote(
        self,
        interaction: Interaction,
        text: Words | None = None,
        speaker: SpeakerOption | None = None,
        document: DocumentOption | None = None,
        topic: TopicOption | None = None,
    ) -> None:
        """Find a passage, word for word; without options, one at random"""
        library = interaction.client.app.library(interaction.guild_id)
        found = await _wanted(library, Query(text, speaker, document, topic))
        nearest = not found[0].likely
        passages = [match.passage for match in found if match.likely or nearest]
        screen = await _match(library, passages[:1] if nearest else passages, 0, interaction.user.id, nearest)
        await reply(interaction, screen)


async def _wanted(library: Library, query: Query) -> list[Match]:
    if query == Query():
        return [await quotes.at_random(library, random.Random())]
    found = await quotes.find(library, query, MATCHES)
    if not found:
        raise NothingFound("passages") if await library.documents() else EmptyLibrary
    return found


async def _match(
    library: Library, passages: Sequence[Passage], chosen: int, owner: int, nearest: bool = False
) -> Screen:
    """One of the matches, with the ways to the others. Raises Withheld where none can be shown.

    `nearest`: it is not what was asked for, only the nearest there is.
    """
    cut = await receipts(library, passages)
    shown = [one for one in cut if isinstance(one, Receipt)]
    if not shown:
        raise next((one for one in cut if isinstance(one, Withheld)), Outdated())
    chosen = min(chosen, len(shown) - 1)
    rows = [
        *turns("quote", chosen, len(shown), owner),
        *([ui.ActionRow[Any](Matches.of(shown, chosen, owner))] if len(shown) > 1 else []),
        around(shown[chosen]),
    ]
    hidden = len(cut) - len(shown)
    note = f"{hidden} withheld: their source has changed since it was loaded" if hidden else None
    return cards.found(shown[chosen], rows=rows, note=note, nearest=nearest)


@pages("quote")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    """The matches stand in the menu of the message itself."""
    keys = [option.value for option in _options(interaction.message)]
    return await _of_keys(interaction, keys, page, owner)


async def _of_keys(interaction: Interaction, keys: Sequence[str], chosen: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    found = await library.passages(keys)
    return await _match(library, [found[key] for key in keys if key in found], chosen, owner)


def _options(message: discord.Message | None) -> Iterator[discord.SelectOption]:
    def walk(components: Sequence[Any]) -> Iterator[discord.SelectOption]:
        for component in components:
            yield from getattr(component, "options", ())
            yield from walk(getattr(component, "children", ()))

    yield from walk(message.components if message else ())


class Matches(Live["ui.Select[Any]"], template=r"matches:(?P<owner>[0-9a-z]{1,13})"):
    """A menu of all matches."""

    @classmethod
    def of(cls, shown: Sequence[Receipt], chosen: int, owner: int) -> Self:
        menu = ui.Select[Any](
            custom_id=f"matches:{base36(owner)}",
            placeholder="All matches",
            options=cards.choices(shown, chosen),
        )
        return cls(menu, {})

    async def press(self, interaction: Interaction) -> None:
        keys = [option.value for option in self.item.options]
        chosen = keys.index(self.item.values[0])
        screen = await _of_keys(interaction, keys, chosen, interaction.user.id)
        await leaf(interaction, screen, self.state["owner"])


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Matches)
    await bot.add_cog(Quotes())
