"""What words do in dates."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.dates.values import Unit


class Role(StrEnum):
    """What a word does in a date."""

    MONTH = "month"
    SHORT_MONTH = "short month"  # "Mar": a month only beside a number
    WEEKDAY = "weekday"
    SEASON = "season"  # value: its first month
    UNIT = "unit"
    DAYS = "days"  # "yesterday": value is the shift in days
    DIRECTION = "direction"  # "last", "this", "next"
    AGO = "ago"
    AGO_FIRST = "ago first"  # languages that say "ago" before the number
    LATER = "later"  # "later", "earlier": value is the sign
    THAT = "that"  # "that", "the same"
    NEIGHBOUR = "neighbour"  # "the following", "the previous": value is the sign
    NUMBER = "number"
    ORDINAL = "ordinal"
    QUARTER = "quarter"
    HALF = "half"
    DECADE = "decade"  # "nineties"
    DECADE_MARK = "decade mark"  # years of the 1990s, said before the number
    CENTURY = "century"
    YEAR = "year"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    TO = "to"
    BETWEEN = "between"
    AND = "and"
    IN = "in"
    OF = "of"
    THE = "the"
    ABOUT = "about"
    PART = "part"  # early, mid, late


KERNELS = frozenset(
    {
        Role.MONTH,
        Role.SHORT_MONTH,
        Role.WEEKDAY,
        Role.SEASON,
        Role.UNIT,
        Role.DAYS,
        Role.DECADE,
        Role.CENTURY,
        Role.QUARTER,
        Role.HALF,
    }
)
"""Without a figure, a date has a word of one of these."""

UNIT_NUMBERS = {unit.value: number for number, unit in enumerate(Unit)}
UNITS = tuple(Unit)
"""A phrase's value is a number: units are numbered in their order."""

Column = Mapping[Role, Mapping[int, str]]
"""A language: role -> value -> words, phrases parted by commas."""
