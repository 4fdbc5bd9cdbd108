"""What a dated statement is: something that happened, was said, was measured, or is to come."""

from __future__ import annotations

import re

from bot.dates import Bound, Found
from bot.dates.intervals import bounds
from bot.models import EventKind, When

_NEAR = 90  # characters on either side of a date

_AHEAD = re.compile(
    r"\b(?:will|shall|expected|expects|expect|scheduled|slated|planned|plans to|due (?:to|in|on|by)|upcoming|"
    r"set to|aims?|aiming|forecast|forecasts|projected|intends?|hopes? to|about to|ahead of|is to|are to|"
    r"wird|werden|soll|sollen|doit|devrait|sera|seront|aura|auront|va|vont|sollte|würde)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced?|announces|declared?|declares|warned|stated|argued|wrote|"
    r"claims|claimed|called for|pledged|promised|responded|reported|reports|testified|urged|insisted|"
    r"speech|statement|declaration|report|interview|sagte|erklärte|schrieb|a déclaré|a dit|a annoncé)\b",
    re.IGNORECASE,
)
# who said something has said it already
_SAID = re.compile(
    r"\b(?:said|told|announced|declared|warned|stated|wrote|claimed|pledged|promised|reported|testified|urged|"
    r"insisted|added|noted|sagte|erklärte|schrieb|a dit|a déclaré|a annoncé|a indiqué|ont dit|ont annoncé)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:\d\s?%|[$€£¥]\s?\d|\b\d[\d.,]*\s+(?:percent|per cent|million|billion|trillion|"
    r"times|thousand|prozent)\b|\b(?:double|tripled|doubled|halved|record|average|rate)\b)",
    re.IGNORECASE,
)


def looks_ahead(text: str, date: Found) -> bool:
    """Whether what is told of a date is still to come: by the cue nearest before it, else by the first after.

    "The bridge will open in May, the mayor said Thursday": the opening is ahead, the Thursday is not.
    """
    before = text[max(date.start - _NEAR, 0) : date.start]
    cues = sorted([*_ends(_AHEAD, before, True), *_ends(_SAID, before, False)])
    if not cues:
        after = text[date.end : date.end + _NEAR]
        first = min([*_starts(_AHEAD, after, True), *_starts(_SAID, after, False)], default=(0, False))
        return first[1]
    return cues[-1][1]


def _ends(cue: re.Pattern[str], text: str, ahead: bool) -> list[tuple[int, bool]]:
    return [(found.end(), ahead) for found in cue.finditer(text)]


def _starts(cue: re.Pattern[str], text: str, ahead: bool) -> list[tuple[int, bool]]:
    return [(found.start(), ahead) for found in cue.finditer(text)]


def kind_of(text: str, found: Found, when: When, published: When | None) -> EventKind:
    if published is not None and bounds(when)[0] > bounds(published)[1]:
        return EventKind.FORECAST
    near = text[max(found.start - _NEAR, 0) : found.end + _NEAR]
    if published is None and looks_ahead(text, found) and found.bound is not Bound.SINCE:
        return EventKind.FORECAST
    if _MEASURE.search(text):
        return EventKind.STATISTIC
    return EventKind.STATEMENT if _SAYING.search(near) else EventKind.EVENT
