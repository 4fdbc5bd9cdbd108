"""Word documents: paragraphs with their styles out of the XML. Notes become footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.errors import Unreadable
from bot.ingest.bibliography import with_values
from bot.ingest.formats.archive import Archive, opened
from bot.ingest.formats.written import written
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind, Metadata

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_HEADING = re.compile(r"(?:heading|berschrift|titre)\s?(\d)", re.I)
_BODY = "word/document.xml"


def read_docx(data: bytes) -> Extract:
    with opened(data) as archive:
        if _BODY not in archive.names:
            raise Unreadable("", "it is no Word document; save it as .docx and retry")
        blocks = list(_paragraphs(archive.xml(_BODY)))
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            if part in archive.names:
                blocks += [Block(Kind.FOOTNOTE, block.text) for block in _paragraphs(archive.xml(part))]
        return written(blocks, _metadata(archive))


def _paragraphs(root: Element) -> Iterator[Block]:
    space = _STRICT if root.tag.startswith(_STRICT) else _W
    for paragraph in root.iter(f"{space}p"):
        text = "".join(_runs(paragraph, space)).strip()
        if text:
            kind, level = _kind(paragraph, space)
            yield Block(kind, Mapped.of(text), level=level)


def _runs(paragraph: Element, space: str) -> Iterator[str]:
    deleted = {text for gone in paragraph.iter(f"{space}del") for text in gone.iter()}
    for element in paragraph.iter():
        if element in deleted:
            continue
        if element.tag == f"{space}t":
            yield element.text or ""
        elif element.tag in (f"{space}tab", f"{space}br", f"{space}cr"):
            yield " "
        elif element.tag == f"{space}noBreakHyphen":
            yield "-"


def _kind(paragraph: Element, space: str) -> tuple[Kind, int]:
    style = paragraph.find(f"{space}pPr/{space}pStyle")
    name = style.get(f"{space}val", "") if style is not None else ""
    if heading := _HEADING.search(name):
        return Kind.HEADING, int(heading[1])
    match name.casefold():
        case "title" | "titel":
            return Kind.HEADING, 1
        case "caption" | "beschriftung":
            return Kind.CAPTION, 0
        case "quote" | "intensequote" | "zitat" | "blocktext":
            return Kind.QUOTE, 0
    listed = paragraph.find(f"{space}pPr/{space}numPr") is not None
    return (Kind.ITEM if listed else Kind.PARAGRAPH), 0


def _metadata(archive: Archive) -> Metadata:
    """Title and language only: the author that Word writes down is who owns the computer."""
    if "docProps/core.xml" not in archive.names:
        return Metadata()
    found = {element.tag.rpartition("}")[2]: element.text for element in archive.xml("docProps/core.xml")}
    return with_values(Metadata(), {key: found.get(key) for key in ("title", "language")})
