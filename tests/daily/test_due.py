"""When a daily post is due, through the gaps and repeats of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.due import SPREAD, instant_of, next_due, spread

ZONES = (
    "Australia/Lord_Howe",  # moves its clocks by half an hour
    "Pacific/Apia",  # left out a whole day in 2011
    "America/New_York",
    "Asia/Kolkata",
    "Europe/Lisbon",
    "Pacific/Chatham",  # stands at quarters of an hour
)

MOMENTS = [
    # an ordinary day
    ("Europe/Lisbon", "2026-11-22", "09:00", "2026-11-22T09:00"),
    # 02:30 is left out in spring: it is due an hour later, at 03:30 by the clock
    ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30"),
    # 01:30 comes twice in autumn: the first time counts
    ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30"),
    # half an hour is left out: 02:15 is due at 02:45
    ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45"),
    # the clock of Chatham
    ("Pacific/Chatham", "2026-06-01", "09:00", "2026-05-31T20:15"),
    # midnight does not exist on this date in Beirut
    ("Asia/Beirut", "2026-03-29", "00:00", "2026-03-28T22:00"),
    # Samoa had no 30 December 2011
    ("Pacific/Apia", "2011-12-30", "09:00", None),
    ("Pacific/Apia", "2011-12-29", "09:00", "2011-12-29T19:00"),
    ("Pacific/Apia", "2011-12-31", "09:00", "2011-12-30T19:00"),
]


@pytest.mark.parametrize(("zone", "day", "time", "expected"), MOMENTS)
def test_a_wall_clock_time_is_one_moment_or_none(zone, day, time, expected):
    hour, _, minute = time.partition(":")
    found = instant_of(date.fromisoformat(day), int(hour) * 60 + int(minute), ZoneInfo(zone))
    assert (found and found.strftime("%Y-%m-%dT%H:%M")) == expected


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("minute", [0, 15, 2 * 60 + 15, 2 * 60 + 30, 3 * 60, 9 * 60, 23 * 60 + 59])
def test_every_local_day_of_fifteen_years_has_exactly_one_moment(zone, minute):
    place = ZoneInfo(zone)
    at = datetime(2011, 1, 1, tzinfo=UTC)
    days = []
    while at.year < 2026:
        day, at = next_due(at, minute, place)
        assert at.astimezone(place).date() == day
        days.append(day)
    missing = {date(2011, 12, 30)} if zone == "Pacific/Apia" else set()
    whole = {days[0] + timedelta(days=n) for n in range((days[-1] - days[0]).days + 1)}
    assert len(days) == len(set(days))
    assert whole - set(days) == missing


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(ZONES),
)
def test_the_next_moment_is_later_and_none_lies_between(after, minute, zone):
    day, moment = next_due(after, minute, ZoneInfo(zone))
    assert moment > after
    assert moment - after <= timedelta(days=2, hours=1)
    assert next_due(moment - timedelta(seconds=1), minute, ZoneInfo(zone)) == (day, moment)


def test_a_date_that_has_had_its_post_is_not_asked_for_again():
    # posted at 9 in Kolkata; then the server moves to New York, where the same date is still to come
    day, _ = next_due(
        datetime(2026, 5, 5, 4, tzinfo=UTC), 9 * 60, ZoneInfo("America/New_York"), since=date(2026, 5, 5)
    )
    assert day == date(2026, 5, 6)


def test_servers_are_spread_within_the_minute_each_at_its_own_second():
    seconds = [spread(guild << 22).total_seconds() for guild in range(1000)]
    assert set(seconds) == set(range(SPREAD))
    assert SPREAD < 60
    assert spread(123456789 << 22) == spread((123456789 << 22) + 17)
