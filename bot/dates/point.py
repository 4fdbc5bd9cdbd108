"""One date with all that stands before it: "about", "the", "early", "the end of", a weekday."""

from __future__ import annotations

from dataclasses import replace

from bot.dates.forms import FORMS
from bot.dates.forms.month import month_at
from bot.dates.forms.year import year_at
from bot.dates.reader import Reader
from bot.dates.relative import Point, of_month, relative
from bot.dates.roles import Role
from bot.dates.values import Partial, Relative, Unit

_NAMED_DAYS = frozenset(
    {"black", "good", "holy", "easter", "ash", "palm", "bloody", "fat", "super", "cyber"}
    | {"every", "each", "most", "some", "any", "a", "an", "jeden", "chaque"}
)
_PAPERS = frozenset({"times", "mail", "telegraph", "post", "mirror", "express", "herald"})


def point(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """One date with what stands before it: "about", "the", "early", "the end of", a weekday."""
    vague = reader.role(at, Role.ABOUT)
    at = reader.skip(at, Role.ABOUT)
    part = reader.phrase(at, Role.PART)
    if not part and not reader.role(at, Role.NEIGHBOUR) and not reader.role(at, Role.THAT):
        at = reader.skip(at, Role.THE)
        part = reader.phrase(at, Role.PART)
    if part:
        at = part[1] + 1 if reader.token(part[1]).low == "-" and reader.token(part[1]).glued else part[1]
        at = reader.skip(reader.skip(at, Role.OF), Role.THE)
        vague = expected = True
    at = _past_weekday(reader, at)
    if year_at(reader, reader.skip(at, Role.YEAR)):
        at = reader.skip(at, Role.YEAR)
    found = relative(reader, at) or _calendar_date(reader, at, expected)
    return (replace(found[0], vague=True), found[1]) if found and vague else found


def _calendar_date(reader: Reader, at: int, expected: bool) -> Point | None:
    for form in FORMS:
        if found := form(reader, at, expected):
            date, end = found
            return _of_relative_year(reader, date, end)
    return _weekday(reader, at)


def _of_relative_year(reader: Reader, date: Partial, at: int) -> Point:
    """March last year, May of that year, le 5 mars dernier."""
    if date.whole or date.of_writing:
        return date, at
    end = reader.skip(at + 1 if reader.token(at).low == "," else at, Role.OF)
    if (year := relative(reader, end)) and isinstance(year[0], Relative) and year[0].unit is Unit.YEAR:
        return replace(date, of=year[0]), year[1]
    direction = reader.phrase(at, Role.DIRECTION)
    if direction and direction[0] and direction[1] == at + 1:
        return replace(date, direction=direction[0]), direction[1]
    return date, at


def _past_weekday(reader: Reader, at: int) -> int:
    """Past "Sunday," where a date follows."""
    if not (weekday := reader.phrase(at, Role.WEEKDAY)):
        return at
    end = weekday[1]
    if reader.token(end).low in {",", "."}:
        end += 1
    end = reader.skip(end, Role.THE)
    token = reader.token(end)
    return (
        end
        if month_at(reader, end) or (token.number and len(token.text) <= 2 and _dated(reader, end))
        else at
    )


def _dated(reader: Reader, at: int) -> bool:
    return any(form(reader, at, False) for form in FORMS)


def _weekday(reader: Reader, at: int) -> Point | None:
    found = reader.phrase(at, Role.WEEKDAY)
    if not found or reader.token(at - 1).low in _NAMED_DAYS or reader.token(found[1]).low in _PAPERS:
        return None
    if of_month(reader, found[1]) or reader.ends_phrase(at, Role.ORDINAL):
        return None
    return _of_relative_week(Partial(weekday=found[0]), reader, found[1])


def _of_relative_week(date: Partial, reader: Reader, at: int) -> Point:
    direction = reader.phrase(at, Role.DIRECTION)
    if direction and direction[0]:
        end = reader.skip(direction[1], Role.UNIT)
        return replace(date, direction=direction[0]), end
    return date, at
