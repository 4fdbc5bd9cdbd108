"""How to cite a quote, in every style."""

from __future__ import annotations

import asyncio

from bot.citation import STYLES, Cited, cite
from bot.library.receipts import Receipt
from bot.library.shelf import Library


async def citations(library: Library, receipt: Receipt) -> dict[str, str]:
    """The citation of a quote by the name of its style."""
    authors = [await library.speaker(id) for id in receipt.document.authors]
    cited = Cited(
        receipt.document,
        tuple(author for author in authors if author),
        receipt.speaker,
        receipt.passage.attribution,
        receipt.paragraph,
    )
    return await asyncio.to_thread(lambda: {style: cite(cited, style) for style in STYLES})
