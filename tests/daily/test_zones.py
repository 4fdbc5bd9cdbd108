"""Time zones as people name them."""

from datetime import UTC, datetime

import pytest

from bot.daily import zones
from bot.errors import Unknown

NOW = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        # a city is enough, and an alias too
        ("Berlin", "Europe/Berlin"),
        ("India", "Asia/Kolkata"),
        # what is not suggested is known all the same
        ("Etc/UTC", "Etc/UTC"),
        ("US/Eastern", "US/Eastern"),
    ],
)
def test_a_zone_is_known_by_its_names(typed: str, zone: str) -> None:
    assert zones.resolve(typed) == zone


def test_an_unknown_zone_is_refused_with_the_nearest() -> None:
    with pytest.raises(Unknown) as refused:
        zones.resolve("Europe/Berln")
    assert "Europe/Berlin" in refused.value.nearest


@pytest.mark.parametrize("typed", ["", "ber", "york", "tokio", "../../etc", "x" * 500])
def test_suggestions_fit_discord_whatever_is_typed(typed: str) -> None:
    found = zones.suggest(typed, NOW)
    assert len(found) <= 25
    assert all(1 <= len(zone.name) <= 80 for zone in found)


def test_a_suggestion_tells_the_offset_of_the_season() -> None:
    assert zones.Zone("Europe/Berlin", "UTC+02:00") in zones.suggest("berlin", NOW)
