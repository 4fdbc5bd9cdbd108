"""The command tree: what it refuses, how it is made known to Discord, and its first entrance for errors."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.client.bot import Colloquy

log = logging.getLogger(__name__)

SYNC_PATIENCE = 20.0
"""Seconds to wait for Discord to take the commands before starting without: they follow in the background."""


class Tree(app_commands.CommandTree["Colloquy"]):
    """Commands for servers only, unless a command says otherwise, and for servers that installed the bot."""

    def __init__(self, client: Colloquy) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        self.ids: dict[str, int] = {}
        """Discord's ids of the slash commands, by name: with them a command can be mentioned clickably."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return self.client.takes(interaction)

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        await self.client.answer_error(interaction, error)

    def payload(self) -> list[dict[str, Any]]:
        return [command.to_dict(self) for command in self.get_commands()]

    def digest(self) -> str:
        """Of all that Discord is told about the commands; another where anything of it changes."""
        return hashlib.sha256(json.dumps(self.payload(), sort_keys=True).encode()).hexdigest()

    async def make_known(self, known: str | None) -> str | None:
        """Registers the commands where their digest is not `known`; Discord allows only 200 new ones a day.

        Returns the digest that Discord now has, or None where that could not be found out.
        """
        where = self._where()
        try:
            registered = await self.fetch_commands(guild=where)
            digest = self.digest()
            if known != digest or _names(registered) != self._names():
                if where is not None:
                    self.copy_global_to(guild=where)
                registered = await self.sync(guild=where)
                log.info("Registered %d commands", len(registered))
        except discord.HTTPException as error:
            log.warning("The commands could not be registered: %s", error)
            return None
        self.ids = {c.name: c.id for c in registered if c.type is discord.AppCommandType.chat_input}
        return digest

    def mention(self, name: str) -> str:
        """A command as a link that fills it in ("quiz start"); plain where Discord's id is not known."""
        id = self.ids.get(name.partition(" ")[0])
        return f"</{name}:{id}>" if id else f"`/{name}`"

    def _where(self) -> discord.Object | None:
        server = self.client.app.config.dev_guild_id
        return discord.Object(server) if server else None

    def _names(self) -> set[tuple[str, int]]:
        return {(command["name"], command.get("type", 1)) for command in self.payload()}


def _names(registered: list[app_commands.AppCommand]) -> set[tuple[str, int]]:
    return {(command.name, command.type.value) for command in registered}
