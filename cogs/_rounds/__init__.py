"""Rounds in Discord: timers, messages and buttons around the state machine in `bot.quiz.round`."""

from cogs._rounds.buttons import LIVE
from cogs._rounds.rounds import Rounds

__all__ = ["LIVE", "Rounds"]
