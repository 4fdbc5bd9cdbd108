"""Discord's time from our clock: cogs/_rounds/clock.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cogs._rounds.clock import Clock

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def clock(ahead: timedelta) -> Clock:
    """Ours, which is wrong by so much."""
    return Clock(lambda: NOON + ahead)


def test_without_a_sign_of_discord_our_own_clock_counts() -> None:
    assert clock(timedelta()).now() == NOON.timestamp() * 1000


def test_a_clock_that_is_wrong_is_set_right_by_what_comes_in_soonest() -> None:
    ours = clock(timedelta(minutes=3))
    for delay in (700, 60, 300):
        ours.heard(NOON - timedelta(milliseconds=delay))
    assert ours.now() == NOON.timestamp() * 1000 - 60


def test_a_clock_that_is_slow_is_set_right_as_well() -> None:
    ours = clock(-timedelta(seconds=8))
    assert ours.heard(NOON) == NOON.timestamp() * 1000
    assert ours.now() == NOON.timestamp() * 1000
