"""A simulation of daily posts over a long time: six zones, a clock of our own, a Discord that fails.

    python -m tests.daily.years        three years, a thousand faults; a few seconds

The state is SQLite with the program's own tables and statements, in memory and without threads: what a year
takes is then not the time of handing work to a thread and back.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, StaticPool, create_engine

from bot.daily import poller as poller_module
from bot.daily.due import instant_of
from bot.daily.facts import Fact, Kind, choose
from bot.daily.plan import following
from bot.daily.poller import Poller, Shown
from bot.store.state import daily, metadata
from bot.store.state.daily import SENT, Schedule
from tests.daily.discord import Clock, Discord, Faults, Killed

ZONES = {
    "Australia/Lord_Howe": 125,  # 02:05, which half an hour's change leaves out
    "Pacific/Apia": 0,
    "America/New_York": 150,  # 02:30, left out in spring
    "Asia/Kolkata": 540,
    "Europe/Lisbon": 90,  # 01:30, left out in spring, twice in autumn
    "Pacific/Chatham": 165,  # 02:45
}
FACTS = [Fact(f"claim:{n}", Kind.CLAIM, f"Claim {n}", "doc", (f"doc#{n}",)) for n in range(11)]
DAY = 86_400.0


class Quick:
    """As `State`, in memory and in one thread."""

    def __init__(self) -> None:
        self._engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
        metadata.create_all(self._engine)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Any]:
        with self._engine.begin() as connection:
            yield _Tx(connection)

    read = write


@dataclass
class _Tx:
    connection: Connection

    async def execute(self, *statement: Any) -> Any:
        return self.connection.execute(*statement)

    async def scalar(self, *statement: Any) -> Any:
        return self.connection.scalar(*statement)


async def known(_library: Any) -> list[Fact]:
    return FACTS


async def shown(
    _library: Any, found: Any, told: Any, day: str, guild: int, pinned: Any = None
) -> Shown | None:
    fact = choose(found, told, date.fromisoformat(day), guild, pinned=pinned)
    return Shown(fact, ()) if fact else None


def poller(state: Any, world: Discord) -> Poller:
    """Over facts whose sources are sound: what a library holds is tested elsewhere."""
    library: Any = SimpleNamespace(corpora=(), hidden=frozenset())
    return Poller(state, lambda guild: library, world, world.clock, world.clock.sleep)


async def set_up(state: Any, clock: Clock, guild: int, zone: str, minute: int = 9 * 60) -> Schedule:
    day, at = following(guild, minute, ZoneInfo(zone), after=int(clock.now * 1000))
    schedule = Schedule(guild, 1, minute, zone, 0, day, at)
    async with state.write() as tx:
        await daily.put_schedule(tx, schedule)
    return schedule


async def run_until(state: Any, world: Discord, end: float) -> None:
    """A process that looks when it said it would, and is started again when it was killed."""
    running = poller(state, world)
    while world.clock.now < end:
        before = world.clock.now
        try:
            wait = await running.look()
        except Killed:
            running, wait = poller(state, world), world.rng.uniform(1, 400)
        world.clock.now = max(before, min(world.clock.now + max(wait, 1.0), end))


async def simulate(days: float, faults: Faults, *, seed: int, start: datetime) -> tuple[Discord, Quick]:
    """Six servers in six zones; every ten days or so the system's clock is set by up to an hour."""
    state, clock = Quick(), Clock(start.timestamp())
    world = Discord(clock, random.Random(seed), faults)
    for number, (zone, minute) in enumerate(ZONES.items(), 1):
        await set_up(state, clock, number << 22, zone, minute)
    end = clock.now + days * DAY
    while clock.now < end:
        await run_until(state, world, min(clock.now + world.rng.uniform(5, 15) * DAY, end))
        clock.now += world.rng.choice([-3_600, 0, 1_800, 3_600])
    world.faults = Faults()
    await run_until(state, world, clock.now + DAY)
    return world, state


async def check(world: Discord, state: Quick) -> None:
    """Each local day has one post, at its time or late, and no fact comes twice before all have come."""
    for number, (zone, minute) in enumerate(ZONES.items(), 1):
        mine = [message for message in world.messages if message.guild == number << 22]
        days = [date.fromisoformat(message.date) for message in mine]
        span = range((max(days) - min(days)).days + 1)
        assert Counter(days) == Counter(min(days) + timedelta(days=n) for n in span), zone
        for message, day in zip(mine, days, strict=True):
            due = instant_of(day, minute, ZoneInfo(zone))
            assert due is not None and -3_600 <= message.at - due.timestamp() <= 6.2 * 3_600, (zone, day)
        for first in range(0, len(mine) - len(FACTS) + 1, len(FACTS)):
            turn = {message.fact for message in mine[first : first + len(FACTS)]}
            assert len(turn) == len(FACTS), (zone, first)
        async with state.read() as tx:
            assert {post.state for post in await daily.last_posts(tx, number << 22, limit=9_999)} == {SENT}


async def main() -> None:
    poller_module.facts, poller_module.first_shown = known, shown  # type: ignore[assignment]
    began = time.perf_counter()
    faults = Faults(0.035, 0.035, 0.035, 0.035, 0.05)
    world, state = await simulate(3 * 365.25, faults, seed=1, start=datetime(2026, 1, 1, tzinfo=UTC))
    await check(world, state)
    sys.stdout.write(
        f"{len(world.messages):,} posts in six zones, one a local day; {world.happened}; "
        f"{time.perf_counter() - began:.1f} s\n"
    )


if __name__ == "__main__":
    import logging

    logging.disable()
    asyncio.run(main())
