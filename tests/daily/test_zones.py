"""Time zones are found as people call them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.daily.zones import ALIASES, resolve, suggest
from bot.errors import Unknown

SUMMER = datetime(2026, 7, 1, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lisb", "Europe/Lisbon"),
        ("new y", "America/New_York"),
        ("Europe/Ber", "Europe/Berlin"),
        ("osaka", "Asia/Tokyo"),  # no zone bears its name
        ("eastern", "America/New_York"),
        ("jst", "Asia/Tokyo"),
        ("utc", "UTC"),
        ("lisbno", "Europe/Lisbon"),  # misspelt
        ("rico", "America/Puerto_Rico"),  # an inner word
    ],
)
def test_a_zone_is_suggested_for_what_is_typed(typed, expected):
    assert suggest(typed, SUMMER)[0].name == expected


def test_the_offset_is_that_of_the_season():
    assert suggest("lisbon", SUMMER)[0].offset == "UTC+01:00"
    assert suggest("lisbon", WINTER)[0].offset == "UTC+00:00"
    assert suggest("chatham", WINTER)[0].offset == "UTC+13:45"
    assert suggest("new_york", WINTER)[0].offset == "UTC−05:00"


@pytest.mark.parametrize("typed", ["", "a", "zzz", "@everyone", "/" * 100])
def test_there_are_never_more_than_a_list_holds_nor_the_same_twice(typed):
    names = [zone.name for zone in suggest(typed, SUMMER)]
    assert len(names) <= 25
    assert len(set(names)) == len(names)


def test_a_name_resolves_to_a_zone_that_exists():
    assert resolve("Europe/Lisbon") == resolve("lisbon") == "Europe/Lisbon"
    assert resolve("pacific time") == "America/Los_Angeles"
    with pytest.raises(Unknown) as error:
        resolve("Lisbonne")
    assert "Europe/Lisbon" in error.value.nearest


def test_every_alias_names_a_zone_of_the_database():
    assert set(ALIASES) <= available_timezones()
    assert all(ZoneInfo(zone) for zone in ALIASES)
