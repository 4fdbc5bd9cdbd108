"""How much memory the bot takes when it idles, beside a bare discord.py bot, and how soon it is ready.

    python tests/bench/startup.py [DOCUMENT ...]

Without documents it loads the packs of this repository. Both bots connect to the loopback, so that the
network is the same for both and Discord is not troubled. Linux only: it reads /proc. The figures are those
of a second start: the first one of all also makes the state and tells Discord the commands.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
import time
from asyncio.subprocess import Process
from pathlib import Path

from bot.loopback import Loopback

ROOT = Path(__file__).parent.parent.parent
TOKEN = "MTAwMDAwMDAwMDAwMDAwMTAw.GLoOpB.this-token-is-for-the-loopback-alone"
IDLE = 10
"""Seconds after which a bot that is ready has done all that a start brings with it."""
PATIENCE = 60

BARE = """
import os, discord
from discord.http import Route
from discord.ext import commands
Route.BASE = os.environ["DISCORD_API_URL"]
bot = commands.AutoShardedBot(command_prefix=commands.when_mentioned, intents=discord.Intents(guilds=True),
                              max_messages=None, chunk_guilds_at_startup=False)
bot.run(os.environ["DISCORD_TOKEN"], log_handler=None)
"""


async def main(documents: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not documents:
            shutil.copytree(ROOT / "data" / "packs", folder / "packs")
        env = {**os.environ, "DATA_DIR": name, "DISCORD_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
        loading = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "load", *documents, env=env, stdout=asyncio.subprocess.PIPE
        )
        report, _ = await loading.communicate()
        print(report.decode().splitlines()[-2])
        bare = await measured([sys.executable, "-c", BARE], env)
        await measured([sys.executable, "-m", "bot"], env)
        ours = await measured([sys.executable, "-m", "bot"], env)
    print(f"{'':22}{'bare':>10}{'Colloquy':>10}")
    for what, one, other, unit in zip(
        ("ready after", "memory (RSS)", "memory (PSS)"), bare, ours, ("s", "MB", "MB"), strict=True
    ):
        print(f"{what:22}{one:>8.2f} {unit:2}{other:>7.2f} {unit:2}  {other / one:.2f} times")


async def measured(command: list[str], env: dict[str, str]) -> tuple[float, float, float]:
    """Seconds until ready; then, idle, megabytes resident and proportional."""
    async with Loopback() as loopback:
        begun = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *command, env={**env, "DISCORD_API_URL": loopback.api_url}, stderr=asyncio.subprocess.DEVNULL
        )
        await _ready(loopback, process)
        ready = time.perf_counter() - begun
        await asyncio.sleep(IDLE)
        memory = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        process.terminate()
        await process.wait()
    return ready, _megabytes("Rss", memory), _megabytes("Pss", memory)


async def _ready(loopback: Loopback, process: Process) -> None:
    for _ in range(PATIENCE * 100):
        if loopback.world.heard:
            return
        if process.returncode is not None:
            break
        await asyncio.sleep(0.01)
    raise SystemExit(f"the bot did not become ready (exit code {process.returncode})")


def _megabytes(what: str, memory: str) -> float:
    found = re.search(rf"^{what}:\s+(\d+) kB", memory, re.MULTILINE)
    assert found
    return int(found[1]) / 1000


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
