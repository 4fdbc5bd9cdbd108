"""`backup`: a whole copy of the state, also while the bot runs."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.words import say
from bot.config import Config
from bot.store.state.backup import back_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="a file that is not there yet, or a folder")


def run(options: argparse.Namespace, config: Config) -> int:
    path: Path = options.path
    if path.is_dir():
        path /= f"state-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.db"
    say(f"Saved to {back_up(config.state_file, path)}.")
    return 0
