"""HTML: elements become blocks; what lies outside the text of a page is an `ASIDE`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.ingest.formats.about_page import metadata_of
from bot.ingest.formats.encoding import decode
from bot.ingest.formats.main_content import main_content
from bot.ingest.formats.page import NOTE_ID, read_page
from bot.ingest.formats.short_lines import are_lines
from bot.ingest.formats.tree import Element, Piece
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOTES = ("li", "div", "section", "ol", "p", "aside", "dd")
_FRONT = re.compile(
    r"byline|author|dateline|subtitle|standfirst|deck|headline|chapo|(?:^|[\s_-])(?:dek"
    r"|desc|lead|date)(?:$|[\s_-])",
    re.I,
)
_BREAK = re.compile(r"\n")
_BREAKS = re.compile(r"\n\s{0,40}\n")
_TITLE = 100  # characters that a heading set in bold has at most
_CELL = 60  # characters that a figure or a name in a table has at most
BOLD_LEVEL = 4  # of a paragraph in bold that heads what follows


def read_html(data: bytes) -> Extract:
    declared = _CHARSET.search(data[:4096])
    return blocks_of(decode(data, declared[1].decode() if declared else None))


def blocks_of(source: str) -> Extract:
    """The blocks of a page in the order of the file."""
    page = read_page(source)
    inside = main_content(page.pieces)
    blocks = tuple(block for piece in page.pieces for block in _blocks(piece, inside))
    return Extract(source, blocks, metadata_of(page, blocks))


def _blocks(piece: Piece, inside: Element | None) -> Iterator[Block]:
    kind, level = _kind(piece, inside)
    if kind is Kind.LINE:
        texts = piece.text.split(_BREAK)
    elif kind in (Kind.PARAGRAPH, Kind.QUOTE):
        texts = _paragraphs(piece.text)
    else:
        texts = iter([piece.text])
    for text in texts:
        yield Block(kind, text, level=level)


def _kind(piece: Piece, inside: Element | None) -> tuple[Kind, int]:
    if piece.mark or piece.note or any(NOTE_ID.search(e.label) for e in piece.path if e.name in _NOTES):
        return Kind.FOOTNOTE, 0
    if piece.has("figcaption", "caption", "figure"):
        return Kind.CAPTION, 0
    heading = next((element.name for element in reversed(piece.path) if element.name in _HEADINGS), None)
    if heading == "h1":
        return Kind.HEADING, 1
    outside = inside is not None and inside not in piece.path
    if (
        (outside and not _stands_in_front(piece))
        or piece.aside(inside)
        or _is_figure_in_a_table(piece, inside)
    ):
        return Kind.ASIDE, 0
    if heading:
        return Kind.HEADING, int(heading[1])
    return _kind_of_text(piece)


def _is_figure_in_a_table(piece: Piece, inside: Element | None) -> bool:
    """A heading or a figure in a table of data. Old pages stand in tables as a whole: their cells hold sentences."""
    path = piece.path[piece.path.index(inside) + 1 :] if inside in piece.path else piece.path
    text = piece.text.text.strip()
    cell = any(element.name == "td" for element in path) and len(text) <= _CELL
    return any(element.name == "th" for element in path) or (cell and text[-1:] not in '.!?”"’')


def _kind_of_text(piece: Piece) -> tuple[Kind, int]:
    text = piece.text.text.strip()
    if piece.has("pre"):
        return Kind.LINE, 0
    if piece.has("li", "dt", "dd"):
        return Kind.ITEM, 0
    if piece.has("blockquote"):
        return Kind.QUOTE, 0
    if piece.bold and len(text) <= _TITLE and "\n" not in text and text[-1] not in '.?!:;,”"':
        return Kind.HEADING, BOLD_LEVEL
    return Kind.PARAGRAPH, 0


def _stands_in_front(piece: Piece) -> bool:
    """A byline or date line may stand outside the text's own element."""
    return any(_FRONT.search(element.label) for element in piece.path[-3:])


def _paragraphs(text: Mapped) -> Iterator[Mapped]:
    """Two line breaks in a row part paragraphs, as old pages set them, and one parts short lines."""
    for part in _broken(text, _BREAKS):
        lines = [line for line in _broken(part, _BREAK) if line.text.strip()]
        yield from lines if are_lines(lines) else [part]
    yield Mapped.of("")  # an empty line between paragraphs


def _broken(text: Mapped, pattern: re.Pattern[str]) -> Iterator[Mapped]:
    """The parts between line breaks of the page; those of the file are white space."""
    last = 0
    for found in pattern.finditer(text.text):
        if any(text.starts[place] < 0 for place in range(found.start(), found.end())):
            yield text[last : found.start()]
            last = found.end()
    yield text[last:]
