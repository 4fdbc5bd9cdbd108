"""/suggest, and the button under each daily post: members propose a fact to the moderators."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import Colloquy
from bot.store.state import suggestions
from bot.store.state.suggestions import Suggestion
from cogs._cards import daily as cards
from cogs._notices import tell_moderators
from cogs._reply import reply
from cogs._views import Form, Interaction, Live

LONGEST = 500


class Suggesting(commands.Cog):
    @app_commands.command()
    @app_commands.describe(fact="The fact, in a sentence or two")
    async def suggest(self, interaction: Interaction, fact: app_commands.Range[str, 10, LONGEST]) -> None:
        """Suggest a fact for the daily post; the moderators decide"""
        await _take(interaction, fact)


class Ask(Live["ui.Button[Any]"], template=r"suggest:(?P<day>\d{4}-\d\d-\d\d)"):
    """Under each daily post. The date by which the post is known again is its only state."""

    async def press(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(Fact())


class Fact(Form, title="Suggest a fact"):
    fact: ui.Label[Any] = ui.Label(
        text="The fact, in a sentence or two",
        description="The moderators see it first.",
        component=ui.TextInput(style=discord.TextStyle.paragraph, min_length=10, max_length=LONGEST),
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        field = self.fact.component
        assert isinstance(field, ui.TextInput)
        await _take(interaction, field.value)


async def _take(interaction: Interaction, text: str) -> None:
    assert interaction.guild_id is not None
    app = interaction.client.app
    suggestion = Suggestion(
        interaction.id, interaction.guild_id, interaction.user.id, text.strip(), int(app.now() * 1000)
    )
    async with app.state.write() as tx:
        await suggestions.suggest(tx, suggestion)
    await reply(interaction, cards.suggested(), private=True)
    await tell_moderators(interaction.client, interaction.guild_id, cards.suggestion_notice(suggestion))


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Ask)
    await bot.add_cog(Suggesting())
