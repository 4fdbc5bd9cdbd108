"""`restore`: puts a backup in the place of the state."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.words import say
from bot.config import Config
from bot.store.state.backup import restore


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Put a backup in the place of the state database. Stop the bot first."
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="a file that `backup` made, or one of DATA_DIR/backups"
    )


def run(options: argparse.Namespace, config: Config) -> int:
    old = restore(options.path, config.state_file)
    say(f"Restored {options.path}." + (f" What was there before is now {old}." if old else ""))
    return 0
