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
    r"wird|werden|soll|sollen|doit|devrait|sera|seront|aura|auront)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced?|announces|declared?|declares|warned|stated|argued|wrote|"
    r"claims|claimed|called for|pledged|promised|responded|reported|reports|testified|urged|insisted|"
    r"speech|statement|declaration|report|interview|sagte|erklärte|schrieb|a déclaré|a dit|a annoncé)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:\d\s?%|[$€£¥]\s?\d|\b\d[\d.,]*\s+(?:percent|per cent|million|billion|trillion|"
    r"times|thousand|prozent)\b|\b(?:double|tripled|doubled|halved|record|average|rate)\b)",
    re.IGNORECASE,
)


def looks_ahead(text: str) -> bool:
    """Whether a sentence speaks of what is still to come."""
    return _AHEAD.search(text) is not None


def kind_of(text: str, found: Found, when: When, published: When | None) -> EventKind:
    if published is not None and bounds(when)[0] > bounds(published)[1]:
        return EventKind.FORECAST
    near = text[max(found.start - _NEAR, 0) : found.end + _NEAR]
    if published is None and looks_ahead(near) and found.bound is not Bound.SINCE:
        return EventKind.FORECAST
    if _MEASURE.search(text):
        return EventKind.STATISTIC
    return EventKind.STATEMENT if _SAYING.search(near) else EventKind.EVENT
