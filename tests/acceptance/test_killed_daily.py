"""The daily post goes out once, whenever its process is killed and whatever breaks on the wire."""

from __future__ import annotations

import asyncio
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.acceptance.conftest import CHECKOUT, LOOPBACK
from tests.conftest import read

MORTAL = Path(__file__).with_name("mortal_daily.py")
MORNING = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
DUE = MORNING + timedelta(hours=1, minutes=1)
SURVIVED = "never:0"


async def daily_set(world, bot):
    mona = world.user("mona", permissions={"manage_guild"})
    options = {"channel": world.channel("general"), "time": "09:00", "timezone": "UTC"}
    answer = await world.slash(mona, "general", "daily set", options)
    assert "The daily post is set" in answer.text, bot.log


async def at(bot, moment):
    """Starts the process anew at another time of day."""
    if bot.proc.returncode is None:
        await bot.kill9()
    bot.start_at = moment
    await bot.start()


def posts(world):
    cards = [read(SimpleNamespace(**message)) for message in world.messages("general")]
    return [card for card in cards if "paragraph" in card]


@pytest.mark.parametrize("when", [f"{side}:{number}" for number in (1, 2, 3) for side in ("before", "after")])
async def test_a_post_killed_at_any_write_goes_out_once(tiny_data, tmp_path, when):
    sys.path.insert(0, str(LOOPBACK))
    from loopback import Loopback

    data = Path(shutil.copytree(tiny_data, tmp_path / "data"))
    settings = {"DATA_DIR": str(data), "DIE": SURVIVED, "PYTHONPATH": str(CHECKOUT)}
    async with (
        Loopback() as world,
        world.bot([sys.executable, str(MORTAL)], cwd=CHECKOUT, env=settings, start_at=MORNING) as bot,
    ):
        await daily_set(world, bot)
        bot.env["DIE"] = when
        await at(bot, DUE)
        async with asyncio.timeout(20):
            await bot.proc.wait()
        bot.env["DIE"] = SURVIVED
        await at(bot, DUE + timedelta(minutes=10))
        await world.until(lambda: len(posts(world)) == 1, 20)
        await at(bot, DUE + timedelta(minutes=20))
        await asyncio.sleep(1)
        assert len(posts(world)) == 1, (when, bot.log)
        assert not world.violations and not world.unhandled


async def test_a_connection_that_breaks_after_the_post_went_through_repeats_nothing(discord, process):
    async with process(start_at=MORNING) as bot:
        await daily_set(discord, bot)
        discord.fault("POST", "/channels/*/messages", reset=True, after=True)
        await at(bot, DUE)
        await discord.until(lambda: len(posts(discord)) == 1, 20)
        await at(bot, DUE + timedelta(minutes=10))
        await asyncio.sleep(2)
        assert len(posts(discord)) == 1, bot.log


async def test_a_5xx_before_the_post_costs_no_day(discord, process):
    async with process(start_at=MORNING) as bot:
        await daily_set(discord, bot)
        discord.fault("POST", "/channels/*/messages", status=502)
        await at(bot, DUE)
        await discord.until(lambda: len(posts(discord)) == 1, 20)
