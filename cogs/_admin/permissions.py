"""What the bot needs Discord's leave for, where, and why."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.errors import MissingPermissions

Place = discord.abc.GuildChannel | discord.Thread

READ_AND_WRITE = ("view_channel", "send_messages")
NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "read_message_history": "Read Message History",
    "create_public_threads": "Create Public Threads",
    "send_messages_in_threads": "Send Messages in Threads",
}
"""Discord's permissions as its settings name them."""


@dataclass(frozen=True, slots=True)
class Need:
    """A purpose and the permissions it takes."""

    purpose: str
    permissions: tuple[str, ...]


ROUNDS = Need("quiz rounds", (*READ_AND_WRITE, "read_message_history"))
NOTICES = Need("notices to moderators", READ_AND_WRITE)
DAILY = Need("the daily fact", (*READ_AND_WRITE, "read_message_history"))
DISCUSSIONS = Need("its threads", ("create_public_threads", "send_messages_in_threads"))


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing for a purpose in a channel, as Discord's settings name it; perhaps nothing."""

    channel: str
    purpose: str
    missing: tuple[str, ...]


def gap(channel: Place, need: Need) -> Gap:
    have = channel.permissions_for(channel.guild.me)
    missing = tuple(NAMES[name] for name in need.permissions if not getattr(have, name))
    return Gap(channel.name, need.purpose, missing)


def insist(channel: Place, need: Need) -> None:
    """Raises MissingPermissions where the bot cannot do there what it is asked to do."""
    if missing := gap(channel, need).missing:
        raise MissingPermissions(channel.name, missing)
