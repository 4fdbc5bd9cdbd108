"""E-books: the pages of the spine in order, each read as the HTML it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from bot.errors import Unreadable
from bot.ingest.bibliography import with_values
from bot.ingest.formats.archive import Archive, opened
from bot.ingest.formats.encoding import decode
from bot.ingest.formats.html import blocks_of
from bot.ingest.formats.written import written
from bot.ingest.shapes import Block, Extract, Metadata

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(data: bytes) -> Extract:
    with opened(data) as archive:
        if _CONTAINER not in archive.names:
            raise Unreadable("", "it is no e-book; save it as .epub and retry")
        root = next(
            (e.get("full-path") for e in archive.xml(_CONTAINER).iter() if e.tag.endswith("}rootfile")), None
        )
        if not root:
            raise Unreadable("", "it names no content; save it again and retry")
        package = archive.xml(root)
        blocks = [block for page in _pages(package, root, archive) for block in _blocks(archive, page)]
        return written(blocks, _metadata(package))


def _pages(package: Element, root: str, archive: Archive) -> Iterator[str]:
    """Names of the spine's pages; the table of contents is none of them."""
    items = {e.get("id"): e for e in package.iter() if e.tag.endswith("}item")}
    for entry in (e for e in package.iter() if e.tag.endswith("}itemref")):
        item = items.get(entry.get("idref"))
        if (
            item is None
            or item.get("media-type") not in _PAGES
            or "nav" in (item.get("properties") or "").split()
        ):
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(item.get("href") or "")))
        if name in archive.names:
            yield name


def _blocks(archive: Archive, page: str) -> Iterator[Block]:
    for block in blocks_of(decode(archive.read(page))).blocks:
        if block.text.text.strip():
            text = " ".join(block.text.text.split())
            yield replace(block, text=type(block.text).of(text))


def _metadata(package: Element) -> Metadata:
    found: dict[str, list[str]] = {}
    for element in package.iter():
        if "dc/elements" in element.tag and element.text:
            found.setdefault(element.tag.rpartition("}")[2], []).append(element.text)
    keys = {
        "title": "title",
        "creator": "author",
        "publisher": "publisher",
        "language": "language",
        "date": "date",
    }
    return with_values(Metadata(), {key: found[name] for name, key in keys.items() if name in found})
