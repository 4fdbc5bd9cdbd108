"""A timeline as a picture, in large type on a dark ground to be read on a phone; and the same in words.

Pillow and the font are imported when the first picture is drawn: they cost memory that most hours can do
without.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 900  # pixels; a phone shows them on about 360 points
MARGIN = 48
RAIL = 76  # where the line of time runs
TEXT = 124  # where words begin
DATE_SIZE, LABEL_SIZE, AXIS_SIZE = 34, 36, 28
LEADING = 1.3
AXIS = 150  # height of the scale at the top
GAP = 30  # between two rows
MOST_LINES = 3  # of a label
MOST_ROWS = 12
ALT_TEXT = 1_024

GROUND, INK, SOFT, LINE, MARK = "#1e1f22", "#f2f3f5", "#b5bac1", "#4e5058", "#f0b232"

_ASIAN_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc",
    "C:/Windows/Fonts/msgothic.ttc",
)
_one_at_a_time = asyncio.Semaphore(1)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its date in words, what happened, and the first day of it, for the scale."""

    when: str
    label: str
    day: date


async def picture(rows: Sequence[Row], first: date, last: date, others: Sequence[date] = ()) -> bytes | None:
    """A PNG of at most `MOST_ROWS` rows, drawn in a thread, one picture at a time.

    `first` and `last` are the ends of the scale, on which `others` stand fainter than the rows. `None` where
    no font at hand has the letters.
    """
    async with _one_at_a_time:
        return await asyncio.to_thread(draw, rows[:MOST_ROWS], first, last, others)


def alt_text(rows: Sequence[Row], first: date, last: date) -> str:
    """The picture in words, for those who cannot see it; at most `ALT_TEXT` characters."""
    head = (
        f"Timeline, {first.year} to {last.year}: " if first.year != last.year else f"Timeline, {first.year}: "
    )
    lines = [f"{row.when}: {row.label.rstrip('.')}" for row in rows[:MOST_ROWS]]
    whole = head + "; ".join(lines) + "."
    if len(whole) <= ALT_TEXT:
        return whole
    room = (ALT_TEXT - len(head) - 2 * len(lines)) // max(len(lines), 1)
    return head + "; ".join(_clipped(line, room) for line in lines) + "."


def _clipped(line: str, room: int) -> str:
    return line if len(line) <= room else line[: room - 1].rstrip() + "…"


def draw(rows: Sequence[Row], first: date, last: date, others: Sequence[date] = ()) -> bytes | None:
    from PIL import Image, ImageDraw

    text = "".join(row.when + row.label for row in rows)
    path = _font_for(text)
    if path is None:
        return None
    date_font, label_font, axis_font = (_font(path, size) for size in (DATE_SIZE, LABEL_SIZE, AXIS_SIZE))
    wrapped = [list(_wrapped(row.label, label_font, WIDTH - TEXT - MARGIN)) for row in rows]
    heights = [round(DATE_SIZE * LEADING + len(lines) * LABEL_SIZE * LEADING) + GAP for lines in wrapped]
    image = Image.new("RGB", (WIDTH, AXIS + sum(heights) + MARGIN // 2), GROUND)
    pen = ImageDraw.Draw(image)
    _draw_scale(pen, axis_font, [row.day for row in rows], first, last, others)
    top = AXIS
    pen.line([(RAIL, top + 20), (RAIL, top + sum(heights) - heights[-1] + 24)], fill=LINE, width=4)
    for row, lines, height in zip(rows, wrapped, heights, strict=True):
        pen.ellipse([RAIL - 11, top + 12, RAIL + 11, top + 34], fill=MARK, outline=GROUND, width=3)
        pen.text((TEXT, top), row.when, font=date_font, fill=MARK)
        for number, line in enumerate(lines):
            at = top + DATE_SIZE * LEADING + number * LABEL_SIZE * LEADING
            pen.text((TEXT, at), line, font=label_font, fill=INK)
        top += height
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_scale(
    pen: ImageDraw, font: FreeTypeFont, days: Sequence[date], first: date, last: date, others: Sequence[date]
) -> None:
    """A line from the first day to the last with a stroke for each entry: how far apart things lie."""
    left, right, height = MARGIN, WIDTH - MARGIN, 58
    length = max((last - first).days, 1)
    pen.line([(left, height), (right, height)], fill=LINE, width=4)
    for day, colour, reach in [*((day, SOFT, 10) for day in others), *((day, MARK, 18) for day in days)]:
        at = left + (right - left) * min(max((day - first).days, 0), length) / length
        pen.line([(at, height - reach), (at, height + reach)], fill=colour, width=reach // 3)
    pen.text((left, height + 26), str(first.year), font=font, fill=SOFT)
    if last.year != first.year:
        pen.text((right, height + 26), str(last.year), font=font, fill=SOFT, anchor="ra")


def _wrapped(text: str, font: FreeTypeFont, room: float) -> Iterator[str]:
    """Lines that fit the room, `MOST_LINES` at most, the last with "…" where more would follow."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and font.getlength(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while font.getlength(line) > room:  # one word wider than the picture
            cut = next(n for n in range(len(line), 0, -1) if font.getlength(line[:n]) <= room or n == 1)
            lines.append(line[:cut])
            line = line[cut:]
    lines.append(line.rstrip())
    if len(lines) > MOST_LINES:
        last = lines[MOST_LINES - 1]
        while last and font.getlength(last + "…") > room:
            last = last[:-1]
        lines[MOST_LINES - 1 :] = [last.rstrip(" ,;:") + "…"]
    yield from lines


def _pieces(text: str) -> Iterator[str]:
    """What may not be parted at the end of a line: words; in scripts without spaces, letters."""
    piece = ""
    for letter in text:
        piece += letter
        if letter == " " or "\u3000" <= letter <= "\u9fff":
            yield piece
            piece = ""
    yield piece


@lru_cache(maxsize=8)
def _font(path: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(path, size)


def _font_for(text: str) -> str | None:
    """The first font that has every letter: the one that we ship with, or the system's for East Asia."""
    import ttf_opensans  # type: ignore[import-untyped]

    letters = {letter for letter in text if not letter.isspace()}
    paths = [str(ttf_opensans.OPENSANS_REGULAR.path), *(path for path in _ASIAN_FONTS if Path(path).exists())]
    return next((path for path in paths if all(_has(path, letter) for letter in letters)), None)


@lru_cache(maxsize=4096)
def _has(path: str, letter: str) -> bool:
    """Whether a font can draw a letter: it draws something else than for a code that nothing has."""
    font = _font(path, LABEL_SIZE)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
