"""A program for test_kills: loads, killed at each of its writes in turn, and tells what a restart finds.

It forks for every life and never runs an event loop itself, so that each life begins without threads.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

# it takes long to import and is wanted in every life
import sqlalchemy.dialects.sqlite.aiosqlite  # noqa: F401

from bot.app import App
from bot.config import Config, read_config
from bot.errors import Withheld
from bot.ingest.shapes import Understood
from bot.ingest.understand import read_source
from bot.ingest.worker import Job
from bot.library.receipts import receipts
from bot.store.incoming import stage

WRITES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "sqlite3.connect"}


def main(template: Path, incoming: Path, work: Path) -> None:
    """`template`: a data folder with a corpus; `incoming`: documents of a load that would change it.

    A start after a kill is told once for all kills in a row that leave the same files.
    """
    before = None
    for write in range(1, 1_000):
        folder = work / str(write)
        shutil.copytree(template, folder)
        config = read_config({"DATA_DIR": str(folder)}, work / "none")
        killed = live(partial(load, config, incoming, write))
        found = left_in(folder)
        if found != before or not killed:
            live(partial(tell, config))
        before = found
        shutil.rmtree(folder)
        if not killed:
            return


def left_in(folder: Path) -> dict[str, bytes]:
    """What a start would go by: every file but those that were still being written, and SQLite's log."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".", "state.db-"))
    }


def live(life: Callable[[], Coroutine[Any, Any, None]]) -> bool:
    """Runs a life in a process of its own; says whether it was killed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        asyncio.run(life())
        sys.stdout.flush()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


async def load(config: Config, incoming: Path, last: int) -> None:
    """`load --replace` of the incoming documents, killed at the `last`-th write."""
    left = last

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in WRITES and str(arguments[0]).startswith(str(config.data_dir)):
            left -= event != "open" or arguments[1] != "r"
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    async with App(config, readers=read_here) as app:
        sys.addaudithook(count)
        staged, _ = stage(sorted(incoming.iterdir()), config.sources, largest=9_999, replace=True)
        await app.swap(await app.prepare(incoming=staged))


def read_here(jobs: Sequence[Job]) -> Iterator[Understood]:
    """In this process: it is the writes that count here, and starting a worker for every life takes long."""
    for job in jobs:
        assert job.path is not None
        yield read_source(job.name, job.path.read_bytes(), document=job.document)


async def tell(config: Config) -> None:
    """Prints what can be read after a start: each document's text, and the words that are shown of it."""
    async with App(config) as app:
        library = app.library(None)
        found = {}
        for document in await library.documents():
            passages = await library.text_of(document.id)
            shown = [one for one in await receipts(library, passages) if not isinstance(one, Withheld)]
            found[document.id] = {
                "text": [passage.text for passage in passages],
                "shown": [receipt.text for receipt in shown],
            }
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
