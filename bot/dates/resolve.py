"""Turns what was found into an interval of time, with the help of what the document says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.dates.intervals import bounds, first_day, gap, month_text, parts, shifted_month, week_of
from bot.dates.values import Anchor, Bound, Found, Partial, Relative, Unit
from bot.models import Basis, Precision, When

_NAMES = frozenset({(9, 11)})  # "September 11" without a year is a name more often than a date


@dataclass(frozen=True, slots=True)
class Context:
    """What an incomplete date is measured from.

    `published` is the document's own date; `told` the date that was told last, and `near` says that it stands
    in the same paragraph; `latest` the newest day that the document knows, the nearest thing to its date
    where it has none; `ahead` says that the sentence looks to the future; `known` gives the year of each day
    (month, day) that the document names in full, in one year only.
    """

    published: When | None = None
    told: When | None = None
    near: bool = False
    latest: When | None = None
    ahead: bool = False
    known: Mapping[tuple[int, int], int] = field(default_factory=dict)


def resolve(found: Found, context: Context) -> When | None:
    """The interval that is meant; `None` where nothing fixes it."""
    first = _interval(found.first, context)
    if first is None:
        return None
    if found.last is None:
        return _bound(first, found.bound)
    last = _interval(found.last, replace(context, told=first, near=True))
    if last is None:
        return None
    start, end = first.start, last.end or last.start
    if start is None or end is None or bounds(first)[0] > bounds(last)[1]:
        return None
    vague = Precision.APPROXIMATE in (first.precision, last.precision)
    basis = first.basis if first.basis is not Basis.STATED else last.basis
    return When(start, end, Precision.APPROXIMATE if vague else Precision.RANGE, basis)


def _bound(when: When, bound: Bound) -> When:
    """An open interval for "since", "until" and their like. An end within a season stays the season."""
    precision = Precision.APPROXIMATE if when.precision is Precision.APPROXIMATE else Precision.RANGE
    match bound:
        case Bound.SINCE | Bound.AFTER:
            return replace(when, end=None, precision=precision)
        case Bound.BY | Bound.BEFORE | Bound.UNTIL if when.end is None:
            return replace(when, start=None, end=when.start, precision=precision)
        case _:
            return when


def _interval(date_: Partial | Relative, context: Context) -> When | None:
    try:
        return _relative(date_, context) if isinstance(date_, Relative) else _partial(date_, context)
    except (ValueError, OverflowError):  # a thirtieth of February, a year before the first
        return None


def _partial(found: Partial, context: Context) -> When | None:
    if found.weekday is not None:
        return _weekday(found, context)
    if found.year is not None:
        return _spelled(found, found.year, Basis.STATED)
    if found.of is not None:
        year = _relative(found.of, context)
        return _spelled(found, parts(year.start)[0], Basis.RESOLVED) if year and year.start else None
    if found.month is None:
        return None
    day = (found.month, found.day or 0)
    if day in context.known and (context.published is None or day in _NAMES):
        return _spelled(found, context.known[day], Basis.RESOLVED)
    if day in _NAMES:
        return None
    year_number = _year_of(found, context)
    return None if year_number is None else _spelled(found, year_number, Basis.RESOLVED)


def _spelled(found: Partial, year: int, basis: Basis) -> When:
    """The date of a year, as an interval. A winter runs into the next year."""
    vague = Precision.APPROXIMATE if found.vague else None
    basis = Basis.APPROXIMATE if found.vague and basis is Basis.STATED else basis
    if found.month is None:
        if found.years > 1:
            return When(f"{year:04}", f"{year + found.years - 1:04}", vague or Precision.RANGE, basis)
        return When(f"{year:04}", None, vague or Precision.YEAR, basis)
    if found.day is not None:
        return When(date(year, found.month, found.day).isoformat(), None, vague or Precision.DAY, basis)
    start = month_text(year, found.month)
    if found.months > 1:
        end = month_text(*shifted_month(year, found.month, found.months - 1))
        return When(start, end, vague or Precision.RANGE, basis)
    return When(start, None, vague or Precision.MONTH, basis)


def _year_of(found: Partial, context: Context) -> int | None:
    """The year of a date that names none."""
    if found.direction is not None:
        return _year_by_direction(found, context.published)
    if found.of_writing and (writing := context.published or context.latest):
        return (
            _nearest_year(found, writing)
            if context.published is None
            else _year_before(found, writing, False)
        )
    if context.told is not None and (context.near or context.published is None):
        return _nearest_year(found, context.told)
    return _year_before(found, context.published, context.ahead) if context.published else None


def _candidates(found: Partial, around: int) -> list[tuple[int, tuple[date, date]]]:
    years = []
    for year in (around - 1, around, around + 1):
        try:
            years.append((year, bounds(_spelled(found, year, Basis.RESOLVED))))
        except ValueError:  # the 29th of February
            continue
    return years


def _nearest_year(found: Partial, told: When) -> int | None:
    """The year that brings a date nearest to what was told before; of two as near, the later."""
    anchor = bounds(told)
    years = _candidates(found, anchor[0].year) + _candidates(found, anchor[1].year)
    return max(years, key=lambda year: (-gap(year[1], anchor), year[0]))[0] if years else None


def _year_before(found: Partial, published: When, ahead: bool) -> int | None:
    """The last such date up to the day of writing, or the next one where the sentence looks ahead.

    A date that is close ahead and long past is ahead as well: nobody writes "on May 5" in April of a May
    eleven months ago.
    """
    if len(published.start or "") < 7:
        return None
    now = bounds(published)
    past = [year for year in _candidates(found, now[1].year) if year[1][0] <= now[1]]
    future = [year for year in _candidates(found, now[1].year) if year[1][0] > now[1]]
    if not past or not future:
        return None
    behind, before = gap(past[-1][1], now), gap(future[0][1], now)
    if ahead and behind > 0:
        return future[0][0]
    return future[0][0] if before * 4 < behind and not found.of_writing else past[-1][0]


def _year_by_direction(found: Partial, published: When | None) -> int | None:
    if published is None or len(published.start or "") < 7:
        return None
    now = bounds(published)
    years = _candidates(found, now[0].year)
    if found.direction == 0:
        return now[0].year
    if found.direction == -1:
        return max((year for year, (_, last) in years if last < now[0]), default=None)
    return min((year for year, (first, _) in years if first > now[1]), default=None)


def _weekday(found: Partial, context: Context) -> When | None:
    anchor = context.published
    if anchor is None or len(anchor.start or "") < 10 or found.weekday is None:
        return None
    day = first_day(anchor.start or "")
    back = (day.weekday() - found.weekday) % 7
    if found.direction == -1:
        meant = day - timedelta(days=back or 7)
    elif found.direction == 1 or (found.direction in (None, 0) and context.ahead):
        meant = day + timedelta(days=(7 - back) % 7 or 7)
    elif found.direction == 0 and not context.ahead:
        meant = day - timedelta(days=day.weekday() - found.weekday)
    else:
        meant = day - timedelta(days=back)
    return When(meant.isoformat(), None, Precision.DAY, Basis.RESOLVED)


def _relative(found: Relative, context: Context) -> When | None:
    anchor = context.published if found.anchor is Anchor.WRITING else context.told
    if anchor is None or (anchor.start is None and anchor.end is None):
        return None
    text = anchor.start or anchor.end or ""
    when = _SHIFTS[found.unit](text, found.shift)
    if when is None:
        return None
    vague = found.vague or anchor.precision is Precision.APPROXIMATE
    return replace(when, precision=Precision.APPROXIMATE) if vague else when


def _resolved(start: str, end: str | None, precision: Precision) -> When:
    return When(start, end, precision, Basis.RESOLVED)


def _days(anchor: str, shift: int) -> When | None:
    if len(anchor) < 10:
        return None
    day = first_day(anchor) + timedelta(days=shift)
    return _resolved(day.isoformat(), None, Precision.DAY)


def _weeks(anchor: str, shift: int) -> When | None:
    if len(anchor) < 10:
        return None
    monday, sunday = week_of(first_day(anchor), shift)
    return _resolved(monday.isoformat(), sunday.isoformat(), Precision.RANGE)


def _weekends(anchor: str, shift: int) -> When | None:
    if len(anchor) < 10:
        return None
    sunday = week_of(first_day(anchor), shift)[1]
    return _resolved((sunday - timedelta(days=1)).isoformat(), sunday.isoformat(), Precision.RANGE)


def _months(anchor: str, shift: int) -> When | None:
    year, month, _ = parts(anchor)
    if month is None:
        return None
    return _resolved(month_text(*shifted_month(year, month, shift)), None, Precision.MONTH)


def _years(anchor: str, shift: int) -> When | None:
    year = parts(anchor)[0] + shift
    return _resolved(f"{year:04}", None, Precision.YEAR) if year > 0 else None


_SHIFTS: dict[Unit, Callable[[str, int], When | None]] = {
    Unit.DAY: _days,
    Unit.WEEK: _weeks,
    Unit.WEEKEND: _weekends,
    Unit.MONTH: _months,
    Unit.YEAR: _years,
    Unit.DECADE: lambda anchor, shift: _years(anchor, shift * 10),
    Unit.CENTURY: lambda anchor, shift: _years(anchor, shift * 100),
}
