"""The bot: an App with Discord around it."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bot.client.answers import answer_error
from bot.client.tree import SYNC_PATIENCE, Tree
from bot.errors import Outdated
from bot.store.state import settings

if TYPE_CHECKING:
    from bot.app import App

log = logging.getLogger(__name__)

EXTENSIONS: tuple[str, ...] = (
    "cogs._views",
    "cogs._passage",
    "cogs.quotes",
    "cogs.verify",
    "cogs.summaries",
    "cogs.positions",
    "cogs.library",
    "cogs.admin",
    "cogs.timeline",
    "cogs.quiz",
    "cogs.review",
    "cogs.daily",
    "cogs.suggest",
    "cogs.privacy",
    "cogs.servers",
    "cogs.help",
)

SEEN = 2_000
"""Interactions remembered, so that one which a resumed connection delivers again has no second effect."""
TAKEN = "taken"
COMMANDS = "commands"


class Colloquy(commands.AutoShardedBot):
    """Asks Discord for the least there is: the servers it is in, no members, no messages."""

    def __init__(self, app: App, *, shard_count: int | None = None) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0.5,  # rounds go on once the servers are known; clicks wait no longer than 3 s
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
        )
        self.app = app
        self.errors: Counter[str] = Counter()
        """Errors since the start that nobody foresaw, by the name of their class: for `/admin status`."""
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._syncing: asyncio.Task[None] | None = None

    @property
    def commands_tree(self) -> Tree:
        assert isinstance(self.tree, Tree)
        return self.tree

    async def setup_hook(self) -> None:
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        self._syncing = asyncio.create_task(self._make_commands_known(), name="commands")
        await asyncio.wait({self._syncing}, timeout=SYNC_PATIENCE)

    async def close(self) -> None:
        if self._syncing is not None:
            self._syncing.cancel()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        """There are no prefix commands, so messages are nobody's business here."""

    def takes(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether an interaction is to be acted on: each id once. Marks it as known here."""
        interaction.extras[TAKEN] = True
        if interaction.id in self._seen:
            log.warning("Interaction %d was delivered twice", interaction.id)
            return False
        self._seen[interaction.id] = None
        if len(self._seen) > SEEN:
            self._seen.popitem(last=False)
        return True

    async def answer_error(self, interaction: discord.Interaction[Any], error: BaseException) -> None:
        """Where both entrances of errors meet."""
        unforeseen = await answer_error(interaction, error)
        if unforeseen is not None:
            self.errors[type(unforeseen).__name__] += 1

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """The last resort: a button or modal that nothing here knows still gets an answer."""
        if interaction.type not in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            return
        await asyncio.sleep(0)  # whoever knows it was scheduled before this, and marks it at once
        if TAKEN not in interaction.extras and not interaction.response.is_done():
            await self.answer_error(interaction, Outdated())

    async def _make_commands_known(self) -> None:
        key = f"{COMMANDS}:{self.application_id}:{self.app.config.dev_guild_id or 'everywhere'}"
        async with self.app.state.read() as tx:
            known = await settings.kept_value(tx, key)
        digest = await self.commands_tree.make_known(known)
        if digest is not None and digest != known:
            async with self.app.state.write() as tx:
                await settings.keep_value(tx, key, digest)
