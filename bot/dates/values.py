"""What the date grammar finds: dates as far as their words give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Bound(StrEnum):
    """How a statement stands to its date."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"


class Anchor(StrEnum):
    """What a relative date counts from."""

    WRITING = "writing"  # "last week": the day the document was written
    TEXT = "text"  # "the following year": what was told just before


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told by its distance, `shift` units from an anchor: "last week", "two years ago", "that day"."""

    unit: Unit
    shift: int
    anchor: Anchor = Anchor.WRITING
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Partial:
    """A calendar date; what its words leave open is `None`.

    A season, quarter or half year is a `month` and the number of `months` that it lasts; a decade or century
    a `year` and its number of `years`. `direction` is -1 for "last March", 0 for "this", 1 for "next".
    `of` is the year of "March last year". `of_writing` marks a month that describes a thing ("a March
    report"): it belongs to the time of writing.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    months: int = 1
    years: int = 1
    vague: bool = False  # "about", "early", or a day and month that could be read either way
    direction: int | None = None
    of: Relative | None = None
    of_writing: bool = False

    @property
    def whole(self) -> bool:
        """Whether it stands without help from another date."""
        return self.year is not None


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, at `[start, end)`; `last` is the second date of a range.

    `[core, end)` is the date without the word that binds it ("since", "in").
    """

    start: int
    end: int
    first: Partial | Relative
    last: Partial | Relative | None = None
    bound: Bound = Bound.AT
    core: int = 0
