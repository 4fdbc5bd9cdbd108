"""Dates in words and figures that name a day, month, season, decade or century."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace

from bot.dates.lexicon import Role
from bot.dates.reader import Reader
from bot.dates.values import Partial
from bot.dates.years import FIRST_YEAR, LAST_YEAR, UNITS, is_year

Point = tuple[Partial, int]
"""A date and the token after it."""

_SUFFIXES = frozenset({"st", "nd", "rd", "th", "d", "er", "e", "º", "ª", "°", "го"})
_DASHES = frozenset("-–—")
APOSTROPHES = frozenset("'’‘")
_ISO_TIME = 14  # tokens of T10:15:30.123+01:00 at most


def days_in(year: int | None, month: int) -> int:
    return calendar.monthrange(year or 2000, month)[1]


def year_at(reader: Reader, at: int) -> Point | None:
    """A year that needs no reason, because a month or a season stands before it."""
    token, after = reader.token(at), reader.token(at + 1)
    if token.low in APOSTROPHES:
        return _short_year(reader, at)
    if not token.number or len(token.text) != 4 or not FIRST_YEAR <= int(token.text) <= LAST_YEAR:
        return None
    if after.low in {"hours", "hrs", "h", "uhr"} or (
        after.glued
        and (
            after.word or (after.low in ".,:" and reader.token(at + 2).glued and reader.token(at + 2).number)
        )
    ):
        return None
    return Partial(year=int(token.text)), at + 1


def _short_year(reader: Reader, at: int) -> Point | None:
    number = reader.token(at + 1)
    if not number.number or not number.glued or len(number.text) != 2:
        return None
    if reader.token(at + 2).glued and reader.token(at + 2).word:
        return None
    return Partial(year=century_of(int(number.text))), at + 2


def century_of(digits: int) -> int:
    """Two digits mean the years from 1930 to 2029."""
    return digits + (1900 if digits >= 30 else 2000)


def iso(reader: Reader, at: int) -> Point | None:
    """2014-04-21, 2014-04-21T10:15Z, 2014-04, 2014/04/21, 2014.4.21."""
    year = reader.token(at)
    if not (year.number and len(year.text) == 4) or _touched_before(reader, at):
        return None
    mark = reader.token(at + 1)
    month = _figure(reader, at + 2, 12)
    if not mark.glued or mark.low not in "-/.–" or month is None:
        return None
    day = _figure(reader, at + 4, days_in(int(year.text) or None, month))
    if day is not None and reader.token(at + 3).glued and reader.token(at + 3).low == mark.low:
        end = _after_time(reader, at + 5)
        return (Partial(int(year.text), month, day), end) if end and _in_range(int(year.text)) else None
    padded = reader.token(at + 2).text.startswith("0")
    if mark.low == "-" and padded and not _continues(reader, at + 3) and _in_range(int(year.text)):
        return Partial(int(year.text), month), at + 3
    return None


def _in_range(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


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
    return None if _continues(reader, at) else at


def _continues(reader: Reader, at: int) -> bool:
    """Whether digits or letters are glued on here, so that what stands before is part of something longer."""
    token, further = reader.token(at), reader.token(at + 1)
    if not token.glued:
        return False
    return token.word or token.number or token.low in "%/_=" or (further.glued and further.number)


def _touched_before(reader: Reader, at: int) -> bool:
    token, before = reader.token(at), reader.token(at - 1)
    return token.glued and (before.number or before.word or before.low in "-/.:_=#$€£%+")


def figures(reader: Reader, at: int) -> Point | None:
    """5.6.2014, 25/12/2014, 5/6/14. Where day and month could be either, only the year is sure."""
    if _touched_before(reader, at) or not reader.token(at).number:
        return None
    one, mark, two, again, year = (reader.token(at + n) for n in range(5))
    if not (two.number and year.number and mark.low == again.low and mark.low in "./-" and mark.glued):
        return None
    spaced = mark.low == "." and not two.glued and not year.glued  # 5. 6. 2014
    if not spaced and not (two.glued and again.glued and year.glued):
        return None
    if len(one.text) > 2 or len(two.text) > 2 or _continues(reader, at + 5):
        return None
    if len(year.text) == 2 and mark.low == "/":
        number = century_of(int(year.text))
    elif len(year.text) == 4 and _in_range(int(year.text)):
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
    """2014年4月21日 and its shorter forms. The letters may be one token with what follows them."""
    year, mark = reader.token(at), reader.token(at + 1)
    if not (year.number and len(year.text) == 4 and _in_range(int(year.text)) and mark.low[0] in "年년"):
        return None
    found, end = Partial(int(year.text)), at + 2
    if len(mark.low) == 1 and (month := _figure_of(reader, end, 12, "月월")):
        found, end = replace(found, month=month), end + 2
        if len(reader.token(end - 1).low) == 1 and (
            day := _figure_of(reader, end, days_in(found.year, month), "日일")
        ):
            found, end = replace(found, day=day), end + 2
    return found, end


def _figure_of(reader: Reader, at: int, most: int, marks: str) -> int | None:
    token, mark = reader.token(at), reader.token(at + 1)
    if token.number and len(token.text) <= 2 and 1 <= int(token.text) <= most and mark.low[0] in marks:
        return int(token.text)
    return None


def month_first(reader: Reader, at: int) -> Point | None:
    """May 5th, 2014; May 5; May 2014; May '14. A month alone is `month_alone`'s."""
    found = month_at(reader, at)
    if not found:
        return None
    month, end = found
    if day := _day_after(reader, end, month):
        value, end = day
        return _with_year(reader, Partial(month=month, day=value), end)
    dated = _with_year(reader, Partial(month=month), end)
    return dated if dated[0].year else None


def month_at(reader: Reader, at: int) -> tuple[int, int] | None:
    """The number of a month named here, and the token after it and its full stop."""
    if found := reader.phrase(at, Role.MONTH):
        return found
    if (found := reader.phrase(at, Role.SHORT_MONTH)) is None:
        return None
    value, end = found
    if reader.token(end).low == "." and reader.token(end).glued:
        end += 1
    beside = reader.token(end), reader.token(at - 1)
    return (
        (value, end)
        if any(token.number for token in beside) or reader.token(end).low in APOSTROPHES
        else None
    )


def _day_after(reader: Reader, at: int, month: int) -> tuple[int, int] | None:
    at = reader.skip(at, Role.THE)
    if ordinal := reader.phrase(at, Role.ORDINAL):
        return ordinal if ordinal[0] <= days_in(None, month) else None
    token = reader.token(at)
    if not token.number or len(token.text) > 2 or not 1 <= int(token.text) <= days_in(None, month):
        return None
    end = _after_suffix(reader, at + 1)
    after = reader.token(end)
    if (_continues(reader, end) and after.low not in _DASHES) or (after.low in UNITS and not after.capital):
        return None
    return int(token.text), end


def _after_suffix(reader: Reader, at: int) -> int:
    token = reader.token(at)
    return at + 1 if token.glued and token.low in _SUFFIXES else at


def day_first(reader: Reader, at: int) -> Point | None:
    """5 May 2014, the 5th of May, 5. Mai, 1er mai, 5 de mayo de 2014, the fourth of July."""
    if ordinal := reader.phrase(at, Role.ORDINAL):
        day, end = ordinal
    else:
        token = reader.token(at)
        if (
            not token.number
            or len(token.text) > 2
            or not 1 <= int(token.text) <= 31
            or _touched_day(reader, at)
        ):
            return None
        day, end = int(token.text), _after_suffix(reader, at + 1)
        if reader.token(end).low == "." and reader.token(end).glued:
            end += 1
    end = reader.skip(end, Role.OF)
    end = reader.skip(end, Role.THE) if not reader.role(end, Role.MONTH) else end
    month = month_at(reader, end)
    if not month or day > days_in(None, month[0]):
        return None
    return _with_year(reader, Partial(month=month[0], day=day), month[1])


def _touched_day(reader: Reader, at: int) -> bool:
    """A day may follow a dash (5-7 May) or a quotation mark, but no other figure, letter or sign."""
    token, before = reader.token(at), reader.token(at - 1)
    return token.glued and (before.number or before.word or before.low in "./:_=#$€£%+,")


def _with_year(reader: Reader, date: Partial, at: int) -> Point:
    """The date with the year that follows it: ", 2014", "of 2014", "in the year 2014", "de 2014"."""
    end = at + 1 if reader.token(at).low == "," else at
    end = reader.skip(end, Role.OF, Role.IN) if reader.token(end).low != "at" else end
    end = reader.skip(end, Role.THE)
    end = reader.skip(end, Role.YEAR)
    year = year_at(reader, end)
    if not year or (date.day and not _valid(year[0].year, date)):
        return date, at
    return replace(date, year=year[0].year), year[1]


def _valid(year: int | None, date: Partial) -> bool:
    return not (date.month and date.day) or date.day <= days_in(year, date.month)


def month_alone(reader: Reader, at: int, expected: bool) -> Point | None:
    """A month without a year: "in May", "a February report"; a name of a person or a verb is none."""
    found = reader.phrase(at, Role.MONTH)
    if not found:
        return None
    month, end = found
    leads = (
        Role.IN,
        Role.SINCE,
        Role.UNTIL,
        Role.BY,
        Role.BEFORE,
        Role.AFTER,
        Role.PART,
        Role.ABOUT,
        Role.YEAR,
    )
    if expected or any(reader.ends_phrase(at, role) for role in leads):
        follower = reader.token(end)
        named = follower.capital and follower.word and not follower.glued
        return None if named and not expected else (Partial(month=month), end)
    before, after = reader.token(at - 1), reader.token(end)
    owned = before.low in {"a", "an", "the", "its", "their", "his", "her", "s"}
    if owned and after.word and not after.capital and not reader.is_phrase(after) and month != 5:
        return Partial(month=month, of_writing=True), end
    return None


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
    if reader.role(end, Role.OF) or not (expected or _in_the(reader, at)):
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
    end = _after_suffix(reader, at + 1)
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
    if start is None or (
        _touched_before(reader, number) and number == at and reader.token(at - 1).low != "-"
    ):
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
    return year if _in_range(year) and (len(text) == 4 or int(text) >= 20) else None


def century(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """the 19th century, the nineteenth century, das 19. Jahrhundert."""
    found = _nth(reader, at)
    if not found or not reader.role(found[1], Role.CENTURY) or not 11 <= found[0] <= 22:
        return None
    return Partial(found[0] * 100 - 99, years=100, vague=True), found[1] + 1


def year(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """A bare year, where something speaks for it."""
    if reader.token(at).low in APOSTROPHES:
        leads = (Role.IN, Role.OF, Role.SINCE, Role.UNTIL, Role.BY, Role.BEFORE, Role.AFTER)
        return _short_year(reader, at) if any(reader.ends_phrase(at, role) for role in leads) else None
    if is_year(reader, at):
        return Partial(int(reader.token(at).text)), at + 1
    return _anno(reader, at)


def _anno(reader: Reader, at: int) -> Point | None:
    """AD 476, 1066 CE."""
    token = reader.token(at)
    if not token.number or len(token.text) not in (3, 4) or not _in_range(max(int(token.text), FIRST_YEAR)):
        return None
    if token.glued or (reader.token(at + 1).glued and reader.token(at + 1).low not in ",.;)"):
        return None
    if reader.token(at - 1).text == "AD" or reader.token(at + 1).text in {"AD", "CE"}:
        return Partial(int(token.text)), at + (2 if reader.token(at + 1).text in {"AD", "CE"} else 1)
    return None


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
