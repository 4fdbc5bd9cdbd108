"""What a page says of itself: structured data goes before meta elements, these before what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.bibliography import with_values
from bot.ingest.formats.page import Page
from bot.ingest.shapes import Block, Kind, Metadata

_PROSE = 80  # characters of a paragraph, before which a title stands
_PARTS = (" | ", " – ", " — ", " - ", " · ")  # between a page's title and its site's


def metadata_of(page: Page, blocks: Sequence[Block]) -> Metadata:
    structured = {
        key: value for key, value in page.values.items() if not key.startswith("meta ") and key != "name"
    }
    named = {key[5:]: value for key, value in page.values.items() if key.startswith("meta ")}
    named.pop("og:type", None)
    dated = {"published": page.values["time"]} if "time" in page.values else {}
    metadata = Metadata()
    for values in (structured, named, dated):
        metadata = with_values(metadata, values)
    return replace(metadata, title=_title(metadata.title, page.title, blocks))


def _title(told: str | None, of_page: str, blocks: Sequence[Block]) -> str | None:
    """A heading that the page's title repeats, else what metadata tell, else the heading over the text."""
    first = [
        " ".join(block.text.text.split())
        for block in blocks
        if block.kind is Kind.HEADING and block.level == 1
    ]
    for heading in filter(None, first):
        if heading.casefold() in (told or of_page).casefold():
            return heading
    if told:
        return told
    if len(first) == 1:
        return first[0]
    return _over_text(blocks) or _without_site(of_page) or None


def _over_text(blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.kind is Kind.HEADING and block.level <= 3:
            return " ".join(block.text.text.split())
        if block.kind is Kind.PARAGRAPH and len(block.text) >= _PROSE:
            return None
    return None


def _without_site(title: str) -> str:
    for part in _PARTS:
        head, _, site = title.rpartition(part)
        if len(head.split()) >= 2 and len(site.split()) <= 5:
            return head
    return title
