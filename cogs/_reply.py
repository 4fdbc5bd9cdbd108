"""Sending a screen as the answer to an interaction, whether or not it was deferred."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from cogs._cards.limits import check
from cogs._views import Interaction, Screen


async def reply(
    interaction: Interaction, screen: Screen, *, private: bool = False, files: Sequence[discord.File] = ()
) -> None:
    """The first answer, or what stands in its place after a deferral (whose privacy then counts)."""
    check(screen)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=screen, attachments=list(files))
    else:
        await interaction.response.send_message(view=screen, ephemeral=private, files=list(files))
