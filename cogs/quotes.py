"""/quote and what opens from it: other matches, the paragraphs around, citations."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import Colloquy
from bot.errors import NothingFound, Outdated, Withheld
from bot.library import quotes
from bot.library.citations import citations
from bot.library.quotes import Query
from bot.library.receipts import Receipt, receipt, receipts
from bot.library.shelf import Library
from bot.models import Passage
from cogs._cards import quotes as cards
from cogs._marks import short_key, whole_key
from cogs._options import DocumentOption, SpeakerOption, TopicOption
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen, base36, leaf, pages, turns

MATCHES = 25
"""As many as a menu holds."""
KEY = r"(?P<key>[^\n]{1,90})"

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
        await reply(interaction, await _match(library, found, 0, interaction.user.id))


async def _wanted(library: Library, query: Query) -> list[Passage]:
    if query == Query():
        return [(await quotes.at_random(library, random.Random())).passage]
    found = await quotes.find(library, query, MATCHES)
    if not found:
        raise NothingFound("passages")
    return [match.passage for match in found]


async def _match(library: Library, passages: Sequence[Passage], chosen: int, owner: int) -> Screen:
    """One of the matches, with the ways to the others. Raises Withheld where none can be shown."""
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
    return cards.found(shown[chosen], rows=rows, note=note)


@pages("quote")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    """The matches stand in the menu of the message itself."""
    keys = [option.value for option in _options(interaction.message)]
    return await _of_keys(interaction, keys, page, owner)


@pages("context")
async def _context(interaction: Interaction, short: str, page: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    centre = await receipt(library, await _passage(library, await whole_key(library, short)))
    near = await receipts(library, await library.around(centre.passage))
    blocks = cards.context(centre, [one for one in near if isinstance(one, Receipt)])
    page = min(page, len(blocks) - 1)
    return cards.context_page(centre, blocks[page], turns("context", page, len(blocks), owner, short))


async def _of_keys(interaction: Interaction, keys: Sequence[str], chosen: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    found = await library.passages(keys)
    return await _match(library, [found[key] for key in keys if key in found], chosen, owner)


async def _passage(library: Library, key: str) -> Passage:
    passage = await library.passage(key)
    if passage is None:
        raise Outdated
    return passage


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


class InContext(Live["ui.Button[Any]"], template=rf"around:{KEY}"):
    """The paragraphs around a quote, privately."""

    async def press(self, interaction: Interaction) -> None:
        screen = await _context(interaction, short_key(self.state["key"]), 0, interaction.user.id)
        await reply(interaction, screen, private=True)


class Cite(Live["ui.Button[Any]"], template=rf"cite:{KEY}"):
    """The quote's citation in every style, privately."""

    async def press(self, interaction: Interaction) -> None:
        library = interaction.client.app.library(interaction.guild_id)
        shown = await receipt(library, await _passage(library, self.state["key"]))
        await reply(interaction, cards.citations(shown, await citations(library, shown)), private=True)


def around(shown: Receipt) -> ui.ActionRow[Any]:
    """The buttons that every quote has."""
    key = shown.passage.key
    return ui.ActionRow(
        InContext(ui.Button(label="In context", custom_id=f"around:{key}"), {}),
        Cite(ui.Button(label="Cite", custom_id=f"cite:{key}"), {}),
    )


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Matches, InContext, Cite)
    await bot.add_cog(Quotes())
