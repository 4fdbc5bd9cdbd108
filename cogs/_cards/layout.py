"""The frame that every card shares: title, blocks of text, note, buttons; within Discord's budgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from discord import ui

from cogs._cards.limits import COMPONENTS, TEXT
from cogs._views import Screen

ROOM = 3_400
"""Characters of blocks on a page: what is left of Discord's 4,000 beside a title and a note."""

Row = ui.ActionRow[Any]


class Tone(Enum):
    """The colour of a card's edge. Never the only sign of what it says."""

    PLAIN = 0x5B6770
    GOOD = 0x2E7D4F
    DOUBTFUL = 0xB7791F
    BAD = 0xB3392F


def card(
    title: str | None,
    *blocks: str,
    note: str | None = None,
    rows: Sequence[Row] = (),
    tone: Tone = Tone.PLAIN,
    pictures: Sequence[ui.MediaGallery[Any]] = (),
) -> Screen:
    """A card of text that is marked up and escaped already; blocks are parted by lines.

    Blocks that do not fit are left out and counted in the note: callers that list much use `paged`.
    """
    head = [f"### {title}"] if title else []
    shown, left = _fitting(blocks, TEXT - sum(map(len, head)) - len(note or "") - 60, _places(rows, pictures))
    foot = " · ".join(filter(None, (note, f"{left} more not shown" if left else None)))
    screen, container = Screen(), ui.Container[Any](accent_colour=tone.value)
    for text in [*head, *shown[:1]]:
        container.add_item(ui.TextDisplay(text))
    for picture in pictures:
        container.add_item(picture)
    for text in shown[1:]:
        container.add_item(ui.Separator()).add_item(ui.TextDisplay(text))
    if foot:
        container.add_item(ui.TextDisplay(f"-# {foot}"))
    for row in rows:
        container.add_item(row)
    return screen.add_item(container)


def paged(blocks: Sequence[str], *, most: int = 10, room: int = ROOM) -> list[list[str]]:
    """Blocks put on pages in order, at most `most` blocks and `room` characters on each; one at least."""
    pages: list[list[str]] = [[]]
    for block in blocks:
        page = pages[-1]
        if page and (len(page) == most or sum(map(len, page)) + len(block) > room):
            pages.append(page := [])
        page.append(block)
    return pages


def _fitting(blocks: Sequence[str], room: int, places: int) -> tuple[list[str], int]:
    """The first blocks that fit, and how many were left out."""
    shown = list(_while_room(blocks, room, places))
    return shown, len(blocks) - len(shown)


def _while_room(blocks: Sequence[str], room: int, places: int) -> Iterator[str]:
    for place, block in enumerate(blocks):
        room -= len(block)
        if room < 0 or place >= places:
            return
        yield block


def _places(rows: Sequence[Row], pictures: Sequence[object]) -> int:
    """Blocks that the budget of components leaves room for: each but the first has a line before it."""
    taken = sum(1 + len(row.children) for row in rows) + 2 * len(pictures)
    return (COMPONENTS - taken - 3) // 2
