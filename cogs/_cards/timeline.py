"""A page of a timeline: a picture, then its entries, each with the words that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import discord
from discord import ui

from bot.dates.intervals import bounds
from bot.errors import Withheld
from bot.library.picture import Row as PictureRow
from bot.library.picture import alt_text
from bot.library.receipts import Receipt
from bot.library.timeline import Entry, Telling, Timeline
from bot.models import Basis, EventKind
from cogs._cards.layout import Row, card
from cogs._cards.markup import clip, escape, plain, plural, quoted
from cogs._cards.when import in_words
from cogs._views import Screen

ON_PAGE = 4
TELLINGS = 2
"""Documents that are shown with their words under one entry; more are counted."""
ROOM = 640
"""Characters under one entry's heading, so that a page of them keeps Discord's 4,000."""
PICTURE = "timeline.png"

_KINDS = {
    EventKind.FORECAST: " · expected",
    EventKind.STATISTIC: "",
    EventKind.STATEMENT: "",
    EventKind.EVENT: "",
}

Receipts = Mapping[str, Receipt | Withheld]
"""By the passage's key."""


def page_of(timeline: Timeline, page: int) -> tuple[Entry, ...]:
    return timeline.entries[page * ON_PAGE : (page + 1) * ON_PAGE]


def page_count(timeline: Timeline) -> int:
    return -(-len(timeline.entries) // ON_PAGE)


def picture_rows(entries: Sequence[Entry]) -> list[PictureRow]:
    return [PictureRow(dated(entry), plain(entry.label), bounds(entry.when)[0]) for entry in entries]


def page(
    timeline: Timeline,
    entries: Sequence[Entry],
    receipts: Receipts,
    *,
    picture: bytes | None,
    rows: Sequence[Row],
) -> Screen:
    screen = card(
        f"{plural(len(timeline.entries), 'event')}, {_span(timeline)}",
        *(block(entry, receipts) for entry in entries),
        pictures=[_gallery(timeline, entries)] if picture else [],
        rows=rows,
    )
    screen.files = [discord.File(BytesIO(picture), PICTURE)] if picture else []
    return screen


def block(entry: Entry, receipts: Receipts) -> str:
    """An entry: its date, what happened, and who tells it in which words."""
    told = [telling for telling in entry.tellings if telling.passages]
    room = ROOM // max(min(len(told), TELLINGS), 1)
    worked_out = " · date worked out from the text" if entry.when.basis is Basis.RESOLVED else ""
    lines = [f"**{dated(entry)}**{_KINDS[entry.kind]}{worked_out}", clip(entry.label, 130)]
    lines += [
        _telling(telling, receipts[telling.passages[0].key], room, dated_apart=entry.disputed)
        for telling in told[:TELLINGS]
    ]
    if len(told) > TELLINGS:
        lines.append(f"-# and {plural(len(told) - TELLINGS, 'more document')}")
    return "\n".join(lines)


def dated(entry: Entry) -> str:
    """The date in words; where documents differ, all of them."""
    if not entry.disputed:
        return in_words(entry.when)
    return " or ".join(dict.fromkeys(in_words(telling.event.when) for telling in entry.tellings))


def _telling(telling: Telling, receipt: Receipt | Withheld, room: int, *, dated_apart: bool) -> str:
    title = clip(telling.document.title, 70)
    date = f", which says {in_words(telling.event.when)}" if dated_apart else ""
    if isinstance(receipt, Withheld):
        return f"> withheld: the source of *{title}* has changed since it was loaded"
    speaker = f"{clip(receipt.chain, 60)}, " if receipt.speaker else ""
    source = f"— {speaker}*{title}*{date}, paragraph {receipt.paragraph}"
    return f"> {quoted(receipt.text, max(room - len(source) - 40, 60))}\n> {source}"


def _gallery(timeline: Timeline, entries: Sequence[Entry]) -> ui.MediaGallery[Any]:
    words = alt_text(picture_rows(entries), timeline.first, timeline.last)
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{PICTURE}", description=words))


def _span(timeline: Timeline) -> str:
    first, last = timeline.first.year, timeline.last.year
    return escape(str(first) if first == last else f"{first} to {last}")
