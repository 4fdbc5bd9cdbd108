"""Dates that name a month: May 5th, 2014; 5 May; in May; a May report."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.forms.year import APOSTROPHES, Point, year_at
from bot.dates.intervals import days_in
from bot.dates.reader import Reader
from bot.dates.roles import Role
from bot.dates.values import Partial
from bot.dates.years import UNITS

_SUFFIXES = frozenset({"st", "nd", "rd", "th", "d", "er", "e", "º", "ª", "°", "го"})
_DASHES = frozenset("-–—")


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
    end = after_suffix(reader, at + 1)
    after = reader.token(end)
    if (reader.continues(end) and after.low not in _DASHES) or (after.low in UNITS and not after.capital):
        return None
    return int(token.text), end


def after_suffix(reader: Reader, at: int) -> int:
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
        day, end = int(token.text), after_suffix(reader, at + 1)
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
