"""Daily posts: each server's time, and what became of each of its dates.

A date is claimed by writing its row, of which there can be one; a claim is held by a lease, and whoever finds
it run out may take it over. Times are milliseconds since 1970 (UTC); dates are ISO, as the server's zone has
them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

CLAIMED, SENT, SKIPPED = "claimed", "sent", "skipped"

schedule_table = Table(
    "daily_schedule",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("minute", Integer, nullable=False),  # of the day, by the wall clock of the zone
    Column("zone", String(64), nullable=False),  # IANA
    Column("thread", Integer, nullable=False),  # 0 or 1
    Column("next_date", String(10), nullable=False),
    Column("next_at", BigInteger, nullable=False),
    Column("failures", Integer, nullable=False),  # refusals in a row
    Column("paused", Text),  # why nothing is posted; NULL while it is
    Column("told", Integer, nullable=False),  # 1: the moderators know of the pause
    Index("daily_schedule_by_time", "next_at"),
)

post_table = Table(
    "daily_post",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("date", String(10), primary_key=True),
    Column("due", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("thread", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("lease", BigInteger, nullable=False),  # until when its claim is held
    Column("tried", BigInteger),  # when it was first sent off; NULL: not yet
    Column("fact", Text),
    Column("message", BigInteger),
    Column("reason", Text),  # why it was skipped
    Index("daily_post_by_lease", "state", "lease"),
    Index("daily_post_by_fact", "guild", "fact"),
)

pin_table = Table(
    "daily_pin",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("date", String(10), primary_key=True),
    Column("fact", Text, nullable=False),
)

skip_table = Table(
    "daily_skip",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("fact", String(300), primary_key=True),
    Column("times", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Schedule:
    guild: int
    channel: int
    minute: int
    zone: str
    thread: int
    next_date: str
    next_at: int
    failures: int = 0
    paused: str | None = None
    told: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    guild: int
    date: str
    due: int
    channel: int
    thread: int
    state: str
    lease: int
    tried: int | None = None
    fact: str | None = None
    message: int | None = None
    reason: str | None = None


_SCHEDULE = [schedule_table.c[name] for name in Schedule.__slots__]
_POST = [post_table.c[name] for name in Post.__slots__]


async def put_schedule(tx: Tx, schedule: Schedule) -> None:
    """A server's time, in place of the one before."""
    await delete_schedule(tx, schedule.guild)
    await tx.execute(insert(schedule_table).values(**asdict(schedule)))


async def delete_schedule(tx: Tx, guild: int) -> bool:
    """Whether there was one."""
    return (await tx.execute(delete(schedule_table).where(schedule_table.c.guild == guild))).rowcount > 0


async def schedule_of(tx: Tx, guild: int) -> Schedule | None:
    row = (await tx.execute(select(*_SCHEDULE).where(schedule_table.c.guild == guild))).one_or_none()
    return Schedule(*row) if row else None


async def due_schedules(tx: Tx, now: int, *, limit: int) -> list[Schedule]:
    """Schedules whose time has come, the longest waiting first."""
    found = await tx.execute(
        select(*_SCHEDULE)
        .where(schedule_table.c.next_at <= now, schedule_table.c.paused.is_(None))
        .order_by(schedule_table.c.next_at)
        .limit(limit)
    )
    return [Schedule(*row) for row in found]


async def earliest(tx: Tx) -> int | None:
    """When the next schedule or run-out lease wants to be looked at; `None` where there is neither."""
    times = [
        await tx.scalar(select(func.min(schedule_table.c.next_at)).where(schedule_table.c.paused.is_(None))),
        await tx.scalar(select(func.min(post_table.c.lease)).where(post_table.c.state == CLAIMED)),
    ]
    return min((int(time) for time in times if time is not None), default=None)


async def advance(tx: Tx, schedule: Schedule, next_date: str, next_at: int) -> bool:
    """Moves a schedule on from the date it stood at; False where somebody has done so already."""
    c = schedule_table.c
    done = await tx.execute(
        update(schedule_table)
        .where(c.guild == schedule.guild, c.next_date == schedule.next_date, c.next_at == schedule.next_at)
        .values(next_date=next_date, next_at=next_at)
    )
    return done.rowcount > 0


async def add_post(tx: Tx, post: Post) -> bool:
    """Writes a date's row; False where it has one already."""
    if await post_of(tx, post.guild, post.date):
        return False
    await tx.execute(insert(post_table).values(**asdict(post)))
    return True


async def post_of(tx: Tx, guild: int, date: str) -> Post | None:
    row = (
        await tx.execute(select(*_POST).where(post_table.c.guild == guild, post_table.c.date == date))
    ).one_or_none()
    return Post(*row) if row else None


