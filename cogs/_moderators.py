"""Who is a moderator here: whoever may manage the server, or has the role chosen in `/admin setup`.

Discord hides moderators' commands by default permissions, but a server can change those: so each is checked
again when it runs.
"""

from __future__ import annotations

import discord

from bot.store.state import settings
from cogs._views import Interaction


async def is_moderator(interaction: Interaction) -> bool:
    if interaction.guild_id is None or not isinstance(interaction.user, discord.Member):
        return False
    if interaction.permissions.manage_guild:
        return True
    async with interaction.client.app.state.read() as tx:
        found = await settings.server_settings(tx, interaction.guild_id)
    return (
        found.moderator_role_id is not None and interaction.user.get_role(found.moderator_role_id) is not None
    )
