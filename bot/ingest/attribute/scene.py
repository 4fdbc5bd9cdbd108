"""A paragraph, or the inside of a quotation, while it is read for who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ingest.attribute.cast import Person
from bot.ingest.attribute.cues import Cue
from bot.ingest.attribute.frames import Frame
from bot.ingest.attribute.marks import Quotation
from bot.ingest.attribute.source import Source
from bot.models import Span


@dataclass(slots=True)
class Scene:
    """One paragraph, or the inside of one quotation, while it is read: whose it is, and who spoke last."""

    text: str
    frames: list[Frame]
    quotations: list[Quotation]  # of one level
    owner: Person | None
    via: tuple[Person, ...]
    last: Source | None = None
    last_cue: Cue | None = None
    last_frame: int = -1
    lead: Cue | None = None  # of the sentence before the paragraph
    interrupted: bool = False  # the last quotation broke off with a comma for its cue
    cut: tuple[int, int] | None = None  # the words of a cue within the marks


def held(frames: list[Frame], index: int, quotation: Quotation) -> list[Frame]:
    """The frames that a quotation touches; one whose closing mark is missing ends with its sentence."""
    if not quotation.closed and not quotation.lasting:
        return [frames[index]]
    found = [frames[index]]
    while index + len(found) < len(frames) and frames[index + len(found)].holds(quotation):
        found.append(frames[index + len(found)])
    return found


def without(cut: tuple[int, int] | None, start: int, end: int, text: str) -> list[Span]:
    """`[start, end)` without the cut and the stop behind it; nothing that is empty."""
    if cut is None or not start <= cut[0] < end:
        return [(start, end)] if start < end else []
    behind = cut[1]
    while behind < end and not text[behind].isalnum():
        behind += 1
    return [(left, right) for left, right in ((start, cut[0]), (behind, end)) if left < right]
