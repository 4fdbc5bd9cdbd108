"""Plain text: one block a line. What the lines are is for cleaning to find out.

Pages and Markdown that were saved as .txt are read as what they are.
"""

from __future__ import annotations

import re

from bot.ingest.formats import html, md
from bot.ingest.formats.encoding import decode
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind

# only real line ends: a no-break or "next line" control inside a sentence is no line end
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029]|$)")


_PAGE = re.compile(
    r"\s*\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|article|div)\b", re.I
)
_PARAGRAPH_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li)\b[^<>]{0,300}>", re.I)
_MARKED = re.compile(r"^(?:#{1,6} \S|\[\^[^\]\s]+\]: |!\[)", re.M)
_STRESSED = re.compile(r"\*\*[^*\n]{1,80}\*\*|\]\(https?://")


def read_txt(data: bytes) -> Extract:
    text = decode(data)
    if _PAGE.match(text) or len(_PARAGRAPH_TAG.findall(text[:50_000])) >= 6:
        return html.blocks_of(text)
    if len(_MARKED.findall(text)) >= 2 or (_MARKED.search(text) and _STRESSED.search(text)):
        return md.blocks_of(text)
    return lines_of(text)


def lines_of(text: str) -> Extract:
    """A block for each line, empty ones too, without its line end; a form feed begins a page."""
    blocks: list[Block] = []
    page = 0
    for found in _LINE.finditer(text):
        line = found.group()
        if not line:
            break
        mark = int(not blocks and line.startswith("\ufeff"))
        letters = line[mark:].rstrip("\r\n\f\v\u2028\u2029")
        blocks.append(Block(Kind.LINE, Mapped.of(letters, found.start() + mark), page))
        page += line.count("\f")
    return Extract(text, tuple(blocks))
