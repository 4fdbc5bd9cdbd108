"""The modes of the quiz. Another one is a file here and a row below."""

from bot.quiz.modes import fill_the_gap, really_said, when, which_document, who_argued, who_said
from bot.quiz.modes.mode import Mode

MIXED = "mixed"
"""All the modes below by turns; no mode of its own."""

MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        who_said.MODE,
        who_argued.MODE,
        when.MODE,
        which_document.MODE,
        fill_the_gap.MODE,
        really_said.MODE,
    )
}

__all__ = ["MIXED", "MODES", "Mode"]
