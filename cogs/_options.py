"""Options that name something in the library: suggested while one types, known ids when they arrive."""

from __future__ import annotations

import logging
from typing import Annotated, Any

import discord
from discord import app_commands

from bot.library import names
from bot.library.names import Kind
from cogs._cards.markup import label

log = logging.getLogger(__name__)

CHOICES, CHOICE = 25, 100


class Named(app_commands.Transformer):
    """Gives a command the id of what is meant; raises Unknown, with the nearest names, where nothing fits."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    @property
    def max_value(self) -> int:
        return CHOICE

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> str:
        library = interaction.client.app.library(interaction.guild_id)
        return await names.resolve(library, self.kind, str(value))

    async def autocomplete(
        self, interaction: discord.Interaction[Any], value: Any, /
    ) -> list[app_commands.Choice[Any]]:
        """At most 25 choices; none where something fails, so that typing is never disturbed."""
        try:
            library = interaction.client.app.library(interaction.guild_id)
            found = await names.suggest(library, self.kind, value, limit=CHOICES)
        except Exception:
            log.exception("No suggestions for %s", self.kind)
            return []
        return [app_commands.Choice(name=label(one.name, CHOICE), value=one.value) for one in found]


SpeakerOption = Annotated[str, Named("speaker")]
DocumentOption = Annotated[str, Named("document")]
TopicOption = Annotated[str, Named("topic")]