async def last_posts(tx: Tx, guild: int, *, limit: int) -> list[Post]:
    """A server's dates, the latest first."""
    found = await tx.execute(
        select(*_POST).where(post_table.c.guild == guild).order_by(post_table.c.date.desc()).limit(limit)
    )
    return [Post(*row) for row in found]


async def run_out(tx: Tx, now: int, *, limit: int) -> list[Post]:
    """Claims that nobody holds any more."""
    c = post_table.c
    found = await tx.execute(
        select(*_POST).where(c.state == CLAIMED, c.lease <= now).order_by(c.lease).limit(limit)
    )
    return [Post(*row) for row in found]


async def take_over(tx: Tx, post: Post, lease: int) -> bool:
    """Holds a claim anew; False where somebody else has taken it."""
    return await _change(tx, post, lease=lease)


async def set_off(tx: Tx, post: Post, *, fact: str, tried: int) -> bool:
    """Notes, before it is sent, what is sent; False where the claim is somebody else's by now."""
    return await _change(tx, post, fact=fact, tried=tried)


async def settle(tx: Tx, post: Post, *, message: int | None = None, reason: str | None = None) -> bool:
    """Sent with its message, or skipped for a reason."""
    return await _change(tx, post, state=SKIPPED if reason else SENT, message=message, reason=reason)


async def refuse(tx: Tx, post: Post, lease: int) -> bool:
    """Notes that a post was refused, and surely did not go out: to be tried again when the lease ends."""
    return await _change(tx, post, tried=None, lease=lease)


async def _change(tx: Tx, post: Post, **values: object) -> bool:
    c = post_table.c
    done = await tx.execute(
        update(post_table)
        .where(c.guild == post.guild, c.date == post.date, c.state == CLAIMED, c.lease == post.lease)
        .values(**values)
    )
    return done.rowcount > 0


async def note_failure(tx: Tx, guild: int, *, most: int, reason: str) -> bool:
    """Counts a refusal; at the `most`th in a row the schedule pauses. Whether it has just paused."""
    c = schedule_table.c
    await tx.execute(update(schedule_table).where(c.guild == guild).values(failures=c.failures + 1))
    done = await tx.execute(
        update(schedule_table)
        .where(c.guild == guild, c.failures >= most, c.paused.is_(None))
        .values(paused=reason)
    )
    return done.rowcount > 0


async def pause(tx: Tx, guild: int, reason: str) -> None:
    await tx.execute(update(schedule_table).where(schedule_table.c.guild == guild).values(paused=reason))


async def note_success(tx: Tx, guild: int) -> None:
    c = schedule_table.c
    await tx.execute(update(schedule_table).where(c.guild == guild, c.failures > 0).values(failures=0))


async def untold(tx: Tx, *, limit: int) -> list[Schedule]:
    """Schedules that paused without the moderators knowing."""
    c = schedule_table.c
    found = await tx.execute(select(*_SCHEDULE).where(c.paused.is_not(None), c.told == 0).limit(limit))
    return [Schedule(*row) for row in found]


async def note_told(tx: Tx, guild: int) -> None:
    await tx.execute(update(schedule_table).where(schedule_table.c.guild == guild).values(told=1))


async def times_told(tx: Tx, guild: int) -> dict[str, int]:
    """How often each fact has been posted in a server, or skipped on wish."""
    c = post_table.c
    posted = await tx.execute(
        select(c.fact, func.count())
        .where(c.guild == guild, c.state != SKIPPED, c.fact.is_not(None))
        .group_by(c.fact)
    )
    times = {fact: int(count) for fact, count in posted}
    skipped = await tx.execute(
        select(skip_table.c.fact, skip_table.c.times).where(skip_table.c.guild == guild)
    )
    for fact, count in skipped:
        times[fact] = times.get(fact, 0) + int(count)
    return times


async def skip_fact(tx: Tx, guild: int, fact: str) -> None:
    """Leaves a fact out until all others have been told."""
    c = skip_table.c
    where = (c.guild == guild) & (c.fact == fact)
    if (await tx.execute(update(skip_table).where(where).values(times=c.times + 1))).rowcount == 0:
        await tx.execute(insert(skip_table).values(guild=guild, fact=fact, times=1))


async def pin_fact(tx: Tx, guild: int, date: str, fact: str | None) -> None:
    """Settles a date's fact; `None` leaves it to the order again."""
    await tx.execute(delete(pin_table).where(pin_table.c.guild == guild, pin_table.c.date == date))
    if fact is not None:
        await tx.execute(insert(pin_table).values(guild=guild, date=date, fact=fact))


async def pins(tx: Tx, guild: int) -> dict[str, str]:
    """By date."""
    found = await tx.execute(select(pin_table.c.date, pin_table.c.fact).where(pin_table.c.guild == guild))
    return {row.date: row.fact for row in found}
