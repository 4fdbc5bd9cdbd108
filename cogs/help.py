"""/help."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands
from rapidfuzz import process

from bot.client import Colloquy
from bot.errors import Unknown
from cogs._cards import help as cards
from cogs._reply import reply
from cogs._views import Interaction

CHOICES, NEAREST = 25, 3


class Help(commands.Cog):
    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=True)
    @app_commands.describe(command="The command you want to know more about")
    async def help(
        self, interaction: Interaction, command: app_commands.Range[str, 1, 100] | None = None
    ) -> None:
        """Show what you can do here, or how one command works"""
        tree = interaction.client.commands_tree
        screen = cards.one(tree, _meant(interaction, command)) if command else cards.overview(tree)
        await reply(interaction, screen, private=True)

    @help.autocomplete("command")
    async def _names(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        names = [name for name in cards.leaves(interaction.client.commands_tree) if _plain(typed) in name]
        return [app_commands.Choice(name=f"/{name}", value=name) for name in names[:CHOICES]]


def _meant(interaction: Interaction, typed: str) -> str:
    """The command that is named; raises Unknown with the nearest names."""
    names = cards.leaves(interaction.client.commands_tree)
    if (name := _plain(typed)) in names:
        return name
    nearest = process.extract(name, list(names), limit=NEAREST, score_cutoff=50)
    raise Unknown("command", typed, tuple(f"/{name}" for name, *_ in nearest))


def _plain(typed: str) -> str:
    return " ".join(typed.removeprefix("/").split()).casefold()


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Help())
