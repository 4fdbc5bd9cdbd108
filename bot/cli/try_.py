"""`try`: the same bot as `run`, in a Discord of our own on 127.0.0.1 with a page in the browser."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import webbrowser
from asyncio.subprocess import Process

from bot.cli.words import say
from bot.config import Config
from bot.loopback import Loopback

PORT = 8420
TOKEN = "MTAwMDAwMDAwMDAwMDAwMTAw.GLoOpB.this-token-is-for-the-loopback-alone"
"""Of a token's shape, with the loopback's application id in it, and good for nothing."""
PATIENCE = 10.0
"""Seconds that the bot has to end."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"of the page (default {PORT}; 0: any free one)"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the page's address")


def run(options: argparse.Namespace, config: Config) -> int:
    try:
        return asyncio.run(_serve(options, config))
    except OSError as error:
        say(f"The page cannot be served on port {options.port} ({error.strerror}). Name another with --port.")
        return 1


async def _serve(options: argparse.Namespace, config: Config) -> int:
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with Loopback(options.port) as loopback:
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=_surroundings(loopback, config), start_new_session=True
        )
        say(f"Open {loopback.url} in a browser. Ctrl-C ends it.")
        if not options.no_browser:
            webbrowser.open(loopback.url)
        ending = asyncio.create_task(told.wait())
        await asyncio.wait({ending, asyncio.create_task(bot.wait())}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        return await _end(bot)


def _surroundings(loopback: Loopback, config: Config) -> dict[str, str]:
    """What the bot finds in its environment: the loopback for Discord, and a state of its own."""
    return {
        **os.environ,
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": loopback.api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{config.data_dir}/try.db",
        "ALLOW_EPHEMERAL_DISK": "yes",
    }


async def _end(bot: Process) -> int:
    if bot.returncode is None:
        bot.terminate()
    try:
        return await asyncio.wait_for(bot.wait(), PATIENCE)
    except TimeoutError:
        bot.kill()
        return 1
