"""The program without Discord: settings, state, what can be read, and how a new corpus comes in."""

from bot.app.app import COOL_DOWN, App
from bot.app.reload import Reload, made_by
from bot.app.upkeep import keep_up

__all__ = ["COOL_DOWN", "App", "Reload", "keep_up", "made_by"]
