"""Markdown: block structure by lines, markup inside them dropped, each letter with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.ingest.formats.encoding import decode
from bot.ingest.formats.inline import plain
from bot.ingest.formats.short_lines import are_lines
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,60}\]:[ \t]*")
_REFERENCE = re.compile(r" {0,3}\[[^\]]{1,200}\]:[ \t]*\S+")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)|!\[[^\]]{0,500}\]\[[^\]]{0,100}\]")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t:|-]{3,}\|[ \t:|-]*$")
# a line in bold that ends nothing heads what follows
_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_]{2,100}[^*_.?!:;,”\"\s]\1$")
_BOLD_LEVEL = 4
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*$")


@dataclass(slots=True)
class _Open:
    """The block that lines are being added to."""

    kind: Kind = Kind.PARAGRAPH
    lines: list[Mapped] = field(default_factory=list)


def read_md(data: bytes) -> Extract:
    return blocks_of(decode(data))


def blocks_of(source: str) -> Extract:
    """The blocks of the file in order; its front matter stays as lines, for cleaning to read."""
    return Extract(source, tuple(_blocks(source)))


def _blocks(source: str) -> Iterator[Block]:
    lines = [
        (found.start(), found.group().rstrip("\r\n")) for found in _LINE.finditer(source) if found.group()
    ]
    first = _front_matter(lines)
    for start, line in lines[:first]:
        yield Block(Kind.LINE, Mapped.of(line, start))
    block = _Open()
    fence = ""
    blank = False
    for start, line in lines[first:]:
        if start == 0:
            line = line.replace("\ufeff", " ", 1)
        if fence or _FENCE.match(line):
            yield from _closed(block)
            yield Block(Kind.ASIDE, Mapped.of(line, start))
            fence = _fence(line, fence)
            continue
        found = list(_line(Mapped.of(line, start), block, blank))
        yield from found
        blank = not line.strip()
    yield from _closed(block)


def _front_matter(lines: list[tuple[int, str]]) -> int:
    """How many lines a head between two lines of dashes takes."""
    if not lines or not _FRONT.match(lines[0][1].lstrip("\ufeff")):
        return 0
    mark = lines[0][1].lstrip("\ufeff").strip()
    return next((number + 1 for number, (_, line) in enumerate(lines[1:100], 1) if line.strip() == mark), 0)


def _fence(line: str, fence: str) -> str:
    found = _FENCE.match(line)
    if not fence:
        return found[1] if found else ""
    return "" if found and found[1].startswith(fence) and not line.strip().strip(fence[0]) else fence


def _line(line: Mapped, block: _Open, blank: bool) -> Iterator[Block]:
    """The blocks that a line ends or is; otherwise it is added to the open one."""
    text = line.text
    if not text.strip():
        yield from _closed(block)
    elif block.lines and block.kind is Kind.PARAGRAPH and (underline := _UNDERLINE.match(text)):
        title = _joined(block.lines)
        block.lines = []
        yield Block(Kind.HEADING, plain(title), level=1 if underline[1][0] == "=" else 2)
    elif _RULE.match(text):
        yield from _closed(block)
    elif heading := _HEADING.match(text):
        yield from _closed(block)
        closing = _CLOSING_HASHES.search(text, heading.end())
        title = line[heading.end() : closing.start() if closing else len(text)]
        yield Block(Kind.HEADING, plain(title), level=len(heading[1]))
    elif _TABLE.match(text) or _IMAGE.fullmatch(text.strip()):
        yield from _closed(block)
        yield Block(Kind.CAPTION if _IMAGE.fullmatch(text.strip()) else Kind.ASIDE, line)
    elif note := _NOTE.match(text):
        yield from _begun(block, Kind.FOOTNOTE, line[note.end() :])
    elif not block.lines and _REFERENCE.match(text):
        return
    elif quote := _QUOTE.match(text):
        yield from _quoted(block, line[quote.end() :])
    elif (item := _ITEM.match(text)) and (
        not block.lines or block.kind is Kind.ITEM or text.lstrip()[0] in "-*+1"
    ):
        yield from _begun(block, Kind.ITEM, line[item.end() :])
    else:
        block.lines.append(line.strip())


def _quoted(block: _Open, line: Mapped) -> Iterator[Block]:
    if not line.text.strip():
        yield from _closed(block)
    elif block.kind is Kind.QUOTE and block.lines:
        block.lines.append(line.strip())
    else:
        yield from _begun(block, Kind.QUOTE, line)


def _begun(block: _Open, kind: Kind, line: Mapped) -> Iterator[Block]:
    yield from _closed(block)
    block.kind, block.lines = kind, [line.strip()]


def _closed(block: _Open) -> Iterator[Block]:
    if block.kind is Kind.PARAGRAPH and are_lines(block.lines):
        yield from (Block(Kind.PARAGRAPH, plain(line)) for line in block.lines)
    elif block.kind is Kind.PARAGRAPH and len(block.lines) == 1 and _BOLD.match(block.lines[0].text):
        yield Block(Kind.HEADING, plain(block.lines[0]), level=_BOLD_LEVEL)
    elif block.lines:
        yield Block(block.kind, plain(_joined(block.lines)))
    if block.lines:
        yield Block(block.kind, Mapped.of(""))  # the empty line after it
    block.kind, block.lines = Kind.PARAGRAPH, []


def _joined(lines: list[Mapped]) -> Mapped:
    return Mapped.join(lines, " ")
