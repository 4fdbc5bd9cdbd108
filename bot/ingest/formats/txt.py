"""Plain text: one block a line. What the lines are is for cleaning to find out."""

from __future__ import annotations

import re

from bot.ingest.formats.encoding import decode
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind

# only real line ends: a no-break or "next line" control inside a sentence is no line end
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029]|$)")


def read_txt(data: bytes) -> Extract:
    return lines_of(decode(data))


def lines_of(text: str) -> Extract:
    """A block for each line, empty ones too, without its line end; a form feed begins a page."""
    blocks: list[Block] = []
    page = 0
    for found in _LINE.finditer(text):
        line = found.group()
        if not line:
            break
        blocks.append(Block(Kind.LINE, Mapped.of(line.rstrip("\r\n\f\v\u2028\u2029"), found.start()), page))
        page += line.count("\f")
    return Extract(text, tuple(blocks))
