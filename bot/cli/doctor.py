"""`doctor`: looks at all that the bot stands on and says how to mend what is wrong; changes nothing."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.app import made_by
from bot.cli.check import faults
from bot.config import Config, token_problem
from bot.errors import BadStore, Withheld, explain
from bot.library.receipts import receipts
from bot.library.shelf import Library
from bot.store.corpus import Corpus, can_index, open_current
from bot.store.state.backup import check

ROOM = 200_000_000
"""Bytes that should be free: a reload needs room for a second corpus, a backup for a second state."""
ZONES = ("Europe/Paris", "Asia/Kolkata", "Australia/Lord_Howe")


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace, config: Config) -> int:
    wrong = 0
    for name, look in CHECKS.items():
        found = list(look(config))
        wrong += len(found)
        for fault in found:
            print(f"FAULT  {name}: {fault}")
        if not found:
            print(f"ok     {name}")
    return 1 if wrong else 0


def _token(config: Config) -> Iterator[str]:
    if problem := token_problem(config.token):
        yield problem


def _settings_file(config: Config) -> Iterator[str]:
    path = Path(".env")
    if os.name == "posix" and path.is_file() and path.stat().st_mode & 0o077:
        yield "other users of this machine can read .env and the token in it: chmod 600 .env"


def _disk(config: Config) -> Iterator[str]:
    if config.forgetful_host and not config.allow_ephemeral_disk:
        yield f"{config.forgetful_host} empties this disk at every restart: use a host with a lasting disk."
    folder = config.data_dir
    while not folder.exists():
        folder = folder.absolute().parent
    if not os.access(folder, os.W_OK):
        yield f"{folder} cannot be written to: give the bot the right to, or move DATA_DIR."
    if (free := shutil.disk_usage(folder).free) < ROOM:
        yield f"only {free // 1_000_000} MB are free under {folder}: make room for {ROOM // 1_000_000}."


def _database(config: Config) -> Iterator[str]:
    if not can_index():
        yield "this Python's SQLite lacks FTS5: install Python from python.org or your system's packages."
    if config.state_file.exists():
        try:
            check(config.state_file)
        except BadStore as error:
            yield explain(error)


def _library(config: Config) -> Iterator[str]:
    yield from asyncio.run(_faults_of_library(config))


async def _faults_of_library(config: Config) -> list[str]:
    try:
        corpus = await open_current(config.data_dir)
    except BadStore as error:
        return [explain(error)]
    if corpus is None:
        return ["nothing is loaded yet: python -m bot load PATH"]
    async with corpus:
        found = [] if corpus.made_by == made_by() else ["an earlier version has read it: python -m bot load"]
        return found + await _changed_sources(corpus, config.sources)


async def _changed_sources(corpus: Corpus, folder: Path) -> list[str]:
    library = Library((corpus,), folder)
    found = []
    for document in await library.documents():
        passages = await library.text_of(document.id)
        if any(isinstance(one, Withheld) for one in await receipts(library, passages[:1])):
            found.append(f"{document.source_file} has changed or is gone since the load: python -m bot load")
    return found


def _packs(config: Config) -> Iterator[str]:
    problems = faults((), config)
    if problems:
        yield f"{len(problems)} faults, the first in {problems[0].path}: python -m bot check"


def _time(config: Config) -> Iterator[str]:
    for name in ZONES:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, OSError):
            yield f"the time zone {name} is unknown: pip install tzdata"
    if datetime.now(UTC).year < 2026:
        yield "this machine's clock is years behind: set it, or daily facts come at the wrong time."


CHECKS: dict[str, Callable[[Config], Iterator[str]]] = {
    "token": _token,
    "settings file": _settings_file,
    "disk": _disk,
    "database": _database,
    "library": _library,
    "packs and sources": _packs,
    "time zones and clock": _time,
}
