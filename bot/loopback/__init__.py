"""A small Discord on 127.0.0.1: its HTTP API, its gateway, and a page in the browser to play the members.

It knows nothing of the bot, which reaches it like the real one, through `DISCORD_API_URL`. It leaves out
what a bot of slash commands, buttons and posts does not use.
"""

from bot.loopback.server import Loopback

__all__ = ["Loopback"]
