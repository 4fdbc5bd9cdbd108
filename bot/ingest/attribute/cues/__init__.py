"""Finds who is said to speak the words between quotation marks, by the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ingest.attribute.cues.after import after, at_end, follows, inside
from bot.ingest.attribute.cues.before import before, goes_on, lead_in, turns
from bot.ingest.attribute.cues.cue import Cue, Sort
from bot.ingest.attribute.cues.heralds import colon_before, herald_at, herald_before, possessor_before
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.tokens import Token

__all__ = [
    "Cue",
    "Sort",
    "after",
    "find_cue",
    "follows",
    "goes_on",
    "herald_at",
    "inside",
    "lead_in",
    "turns",
]


def find_cue(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The cue for the quotation that is `tokens[quotation]`, within its sentence: the plainest first."""
    orphan: Cue | None = None
    for search in (after, herald_before, possessor_before, before, colon_before, at_end):
        cue = search(tokens, quotation, language)
        if cue and (cue.phrase or not cue.idle):
            return cue
        orphan = orphan or cue
    return orphan
