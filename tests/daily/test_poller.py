"""Exactly one post a local day and server, whatever dies, breaks or jumps; no fact twice before all are told."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.daily import poller as poller_module
from bot.daily.due import LATE, instant_of
from bot.daily.poller import FAILURES, LEASE
from bot.store.state import State, daily
from bot.store.state.daily import SENT, SKIPPED, Schedule
from tests.daily.discord import Clock, Discord, Faults
from tests.daily.years import DAY, check, known, poller, run_until, set_up, shown, simulate

START = datetime(2026, 1, 1, tzinfo=UTC).timestamp()


@pytest.fixture
async def state(tmp_path: Path):
    async with await State.open(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as state:
        yield state


@pytest.fixture
def clock():
    return Clock(START)


@pytest.fixture
def world(clock):
    return Discord(clock, random.Random(7))


@pytest.fixture(autouse=True)
def words(monkeypatch):
    """Facts whose sources are sound: what a library holds is tested elsewhere."""

    monkeypatch.setattr(poller_module, "facts", known)
    monkeypatch.setattr(poller_module, "first_shown", shown)


async def posts_of(state, guild):
    async with state.read() as tx:
        return await daily.last_posts(tx, guild, limit=10_000)


async def test_a_post_goes_out_at_its_minute_and_once(state, world, clock):
    schedule = await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    await run_until(state, world, START + 3 * DAY)
    assert [message.date for message in world.messages] == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert 0 <= world.messages[0].at - schedule.next_at / 1000 < 60


@pytest.mark.parametrize(
    "start", [datetime(2026, 2, 25, tzinfo=UTC), datetime(2026, 9, 20, tzinfo=UTC)], ids=["spring", "autumn"]
)
@pytest.mark.long
async def test_zones_kills_resets_and_clock_changes(start):
    """Forty-five days around the clock changes of six zones, a fifth of the tries going wrong.

    `python -m tests.daily.years` does the same for three years.
    """
    world, state = await simulate(45, Faults(0.06, 0.06, 0.06, 0.06, 0.1), seed=7, start=start)
    assert sum(world.happened.values()) > 60
    await check(world, state)


@pytest.mark.parametrize("fault", ["killed_before", "killed_after", "lost_before", "lost_after"])
async def test_what_breaks_off_at_any_step_is_posted_once_in_the_end(state, world, clock, fault):
    await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    setattr(world.faults, fault, 1.0)
    await run_until(state, world, START + 0.39 * DAY)  # past 9:00
    setattr(world.faults, fault, 0.0)
    await run_until(state, world, START + 0.5 * DAY)
    assert [message.date for message in world.messages] == ["2026-01-01"]


async def test_two_processes_post_once(state, world, clock):
    await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    one, other = poller(state, world), poller(state, world)
    while len(world.messages) < 2:
        clock.now += max(min(await one.look(), await other.look()), 1.0)
    assert [message.date for message in world.messages] == ["2026-01-01", "2026-01-02"]


async def test_where_the_history_cannot_be_read_a_doubtful_date_is_left_out(state, world, clock):
    await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    world.faults.killed_after, world.hides_history = 1.0, True
    await run_until(state, world, START + 0.38 * DAY)
    world.faults.killed_after = 0.0
    await run_until(state, world, START + 0.5 * DAY)
    (post,) = await posts_of(state, 5 << 22)
    assert (post.state, len(world.messages)) == (SKIPPED, 1)
    assert "history" in post.reason


@pytest.mark.parametrize(("hours", "dates"), [(5.9, ["2026-01-01"]), (6.1, [])])
async def test_within_six_hours_it_is_posted_late_and_then_left_out(state, world, clock, hours, dates):
    schedule = await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    clock.now = schedule.next_at / 1000 + hours * 3_600
    await poller(state, world).look()
    assert [message.date for message in world.messages] == dates
    (post,) = await posts_of(state, 5 << 22)
    assert post.state == (SENT if dates else SKIPPED)


async def test_after_days_away_only_the_last_date_is_made_up_for(state, world, clock):
    schedule = await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    clock.now = schedule.next_at / 1000 + 10 * DAY + 60
    running = poller(state, world)
    await running.look()
    await running.look()
    assert [message.date for message in world.messages] == ["2026-01-11"]
    states = Counter(post.state for post in await posts_of(state, 5 << 22))
    assert states == {SKIPPED: 10, SENT: 1}


async def test_a_channel_that_refuses_pauses_after_three_tries_and_tells_once(state, world, clock):
    guild, other = 5 << 22, 6 << 22
    await set_up(state, clock, guild, "Europe/Lisbon")
    await set_up(state, clock, other, "Europe/Lisbon")
    world.refuses = lambda asked: asked == guild
    await run_until(state, world, START + 3 * DAY)
    async with state.read() as tx:
        schedule = await daily.schedule_of(tx, guild)
    assert schedule.paused and schedule.failures == FAILURES
    assert world.told == [guild]
    assert len([message for message in world.messages if message.guild == other]) == 3


async def test_a_permission_that_is_given_in_time_saves_the_date(state, world, clock):
    await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    world.refuses = lambda asked: clock.now < START + 9.1 * 3_600
    await run_until(state, world, START + DAY / 2)
    assert [message.date for message in world.messages] == ["2026-01-01"]


@pytest.mark.long
async def test_one_server_in_trouble_keeps_nobody_waiting(state, world, clock):
    for guild in range(1, 19):
        await set_up(state, clock, guild << 22, "Europe/Lisbon")
    world.refuses = lambda guild: guild % (3 << 22) == 0
    await run_until(state, world, START + 0.4 * DAY)
    assert len(world.messages) == 18 - 6


@pytest.mark.long
async def test_many_servers_at_one_minute_are_spread(state, world, clock):
    for guild in range(1, 61):
        await set_up(state, clock, guild << 22, "Europe/Lisbon")
    await run_until(state, world, START + 0.4 * DAY)
    times = Counter(int(message.at) for message in world.messages)
    assert len(world.messages) == 60
    assert max(times.values()) <= 20
    due = instant_of(date(2026, 1, 1), 540, ZoneInfo("Europe/Lisbon")).timestamp()
    assert all(due <= message.at < due + 90 for message in world.messages)


async def test_a_zone_that_is_unknown_pauses_and_says_so(state, world, clock):
    schedule = await set_up(state, clock, 5 << 22, "Europe/Lisbon")
    async with state.write() as tx:
        await daily.put_schedule(
            tx, Schedule(5 << 22, 1, 540, "Mars/Olympus", 0, "2026-01-01", schedule.next_at)
        )
    clock.now = schedule.next_at / 1000 + 1
    await poller(state, world).look()
    async with state.read() as tx:
        assert "time zone" in (await daily.schedule_of(tx, 5 << 22)).paused


def test_the_lease_outlives_every_try_and_lateness_covers_all_retries():
    assert poller_module.PATIENCE * 1000 < LEASE
    assert LATE.total_seconds() * 1000 > FAILURES * poller_module.BETWEEN_FAILURES
