"""Dates in figures: 2014-04-21, 5.6.2014, 25/12/2014, 2014年4月21日."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.forms.year import Point, century_of, in_range
from bot.dates.intervals import days_in
from bot.dates.reader import Reader
from bot.dates.values import Partial

_ISO_TIME = 14  # tokens of T10:15:30.123+01:00 at most


def iso(reader: Reader, at: int) -> Point | None:
    """2014-04-21, 2014-04-21T10:15Z, 2014-04, 2014/04/21, 2014.4.21."""
    year = reader.token(at)
    if not (year.number and len(year.text) == 4) or reader.is_touched(at):
        return None
    mark = reader.token(at + 1)
    month = _figure(reader, at + 2, 12)
    if not mark.glued or mark.low not in "-/.–" or month is None:
        return None
    day = _figure(reader, at + 4, days_in(int(year.text) or None, month))
    if day is not None and reader.token(at + 3).glued and reader.token(at + 3).low == mark.low:
        end = _after_time(reader, at + 5)
        return (Partial(int(year.text), month, day), end) if end and in_range(int(year.text)) else None
    padded = reader.token(at + 2).text.startswith("0")
    if mark.low == "-" and padded and not reader.continues(at + 3) and in_range(int(year.text)):
        return Partial(int(year.text), month), at + 3
    return None


def _figure(reader: Reader, at: int, most: int) -> int | None:
    token = reader.token(at)
    if token.glued and token.number and len(token.text) <= 2 and 1 <= int(token.text) <= most:
        return int(token.text)
    return None


def _after_time(reader: Reader, at: int) -> int | None:
    """The token after a time of day glued to an ISO date; `None` where the figures go on otherwise."""
    if reader.token(at).low == "t" and reader.token(at).glued and reader.token(at + 1).number:
        for end in range(at, at + _ISO_TIME):
            if not reader.token(end).glued:
                return end
        return None
    return None if reader.continues(at) else at


def figures(reader: Reader, at: int) -> Point | None:
    """5.6.2014, 25/12/2014, 5/6/14. Where day and month could be either, only the year is sure."""
    if reader.is_touched(at) or not reader.token(at).number:
        return None
    one, mark, two, again, year = (reader.token(at + n) for n in range(5))
    if not (two.number and year.number and mark.low == again.low and mark.low in "./-" and mark.glued):
        return None
    spaced = mark.low == "." and not two.glued and not year.glued  # 5. 6. 2014
    if not spaced and not (two.glued and again.glued and year.glued):
        return None
    if len(one.text) > 2 or len(two.text) > 2 or reader.continues(at + 5):
        return None
    if len(year.text) == 2 and mark.low == "/":
        number = century_of(int(year.text))
    elif len(year.text) == 4 and in_range(int(year.text)):
        number = int(year.text)
    else:
        return None
    found = _either_way(number, int(one.text), int(two.text), reader.lexicon.day_first or mark.low == ".")
    return (found, at + 5) if found else None


def _either_way(year: int, one: int, two: int, day_first: bool) -> Partial | None:
    as_day_first = 1 <= two <= 12 and 1 <= one <= days_in(year, two)
    as_month_first = 1 <= one <= 12 and 1 <= two <= days_in(year, one)
    if as_day_first and (day_first or not as_month_first or one == two):
        return Partial(year, two, one)
    if as_month_first and not as_day_first:
        return Partial(year, one, two)
    return Partial(year, vague=True) if as_day_first else None


def east_asian(reader: Reader, at: int) -> Point | None:
    """2014年4月21日 and its shorter forms."""
    year, mark = reader.token(at), reader.token(at + 1)
    if not (year.number and len(year.text) == 4 and in_range(int(year.text)) and mark.low in "年년"):
        return None
    found, end = Partial(int(year.text)), at + 2
    if month := _figure_of(reader, end, 12, "月월"):
        found, end = replace(found, month=month), end + 2
        if day := _figure_of(reader, end, days_in(found.year, month), "日일"):
            found, end = replace(found, day=day), end + 2
    return found, end


def _figure_of(reader: Reader, at: int, most: int, marks: str) -> int | None:
    token, mark = reader.token(at), reader.token(at + 1)
    if token.number and len(token.text) <= 2 and 1 <= int(token.text) <= most and mark.low in marks:
        return int(token.text)
    return None
