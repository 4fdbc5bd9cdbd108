"""Dates told by their distance: last week, next March, two years ago, that day, a month later."""

from __future__ import annotations

from bot.dates.reader import Reader
from bot.dates.roles import UNITS, Role
from bot.dates.values import Anchor, Partial, Relative, Unit

Point = tuple[Partial | Relative, int]
"""A date and the token after it."""


_LONG = (Unit.DECADE, Unit.CENTURY)
"""Units too long for "last", "this" and "that" to place anything."""


def relative(reader: Reader, at: int) -> Point | None:
    """last week, next March, yesterday, two years ago, that day, the following year, a month later."""
    if days := reader.phrase(at, Role.DAYS):
        return Relative(Unit.DAY, days[0]), days[1]
    for role in (Role.NEIGHBOUR, Role.THAT):
        if (phrase := reader.phrase(at, role)) and (unit := reader.phrase(phrase[1], Role.UNIT)):
            if (
                UNITS[unit[0]] is Unit.DECADE
                or reader.token(phrase[1]).low.endswith("s")
                or reader.token(at - 1).low in {"over", "within", "for"}
            ):
                return None
            return Relative(UNITS[unit[0]], phrase[0], Anchor.TEXT), unit[1]
    return _directed(reader, at) or _counted(reader, at) or _weekend(reader, at)


def _weekend(reader: Reader, at: int) -> Point | None:
    """The weekend of "over the weekend": the last one."""
    there = reader.token(at).low == "weekend" and reader.role(at - 1, Role.THE)
    if there and reader.token(at - 2).low in {"over", "at", "on", "during"}:
        return Relative(Unit.WEEKEND, -1), at + 1
    return None


def _directed(reader: Reader, at: int) -> Point | None:
    if direction := reader.phrase(at, Role.DIRECTION):
        shift, end = direction
        if unit := reader.phrase(end, Role.UNIT):
            kind = UNITS[unit[0]]
            return None if kind in (Unit.DAY, *_LONG) else (Relative(kind, shift), unit[1])
        for role in (Role.MONTH, Role.SEASON, Role.WEEKDAY):
            if (named := reader.phrase(end, role)) and not (
                role is Role.WEEKDAY and of_month(reader, named[1])
            ):
                return _named(role, named[0], shift), named[1]
        return None
    unit = reader.phrase(at, Role.UNIT)  # la semaine dernière
    if unit and (direction := reader.phrase(unit[1], Role.DIRECTION)) and direction[0]:
        kind = UNITS[unit[0]]
        if kind not in (Unit.DAY, *_LONG) and reader.token(unit[1]).low not in {"last", "next"}:
            return Relative(kind, direction[0]), direction[1]
    return None


def _named(role: Role, value: int, direction: int) -> Partial:
    if role is Role.WEEKDAY:
        return Partial(weekday=value, direction=direction)
    return Partial(month=value, months=3 if role is Role.SEASON else 1, direction=direction)


def _counted(reader: Reader, at: int) -> Point | None:
    if ago := reader.phrase(at, Role.AGO_FIRST):
        count = _count(reader, reader.skip(ago[1], Role.ABOUT))
        if count and (unit := reader.phrase(count[1], Role.UNIT)):
            return Relative(UNITS[unit[0]], -count[0], vague=True), unit[1]
    count = _count(reader, at)
    if not count or not (unit := reader.phrase(count[1], Role.UNIT)):
        return None
    if ago := reader.phrase(unit[1], Role.AGO):
        return Relative(UNITS[unit[0]], -count[0], vague=True), ago[1]
    if (later := reader.phrase(unit[1], Role.LATER)) and (later[0] > 0 or reader.starts_clause(at)):
        return Relative(UNITS[unit[0]], later[0] * count[0], Anchor.TEXT, vague=count[0] > 1), later[1]
    return None


def _count(reader: Reader, at: int) -> tuple[int, int] | None:
    token = reader.token(at)
    if token.number and len(token.text) <= 3 and not token.glued:
        return int(token.text), at + 1
    count = reader.phrase(at, Role.NUMBER)
    if count and count[0] % 10 == 0 and reader.token(count[1]).low == "-":  # forty-two
        ones = reader.phrase(count[1] + 1, Role.NUMBER)
        if ones and ones[0] < 10:
            return count[0] + ones[0], ones[1]
    return count


def of_month(reader: Reader, at: int) -> bool:
    """Whether a weekday is one of a month's, as in "the last Friday in January": no one day's name."""
    return reader.token(at).low in {"in", "of", "im"} and reader.role(at + 1, Role.MONTH)
