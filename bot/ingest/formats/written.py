"""Text that a format holds packed away is written out once; offsets point into that text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Metadata


def written(blocks: Iterable[Block], metadata: Metadata, between: str = "\n\n") -> Extract:
    """An extract whose text is that of the blocks, one under the other."""
    placed: list[Block] = []
    texts: list[str] = []
    at = 0
    for block in blocks:
        text = block.text.text.strip("\n\r")
        placed.append(replace(block, text=Mapped.of(text, at)))
        texts.append(text)
        at += len(text) + len(between)
    return Extract(between.join(texts), tuple(placed), metadata, is_file=False)
