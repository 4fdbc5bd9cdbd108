"""Years: by themselves, after a month or season, short ("'68"), of our era."""

from __future__ import annotations

from bot.dates.reader import Reader
from bot.dates.roles import Role
from bot.dates.values import Partial
from bot.dates.years import FIRST_YEAR, LAST_YEAR, is_year

Point = tuple[Partial, int]
"""A date and the token after it."""

APOSTROPHES = frozenset("'’‘")


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
    if not token.number or len(token.text) not in (3, 4) or not in_range(max(int(token.text), FIRST_YEAR)):
        return None
    if token.glued or (reader.token(at + 1).glued and reader.token(at + 1).low not in ",.;)"):
        return None
    if reader.token(at - 1).text == "AD" or reader.token(at + 1).text in {"AD", "CE"}:
        return Partial(int(token.text)), at + (2 if reader.token(at + 1).text in {"AD", "CE"} else 1)
    return None


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


def in_range(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR
