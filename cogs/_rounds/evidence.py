"""The words that an answer rests on."""

from __future__ import annotations

from bot.client import Colloquy
from bot.errors import Withheld
from bot.library.receipts import Receipt, receipts
from bot.quiz.asked import Asked


async def receipt_of(bot: Colloquy, guild: int, asked: Asked) -> Receipt | Withheld | None:
    """The words that an answer rests on, cut from their source now; None where it rests on none."""
    if not asked.passages:
        return None
    library = bot.app.library(guild)
    passage = await library.passage(asked.passages[0])
    if passage is None:
        document = await library.document(asked.document) if asked.document else None
        if document is None:
            return Withheld(asked.document or "")
        return Withheld(document.title, absent=document.source_file is None)
    (found,) = await receipts(library, [passage])
    return found
