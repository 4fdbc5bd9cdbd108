"""From a server's schedule to its posts: dates that were missed, the one to post, the one that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.daily.due import LATE, next_due, spread
from bot.store.state.daily import CLAIMED, SKIPPED, Post, Schedule

MISSED = 31
"""Dates that are noted as missed, at most: the latest ones."""
WHILE_AWAY = "I was not running"


def milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a schedule whose time has come: rows to write, and where it goes on."""

    missed: tuple[Post, ...]
    post: Post | None
    next_date: str
    next_at: int


def plan(schedule: Schedule, now: int, *, lease: int) -> Plan:
    """`now` and `lease`, until when the claim is held, are epoch milliseconds."""
    zone = ZoneInfo(schedule.zone)
    missed: list[Post] = []
    day, due = schedule.next_date, schedule.next_at
    while due + LATE.total_seconds() * 1000 < now:
        missed.append(_post(schedule, day, due, SKIPPED, now, WHILE_AWAY))
        day, due = following(schedule.guild, schedule.minute, zone, after=due, since=date.fromisoformat(day))
    post = None
    if due <= now:
        post = _post(schedule, day, due, CLAIMED, lease)
        day, due = following(schedule.guild, schedule.minute, zone, after=due, since=date.fromisoformat(day))
    return Plan(tuple(missed[-MISSED:]), post, day, due)


def following(
    guild: int, minute: int, zone: ZoneInfo, *, after: int, since: date | None = None
) -> tuple[str, int]:
    """The next date and its moment, the server's own second included."""
    moment = datetime.fromtimestamp(after / 1000, UTC) - spread(guild)
    day, due = next_due(moment, minute, zone, since=since)
    return day.isoformat(), milliseconds(due + spread(guild))


def _post(schedule: Schedule, day: str, due: int, state: str, lease: int, reason: str | None = None) -> Post:
    return Post(schedule.guild, day, due, schedule.channel, schedule.thread, state, lease, reason=reason)
