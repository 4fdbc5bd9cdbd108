"""The account of what was left out: every stretch of a source is a paragraph's or has a reason here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Extract, Paragraph
from bot.models import Omission

_OPENING = 80
_MARKUP = "markup"
_TEXT = re.compile(r"\S+")


def omissions_of(
    extract: Extract, paragraphs: Sequence[Paragraph], dropped: Iterable[tuple[str, Mapped]]
) -> tuple[Omission, ...]:
    """One omission for each run of stretches with the same reason, in the order of the file.

    `characters` counts what is not white space.
    """
    shade = bytearray(len(extract.text))  # 0: nobody's, 1: body, 2 and up: index of a reason
    names: dict[str, int] = {}
    for reason, text in dropped:
        _paint(shade, text, names.setdefault(reason, len(names) + 2))
    for paragraph in paragraphs:
        _paint(shade, paragraph.text, 1)
    reasons = ["", "", *names]
    found: list[Omission] = []
    runs = [(shade[start], extract.text[start:end]) for start, end in _pieces(extract.text, shade)]
    markup = [text for number, text in runs if not number]
    for number, run in groupby((run for run in runs if run[0]), key=lambda run: run[0]):
        if number > 1:
            found.append(_omission(reasons[number], [text for _, text in run]))
    return (*found, _omission(_MARKUP, markup)) if markup else tuple(found)


def _omission(reason: str, words: list[str]) -> Omission:
    return Omission(reason, sum(map(len, words)), " ".join(words[:20])[:_OPENING])


def _paint(shade: bytearray, text: Mapped, colour: int) -> None:
    for start, end in text.spans():
        shade[start:end] = bytes([colour]) * (end - start)


def _pieces(source: str, shade: bytearray) -> Iterator[tuple[int, int]]:
    """The words of the source, cut wherever the shade changes."""
    for word in _TEXT.finditer(source):
        start, end = word.span()
        if shade.count(shade[start], start, end) == end - start:
            yield start, end
            continue
        for place in range(start + 1, end + 1):
            if place == end or shade[place] != shade[start]:
                yield start, place
                start = place
