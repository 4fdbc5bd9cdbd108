"""Dates in running text: found by a grammar of our own, in linear time, and resolved to intervals.

    found = find_dates("They met again in the fall of 2019.")
    resolve(found[0], Context())  ->  2019-09 to 2019-11, a range

`published` reads a single date as metadata print it.
"""

from __future__ import annotations

from bot.dates.grammar import find_dates
from bot.dates.resolve import Context, resolve
from bot.dates.values import Bound, Found, Partial, Relative
from bot.models import When

_LONGEST = 200  # characters: a date line is short


def published(text: str, language: str | None = None) -> When | None:
    """The date in a line of metadata ("Posted on 21 April 2014", "2014-04-21T10:00:00Z", "April 2017").

    `None` where it holds no date that stands by itself.
    """
    whole = [
        found
        for found in find_dates(text[:_LONGEST], language)
        if isinstance(found.first, Partial) and found.first.whole and found.first.years == 1
    ]
    if whole:
        finest = max(whole, key=lambda found: _fineness(found.first))
        return resolve(Found(finest.start, finest.end, finest.first, finest.last), Context())
    digits = text.strip()
    if len(digits) == 8 and digits.isdecimal():
        return published(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    return published(f"in {digits}") if len(digits) == 4 and digits.isdecimal() else None


def _fineness(date: Partial | Relative) -> int:
    return (date.month is not None) + (date.day is not None) if isinstance(date, Partial) else 0


__all__ = ["Bound", "Context", "Found", "Partial", "Relative", "find_dates", "published", "resolve"]
