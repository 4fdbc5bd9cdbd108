"""/library: what can be read here, and each document's card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from discord import app_commands, ui
from discord.ext import commands

from bot.client import Colloquy
from bot.library.catalogue import Listed, catalogue, describe, listed
from bot.library.shelf import Library
from cogs._cards import library as cards
from cogs._options import DocumentOption
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen, pages, turns


class Catalogue(commands.Cog):
    @app_commands.command()
    @app_commands.describe(document="The card of this document")
    async def library(self, interaction: Interaction, document: DocumentOption | None = None) -> None:
        """See what can be read here; with a document, its card"""
        library = interaction.client.app.library(interaction.guild_id)
        screen = await _card(library, document) if document else await _page(library, 0, interaction.user.id)
        await reply(interaction, screen)


@pages("library")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    return await _page(interaction.client.app.library(interaction.guild_id), page, owner)


async def _page(library: Library, page: int, owner: int) -> Screen:
    documents = await catalogue(library)
    count = -(-len(documents) // cards.ON_PAGE)
    page = min(page, count - 1)
    here = await listed(library, documents[page * cards.ON_PAGE : (page + 1) * cards.ON_PAGE])
    rows = [ui.ActionRow[Any](Pick.of(here)), *turns("library", page, count, owner)]
    return cards.shelf(documents, here, rows)


async def _card(library: Library, document: str) -> Screen:
    return cards.document_card(await describe(library, document))


class Pick(Live["ui.Select[Any]"], template="shelf"):
    """A menu of the documents on a page; the card comes privately."""

    @classmethod
    def of(cls, here: Sequence[Listed]) -> Self:
        options = cards.choices(here)
        return cls(ui.Select[Any](custom_id="shelf", placeholder="A document's card", options=options), {})

    async def press(self, interaction: Interaction) -> None:
        library = interaction.client.app.library(interaction.guild_id)
        await reply(interaction, await _card(library, self.item.values[0]), private=True)


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Pick)
    await bot.add_cog(Catalogue())
