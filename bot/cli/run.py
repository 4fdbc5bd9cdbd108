"""`run`: the bot itself, until SIGTERM, Ctrl-C or a refusal by Discord."""

from __future__ import annotations

import argparse
import asyncio

from bot.config import Config
from bot.errors import BadSettings


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace, config: Config) -> int:
    _refuse_to_forget(config)
    config.bot_token()  # before anything heavy is imported or opened
    return asyncio.run(_serve(config))


async def _serve(config: Config) -> int:
    from bot import client
    from bot.app import App, keep_up

    async with App(config) as app:
        keeping_up = asyncio.create_task(keep_up(app), name="keeping up")
        try:
            return await client.run(app)
        finally:
            keeping_up.cancel()
            await asyncio.wait({keeping_up})


def _refuse_to_forget(config: Config) -> None:
    if config.forgetful_host and not config.allow_ephemeral_disk:
        raise BadSettings(
            (
                f"{config.forgetful_host} empties this disk at every restart, and with it all scores and "
                "settings. Use a host with a lasting disk, or set ALLOW_EPHEMERAL_DISK=yes to start anyway.",
            )
        )
