"""One date in one sentence, resolved."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dates import Found
from bot.models import Passage, Span, When


@dataclass(frozen=True, slots=True)
class Telling:
    """`adverbial`: the date tells when, and is no part of a name. `beside`: the dates next to it."""

    passage: Passage
    found: Found
    when: When
    adverbial: bool
    beside: tuple[Span, ...] = ()
