"""The bot's life: from the token to the last closed connection, within the time a host gives it to end."""

from __future__ import annotations

import asyncio
import atexit
import logging
import signal
from collections.abc import Iterator
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.client.bot import Colloquy
from bot.client.logs import set_up_logs

if TYPE_CHECKING:
    from bot.app import App

log = logging.getLogger(__name__)

DRAIN = 3.0
"""Seconds that commands under way have to finish when the bot is told to end."""
FAREWELL = 4.0
"""Seconds for closing the connections to Discord after that; together well under a host's 10."""
LONGEST_WAIT = 60.0
"""Seconds between two tries to reach a Discord that is down, at most."""

_AT_WORK = ("CommandTree-invoker", "discord-ui-")


class Exit(IntEnum):
    """How `run` ends. From 3 on, starting again at once would not help: tell the host not to."""

    DONE = 0
    FAILED = 1
    BAD_TOKEN = 3
    REFUSED = 4
    EXHAUSTED = 5


BAD_TOKEN = 4004
_SETTINGS = "Discord refuses the connection. Check the bot's settings in the developer portal."
_CLOSES = {
    BAD_TOKEN: (
        Exit.BAD_TOKEN,
        "Discord does not take this token. Make a new one in the developer portal (your application, Bot, "
        "Reset Token) and put it into DISCORD_TOKEN.",
    ),
    **dict.fromkeys((4010, 4011, 4012, 4013, 4014), (Exit.REFUSED, _SETTINGS)),
}


class NoSessionLeftError(Exception):
    """Discord allows no more sessions for now; beginning one all the same would cost the token."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.hours = seconds / 3600


async def run(app: App) -> int:
    """Serves until SIGTERM, Ctrl-C or a refusal by Discord; returns the exit code. The app stays open."""
    set_up_logs(app.config)
    token = app.config.bot_token()
    if app.config.discord_api_url:
        Route.BASE = app.config.discord_api_url
    # this bot has no voice: what discord.py misses for it is nothing to warn of
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    bot = Colloquy(app)
    told = _told_to_end()
    serving = asyncio.create_task(_serve(bot, token), name="serving")
    ending = asyncio.create_task(told.wait(), name="ending")
    await asyncio.wait({serving, ending}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if told.is_set():
            log.info("Told to end")
            await _drain()
        return await _outcome(serving, told)
    finally:
        ending.cancel()
        await _close(bot, serving)
        log.info("Ended")


async def _serve(bot: Colloquy, token: str) -> None:
    await _log_in(bot, token)
    shards, address, limits = await bot.http.get_bot_gateway()
    if limits["remaining"] < shards:
        raise NoSessionLeftError(limits["reset_after"] / 1000)
    if bot.app.config.discord_api_url:
        # where a new session begins; discord.py would ask only for the first
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
    await bot.connect()


async def _log_in(bot: Colloquy, token: str) -> None:
    """Tries until Discord answers: ending while it is down would only make a host start us again at once."""
    for wait in _waits():
        try:
            await bot.login(token)
            return
        except discord.LoginFailure:
            raise
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("Discord cannot be reached (%s); trying again in %d s", error, wait)
            await bot.http.close()
            bot.http.connector = discord.utils.MISSING  # the closed one cannot be used again
            await asyncio.sleep(wait)


def _waits() -> Iterator[float]:
    wait = 1.0
    while True:
        yield wait
        wait = min(wait * 2, LONGEST_WAIT)


async def _outcome(serving: asyncio.Task[None], told: asyncio.Event) -> Exit:
    if told.is_set() and not serving.done():
        return Exit.DONE
    try:
        await serving
    except (discord.LoginFailure, NoSessionLeftError, discord.ConnectionClosed) as error:
        return _refused(error)
    except discord.PrivilegedIntentsRequired:
        return _closed(4014)
    return Exit.DONE if told.is_set() else Exit.FAILED


def _refused(error: Exception) -> Exit:
    if isinstance(error, NoSessionLeftError):
        log.critical(
            "Discord allows no new session for %.1f hours. Wait before you start again.", error.hours
        )
        return Exit.EXHAUSTED
    return _closed(error.code if isinstance(error, discord.ConnectionClosed) else BAD_TOKEN)


def _closed(code: int) -> Exit:
    exit, line = _CLOSES.get(code, (Exit.FAILED, "Discord closed the connection for good."))
    log.critical("%s (close code %d)", line, code)
    return exit


def _told_to_end() -> asyncio.Event:
    """Set by SIGTERM or Ctrl-C. Hosts may send them again and again: up to the process's end that does no harm."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows: Ctrl-C cancels the main task instead
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, told.set)
            # when the loop is closed its handlers are gone, and the interpreter still has some way to go
            atexit.register(signal.signal, number, signal.SIG_IGN)
    return told


async def _drain() -> None:
    """Lets commands and buttons that are under way finish."""
    at_work = {task for task in asyncio.all_tasks() if task.get_name().startswith(_AT_WORK)}
    if at_work:
        await asyncio.wait(at_work, timeout=DRAIN)


async def _close(bot: Colloquy, serving: asyncio.Task[None]) -> None:
    serving.cancel()
    await asyncio.wait({serving}, timeout=1)
    try:
        await asyncio.wait_for(bot.close(), FAREWELL)
    except Exception as error:
        log.warning("The connection to Discord did not close tidily: %r", error)
