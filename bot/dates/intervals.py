"""Arithmetic on dates as fine as they are known: "2014", "2014-04", "2014-04-21"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.models import When

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def parts(iso: str) -> tuple[int, int | None, int | None]:
    """Year, month, day of an ISO date. Raises ValueError for anything else."""
    found = _ISO.match(iso)
    if not found:
        raise ValueError(iso)
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day


def first_day(iso: str) -> date:
    year, month, day = parts(iso)
    return date(max(year, 1), month or 1, day or 1)


def last_day(iso: str) -> date:
    year, month, day = parts(iso)
    year = max(year, 1)
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def bounds(when: When) -> tuple[date, date]:
    """The first and last day of an interval; an open side is taken as the known one."""
    start, end = when.start or when.end, when.end or when.start
    if start is None or end is None:
        raise ValueError("a date without either side")
    return first_day(start), last_day(end)


def gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two intervals; 0 where they touch or overlap."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def month_text(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    number = year * 12 + month - 1 + by
    return number // 12, number % 12 + 1


def week_of(day: date, shift: int) -> tuple[date, date]:
    """Monday to Sunday of the calendar week that is `shift` weeks from a day's own."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def days_in(year: int | None, month: int) -> int:
    """Of a leap year, where the year is open."""
    return monthrange(year or 2000, month)[1]
