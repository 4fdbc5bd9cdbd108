"""Two dates joined to one: between A and B, from A to B, A–B, 5-7 May, March and April 2014."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.forms.month import after_suffix
from bot.dates.forms.year import year_at
from bot.dates.intervals import days_in
from bot.dates.point import point
from bot.dates.reader import Reader
from bot.dates.relative import Point
from bot.dates.roles import Role
from bot.dates.values import Partial, Relative
from bot.dates.years import counts, plausible

_DASHES = frozenset("-–—")


def pair(
    reader: Reader, at: int, joint: Role, dash: bool
) -> tuple[Partial | Relative, Partial | Relative, int] | None:
    first = point(reader, at, expected=True) or _loose_year(reader, at)
    if not first:
        return None
    between = reader.phrase(first[1], joint)
    end = between[1] if between else first[1] + 1 if dash and reader.token(first[1]).low in _DASHES else None
    if end is None:
        return None
    last = point(reader, end, expected=True) or _loose_year(reader, end) or _second_day(reader, end, first[0])
    if not last or (_is_bare_year(last[0]) and counts(reader, last[1] - 1)):
        return None
    return _completed(first[0], last[0]), last[0], last[1]


def _is_bare_year(date: Partial | Relative) -> bool:
    return isinstance(date, Partial) and date.whole and date.month is None and date.years == 1


def _loose_year(reader: Reader, at: int) -> Point | None:
    """The number in "between 1956 and ..."; the word before is reason enough."""
    return year_at(reader, at) if plausible(reader, at) else None


def ranged(reader: Reader, at: int) -> tuple[Partial | Relative, Partial | Relative | None, int] | None:
    """One date, or two joined by a dash, "to", "through"; two days or months of one year also by "and"."""
    if days := _days(reader, at):
        return days
    first = point(reader, at)
    if not first:
        return None
    last = _second(reader, first)
    if last:
        if _is_bare_year(last[0]) and counts(reader, last[1] - 1):
            return None
        return _completed(first[0], last[0]), last[0], last[1]
    return first[0], None, first[1]


def _second(reader: Reader, first: Point) -> Point | None:
    date, at = first
    if not isinstance(date, Partial) or date.weekday is not None:
        return None
    mark = reader.token(at)
    if mark.low == "/" and mark.glued:
        return _second_year(reader, at + 1, date)
    if mark.low in _DASHES and (mark.low != "—" or (mark.glued and reader.token(at + 1).glued)):
        return (
            _second_year(reader, at + 1, date)
            or _second_day(reader, at + 1, date)
            or _later_than(date, point(reader, at + 1, expected=True))
        )
    if to := reader.phrase(at, Role.TO):
        return (
            _later_than(date, point(reader, to[1], expected=True))
            or _second_year(reader, to[1], date)
            or _second_day(reader, to[1], date)
        )
    if not date.whole and date.month and (joint := reader.phrase(at, Role.AND)):
        last = point(reader, joint[1], expected=True)
        if last and isinstance(last[0], Partial) and last[0].whole and last[0].month:
            return last
        return _second_day(reader, joint[1], date) if date.day else None
    return None


def _later_than(date: Partial, last: Point | None) -> Point | None:
    if last is None or not isinstance(last[0], Partial) or last[0].weekday is not None:
        return None
    if date.year and last[0].year and last[0].year < date.year:
        return None
    if _is_bare_year(date) and not last[0].whole:  # an entry of a list: "1864 – 23 October"
        return None
    return last


def _second_year(reader: Reader, at: int, first: Partial) -> Point | None:
    """The end of 2014-2018, 2014-18 and 2014/15."""
    token = reader.token(at)
    if first.year is None or first.month or not token.number or first.years > 1:
        return None
    if len(token.text) == 2 and token.glued and int(token.text) > first.year % 100:
        return Partial(first.year - first.year % 100 + int(token.text)), at + 1
    found = year_at(reader, at)
    return found if found and found[0].year and found[0].year > first.year else None


def _second_day(reader: Reader, at: int, first: Partial | Relative) -> Point | None:
    """The 7 of May 5-7, with the year that may follow it. Where the year stands already, no day follows."""
    if not isinstance(first, Partial) or not (first.month and first.day) or first.whole:
        return None
    token = reader.token(at)
    if (
        not token.number
        or len(token.text) > 2
        or not first.day < int(token.text) <= days_in(first.year, first.month)
    ):
        return None
    if reader.token(at + 1).glued and reader.token(at + 1).low not in ",.;:)th":
        return None
    date, end = replace(first, day=int(token.text)), at + 1
    if reader.token(end).low == "th":
        end += 1
    after = end + 1 if reader.token(end).low == "," else end
    if first.year is None and (year := year_at(reader, after)):
        return replace(date, year=year[0].year), year[1]
    return date, end


def _days(reader: Reader, at: int) -> tuple[Partial, Partial | None, int] | None:
    """5-7 May 2014, 5 and 6 May, vom 5. bis 7. Mai; of "the 17th and 24th of May" the 17th alone."""
    token = reader.token(at)
    if not token.number or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    end = after_suffix(reader, at + 1)
    if reader.token(end).low == "." and reader.token(end).glued:
        end += 1
    to = end + 1 if reader.token(end).low in _DASHES else reader.skip(end, Role.TO)
    joint = to if to > end else reader.skip(end, Role.AND)
    if joint == end:
        return None
    last = point(reader, joint, expected=True)
    if not last or not isinstance(last[0], Partial) or not last[0].day or last[0].day <= int(token.text):
        return None
    first = replace(last[0], day=int(token.text))
    if to == end and last[0].day > int(token.text) + 1:
        return first, None, at + 1
    return first, last[0], last[1]


def _completed(first: Partial | Relative, last: Partial | Relative) -> Partial | Relative:
    """The first date of a range with what only the second one says: the year of "from May to July 2014"."""
    if isinstance(first, Partial) and isinstance(last, Partial) and first.year is None and last.year:
        turned = bool(first.month and last.month and first.month > last.month)
        return replace(first, year=last.year - turned)
    return first
