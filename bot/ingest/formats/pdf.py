"""PDF: the lines of each page, columns one after the other. Cleaning finds out the rest."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bot.errors import Unreadable
from bot.ingest.bibliography import with_values
from bot.ingest.formats.written import written
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind, Metadata

_HYPHEN = re.compile("[\ufffe\x02]\n?")
PAGES = 5_000
CHARACTERS = 40_000_000


def read_pdf(data: bytes) -> Extract:
    """The text layer of a file. Raises Unreadable for encrypted, damaged and image-only files."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Unreadable("", "it is encrypted; save it without a password") from error
        raise Unreadable("", "it is no PDF or damaged; save it again and retry") from error
    try:
        if len(document) > PAGES:
            raise Unreadable("", f"it has more than {PAGES} pages; split it into smaller files")
        blocks = list(_lines(document))
        if not any(block.text.text.strip() for block in blocks):
            raise Unreadable("", "it holds images without text; run it through text recognition (OCR) first")
        return written(blocks, _metadata(document), between="\n")
    finally:
        document.close()


def _lines(document: pypdfium2.PdfDocument) -> Iterator[Block]:
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            try:
                text = _page_text(page)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            continue  # a page that is damaged alone
        size += len(text)
        if size > CHARACTERS:
            raise Unreadable("", "it holds more text than I can read; split it into smaller files")
        for line in text.splitlines():
            yield Block(Kind.LINE, Mapped.of(line), page=number)
        yield Block(Kind.LINE, Mapped.of(""), page=number)


def _page_text(page: pypdfium2.PdfPage) -> str:
    """Text in the order of the file, an empty line where the gap to the next line is wide.

    The library joins lines at a hyphen and leaves a mark there; the lines part again, for cleaning to mend.
    """
    text = page.get_textpage()
    try:
        lines = [_line(text, start, count) for start, count in _runs(text)]
    finally:
        text.close()
    heights = sorted(bottom - top for _, bottom, top in lines if bottom > top) or [0.0]
    found: list[str] = []
    usual = _usual_step(lines)
    for index, (line, _, top) in enumerate(lines):
        step = lines[index - 1][2] - top if index else 0.0
        if index and usual and (step > 1.45 * usual or step < -2 * heights[len(heights) // 2]):
            found.append("")
        found.append(line)
    return _HYPHEN.sub("-\n", "\n".join(found)).replace("\0", "")


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, int]]:
    """Start and length of each line, in characters of the page."""
    whole = text.get_text_range()
    at = 0
    for line in whole.split("\n"):
        yield at, len(line)
        at += len(line) + 1


def _line(text: pypdfium2.PdfTextPage, start: int, count: int) -> tuple[str, float, float]:
    """A line, and the height of its first letter's upper and lower edge on the page (points from below)."""
    line = text.get_text_range(start, count).strip("\r\n") if count > 0 else ""
    first = start + len(line) - len(line.lstrip())
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    known = line.strip() and pdfium.FPDFText_GetCharBox(text, first, left, right, bottom, top)
    return line, top.value if known else 0.0, bottom.value if known else 0.0


def _usual_step(lines: list[tuple[str, float, float]]) -> float:
    steps = sorted(
        before[2] - after[2] for before, after in itertools.pairwise(lines) if before[2] > after[2] > 0
    )
    return steps[len(steps) // 2] if steps else 0.0


def _metadata(document: pypdfium2.PdfDocument) -> Metadata:
    """The title alone, and only where it is one: programs fill these fields with file names and owners."""
    title = (document.get_metadata_dict(skip_empty=True).get("Title") or "").strip()
    named = len(title.split()) >= 3 and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd"))
    return with_values(Metadata(), {"title": title}) if named else Metadata()
