"""Seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.forms.month import after_suffix
from bot.dates.forms.year import APOSTROPHES, Point, in_range, year_at
from bot.dates.reader import Reader
from bot.dates.roles import Role
from bot.dates.values import Partial


def season(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """the fall of 2019, summer 2014, winter 1941/42, in the spring."""
    found = reader.phrase(at, Role.SEASON)
    if not found:
        return None
    month, end = found
    date = Partial(month=month, months=3)
    after = reader.skip(end, Role.OF)
    after = reader.skip(reader.skip(after, Role.THE), Role.YEAR)
    if year := year_at(reader, after):
        return replace(date, year=year[0].year), _after_second_year(reader, year[1])
    if reader.role(end, Role.OF):  # the fall of last year, but not the fall of the city
        return (date, end) if reader.role(reader.skip(end, Role.OF), Role.DIRECTION) else None
    if not (expected or _in_the(reader, at)):
        return None
    return date, end


def _after_second_year(reader: Reader, at: int) -> int:
    """Past the 42 of winter 1941/42."""
    number = reader.token(at + 1)
    if (
        reader.token(at).glued
        and reader.token(at).low in "/-–"
        and number.number
        and len(number.text) in (2, 4)
    ):
        return at + 2
    return at


def _in_the(reader: Reader, at: int) -> bool:
    start = at - 1 if reader.role(at - 1, Role.THE) else at
    return any(
        reader.ends_phrase(start, role) for role in (Role.IN, Role.SINCE, Role.UNTIL, Role.BY, Role.PART)
    )


def quarter(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """Q1 2015, the first quarter of 2015, the second half of 2014."""
    if reader.token(at).low == "q" and reader.token(at + 1).glued and reader.token(at + 1).text in "1234":
        number, end, months = int(reader.token(at + 1).text), at + 2, 3
    else:
        found = _nth(reader, at)
        if not found:
            return None
        number, end = found
        months = 3 if reader.role(end, Role.QUARTER) else 6 if reader.role(end, Role.HALF) else 0
        end += 1
    if not months or not 1 <= number <= 12 // months:
        return None
    after = reader.skip(reader.skip(end, Role.OF), Role.THE)
    after = reader.skip(after, Role.YEAR)
    year = year_at(reader, after)
    if not year:
        return None
    return Partial(year[0].year, (number - 1) * months + 1, months=months), year[1]


def _nth(reader: Reader, at: int) -> tuple[int, int] | None:
    if found := reader.phrase(at, Role.ORDINAL):
        return found
    token = reader.token(at)
    if not token.number or len(token.text) > 2:
        return None
    end = after_suffix(reader, at + 1)
    if end == at + 1 and reader.token(end).low == "." and reader.token(end).glued:
        end += 1
    return int(token.text), end


def decade(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """the 1990s, the '60s, the 1920er, the sixties, les années 1990."""
    marked = reader.phrase(at, Role.DECADE_MARK)
    if marked and (start := _decade_figure(reader, marked[1])):
        return Partial(start, years=10), marked[1] + 1
    named = reader.phrase(at, Role.DECADE)
    if named and (reader.ends_phrase(at, Role.THE) or reader.ends_phrase(at, Role.PART)):
        return Partial(named[0], years=10), named[1]
    number = at + 1 if reader.token(at).low in APOSTROPHES else at
    start = _decade_figure(reader, number)
    if start is None or (reader.is_touched(number) and number == at and reader.token(at - 1).low != "-"):
        return None
    end = number + 1
    if reader.token(end).low in APOSTROPHES and reader.token(end).glued:
        end += 1
    mark = reader.token(end)
    if not mark.glued or mark.low not in {"s", "er", "ern", "е", "х"}:
        return None
    if len(reader.token(number).text) == 2 and number == at and not reader.ends_phrase(at, Role.THE):
        return None  # "90s" may be a temperature
    return Partial(start, years=100 if start % 100 == 0 and start < 2000 else 10), end + 1


def _decade_figure(reader: Reader, at: int) -> int | None:
    text = reader.token(at).text
    if not reader.token(at).number or len(text) not in (2, 4) or not text.endswith("0"):
        return None
    year = int(text) if len(text) == 4 else 1900 + int(text)
    return year if in_range(year) and (len(text) == 4 or int(text) >= 20) else None


def century(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """the 19th century, the nineteenth century, das 19. Jahrhundert."""
    found = _nth(reader, at)
    if not found or not reader.role(found[1], Role.CENTURY) or not 11 <= found[0] <= 22:
        return None
    return Partial(found[0] * 100 - 99, years=100, vague=True), found[1] + 1
