"""Discord's side of the house: the bot itself, its command tree, its answers to errors, its life."""

from bot.client.answers import tell
from bot.client.bot import EXTENSIONS, Colloquy
from bot.client.life import run

__all__ = ["EXTENSIONS", "Colloquy", "run", "tell"]
