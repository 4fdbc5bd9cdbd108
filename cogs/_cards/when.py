"""Dates in words, only as fine as they are known."""

from __future__ import annotations

import calendar

from bot.models import Precision, When


def in_words(when: When) -> str:
    """ "21 April 2014", "April 2014", "2014", "about 1875", "1998 to 2003", "since March 2003" """
    match when.start, when.end:
        case str(start), None:
            words = f"since {_point(start)}" if when.precision is Precision.RANGE else _point(start)
        case None, str(end):
            words = f"until {_point(end)}"
        case str(start), str(end):
            words = f"{_point(start)} to {_point(end)}"
        case _:
            return "no date"
    return f"about {words}" if when.precision is Precision.APPROXIMATE else words


def _point(iso: str) -> str:
    """An ISO date as it is read: "2014-04-21", "2014-04" or "2014"."""
    year, *rest = iso.split("-")
    month = calendar.month_name[int(rest[0])] if rest else None
    day = str(int(rest[1])) if len(rest) > 1 else None
    return " ".join(filter(None, (day, month, year)))
