"""The ways in which a calendar date is written. To teach one, add a function and a row."""

from __future__ import annotations

from collections.abc import Callable

from bot.dates.forms.figures import east_asian, figures, iso
from bot.dates.forms.month import day_first, month_alone, month_first
from bot.dates.forms.period import century, decade, quarter, season
from bot.dates.forms.year import Point, year
from bot.dates.reader import Reader


def _plain(found: Callable[[Reader, int], Point | None]) -> Callable[[Reader, int, bool], Point | None]:
    return lambda reader, at, expected: found(reader, at)


FORMS: tuple[Callable[[Reader, int, bool], Point | None], ...] = (
    _plain(iso),
    _plain(figures),
    _plain(east_asian),
    decade,
    century,
    quarter,
    _plain(day_first),
    _plain(month_first),
    month_alone,
    season,
    year,
)
"""The first that fits at a token wins."""
