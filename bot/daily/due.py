"""When a daily post is due: wall-clock time in a zone, through the gaps and repeats of summer time.

A post belongs to a date as the zone's calendar has it. Where a clock is put forward over the time of the
post, it is due as much later; where it is put back, the first of the two times counts; a date that a zone
leaves out altogether (Apia, 30 December 2011) has no post.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LATE = timedelta(hours=6)
"""A post that could not be sent on time is sent up to this much later, and then left out."""
SPREAD = 50
"""Seconds within its minute over which servers are spread, each at its own second, the same every day."""
_STEP = timedelta(minutes=15)
"""All offsets from UTC in use today are multiples of this."""


def instant_of(day: date, minute: int, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) of a date's post, `minute` counted from midnight; `None` without such a date."""
    wall = datetime.combine(day, time(minute // 60, minute % 60))
    moment = _utc(wall, zone)
    if moment.astimezone(zone).date() == day:
        return moment
    # the gap runs into the next date: what is left of this one, if anything
    while wall.date() == day:
        wall -= _STEP
        moment = _utc(wall, zone)
        if wall.date() == day and moment.astimezone(zone).date() == day:
            return moment
    return None


def next_due(
    after: datetime, minute: int, zone: ZoneInfo, *, since: date | None = None
) -> tuple[date, datetime]:
    """The first date whose post is due later than a moment, and when.

    `since` is the last date that has had its post: whatever the clock or the zone became, only later dates
    are asked for, so that no date has two.
    """
    day = after.astimezone(zone).date() - timedelta(days=1)
    if since is not None and day <= since:
        day = since + timedelta(days=1)
    while True:
        moment = instant_of(day, minute, zone)
        if moment is not None and moment > after:
            return day, moment
        day += timedelta(days=1)


def spread(guild: int) -> timedelta:
    """How far into its minute a server's post is sent: thousands at 9:00 must not go out in one second."""
    return timedelta(seconds=(guild >> 22) % SPREAD)


def _utc(wall: datetime, zone: ZoneInfo) -> datetime:
    # fold 0: of two equal times the first; in a gap the offset from before it, so as much later as is missing
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
