"""The modes of the quiz. Another one is a file here and a row below."""

from bot.quiz.modes import who_said
from bot.quiz.modes.mode import Mode

MIXED = "mixed"
"""All the modes below by turns; no mode of its own."""

MODES: dict[str, Mode] = {mode.name: mode for mode in (who_said.MODE,)}

__all__ = ["MIXED", "MODES", "Mode"]
