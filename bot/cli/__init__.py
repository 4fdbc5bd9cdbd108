"""The command line: one module a command, imported only when it is the one that was asked for.

Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper

from bot.cli.words import say
from bot.config import Config, read_config
from bot.errors import BadSettings, ColloquyError

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Command:
    """`module` holds `arguments(parser)` and `run(options, config) -> exit code`."""

    module: str
    help: str


def main(argv: Sequence[str]) -> int:
    """Runs one command; returns the exit code."""
    _speak_utf_8()
    name = next((word for word in argv if not word.startswith("-")), None)
    if not argv:
        argv, name = ["run"], "run"
    options = _parser(name).parse_args(argv)
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    try:
        return _run(options, read_config())
    except BadSettings as error:
        say(error)
        return WRONG_USAGE
    except ColloquyError as error:
        say(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone, as `head` does; nothing more can be said to them
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        say(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return FAILED


def _run(options: argparse.Namespace, config: Config) -> int:
    code: int = import_module(COMMANDS[options.command].module).run(options, config)
    sys.stdout.flush()
    return code


def _parser(chosen: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="A Discord bot for groups that read the same documents. Without a command: run.",
        epilog="`python -m bot COMMAND --help` says more on one command. Settings: see .env.example.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name, help=command.help, description=f"{command.help[0].upper()}{command.help[1:]}."
        )
        if name == chosen:
            import_module(command.module).arguments(sub)
    return parser


def _speak_utf_8() -> None:
    """Whatever the system's encoding: texts and JSON here are UTF-8."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


COMMANDS: dict[str, Command] = {
    "run": Command("bot.cli.run", "start the bot; needs DISCORD_TOKEN"),
    "try": Command("bot.cli.try_", "the same bot without a token: a Discord of its own, in your browser"),
    "load": Command(
        "bot.cli.load", "read packs and sources into a new corpus, and report what was understood"
    ),
    "check": Command("bot.cli.check", "look for faults in packs and sources; change nothing"),
    "keys": Command("bot.cli.keys", "list the keys of a document's passages, for authors of packs"),
    "fetch": Command("bot.cli.fetch", "download a pack's documents from their publishers"),
    "export": Command("bot.cli.export", "write everything that is known, as JSON lines"),
    "find": Command("bot.cli.find", "find a quote, half remembered as it may be"),
    "verify": Command("bot.cli.verify", "tell whether a quote is what they said"),
    "backup": Command("bot.cli.backup", "copy the state database, also while the bot runs"),
    "restore": Command("bot.cli.restore", "put a backup in the place of the state database"),
    "doctor": Command("bot.cli.doctor", "check all that the bot stands on, and say how to mend it"),
}
