"""From a file's bytes to blocks of text whose characters know their place: one reader a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from bot.errors import Unreadable
from bot.ingest.formats.docx import read_docx
from bot.ingest.formats.encoding import decode
from bot.ingest.formats.epub import read_epub
from bot.ingest.formats.html import read_html
from bot.ingest.formats.md import read_md
from bot.ingest.formats.pdf import read_pdf
from bot.ingest.formats.txt import read_txt
from bot.ingest.shapes import Extract

__all__ = ["FORMATS", "decode", "extract"]

Reader = Callable[[bytes], Extract]


def extract(name: str, data: bytes) -> Extract:
    """What stands in a file. Raises Unreadable with what is wrong and what to do."""
    suffix = PurePath(name).suffix.lower()
    reader = FORMATS.get(suffix)
    if reader is None:
        raise Unreadable(name, f"I cannot read files of this kind; use {', '.join(sorted(FORMATS))}")
    if not data.strip():
        raise Unreadable(name, "the file is empty")
    try:
        found = reader(data)
    except Unreadable as error:
        raise Unreadable(name, error.reason) from error
    if not found.text.strip("\ufeff \t\r\n\f\v\0"):
        raise Unreadable(name, "there is no text in it")
    return found


FORMATS: dict[str, Reader] = {
    ".docx": read_docx,
    ".epub": read_epub,
    ".htm": read_html,
    ".html": read_html,
    ".markdown": read_md,
    ".md": read_md,
    ".pdf": read_pdf,
    ".txt": read_txt,
    ".xhtml": read_html,
}
