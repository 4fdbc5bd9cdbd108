"""What opens from every quote, wherever it is shown: the paragraphs around it, and how to cite it."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.client import Colloquy
from bot.errors import Outdated
from bot.library.citations import citations
from bot.library.receipts import Receipt, receipt, receipts
from bot.library.shelf import Library
from bot.models import Passage
from cogs._cards import quotes as cards
from cogs._marks import short_key, whole_key
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen, pages, turns

KEY = r"(?P<key>[^\n]{1,90})"


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


@pages("context")
async def _context(interaction: Interaction, short: str, page: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    centre = await receipt(library, await _passage(library, await whole_key(library, short)))
    near = await receipts(library, await library.around(centre.passage))
    blocks = cards.context(centre, [one for one in near if isinstance(one, Receipt)])
    page = min(page, len(blocks) - 1)
    return cards.context_page(centre, blocks[page], turns("context", page, len(blocks), owner, short))


async def _passage(library: Library, key: str) -> Passage:
    passage = await library.passage(key)
    if passage is None:
        raise Outdated
    return passage


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(InContext, Cite)
