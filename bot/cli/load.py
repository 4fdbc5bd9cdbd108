"""`load`: takes documents into the folder of sources, reads everything into a new corpus, and reports."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app import App, Reload
from bot.cli.report import as_lines, as_text
from bot.cli.words import say
from bot.config import Config
from bot.ingest.read import Progress, silent
from bot.ingest.worker import LARGEST
from bot.store.incoming import stage


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a document to take into the library"
    )
    parser.add_argument("--json", action="store_true", help="the report as JSON lines, for programs")
    parser.add_argument("--no-packs", action="store_true", help="leave out what the packs know")
    parser.add_argument(
        "--replace", action="store_true", help="let a PATH take the place of a file of its name"
    )


def run(options: argparse.Namespace, config: Config) -> int:
    staged, problems = stage(options.paths, config.sources, largest=LARGEST, replace=options.replace)
    for problem in problems:
        say(problem)
    with _shown() as progress:
        reload = asyncio.run(_load(config, staged, not options.no_packs, progress))
    for problem in reload.read.problems:
        say(problem)
    for line in map(json.dumps, as_lines(reload)) if options.json else as_text(reload):
        print(line)
    return 1 if problems or reload.read.problems else 0


async def _load(config: Config, staged: dict[str, Path], packs: bool, progress: Progress) -> Reload:
    async with App(config, first_load=False) as app:
        reload = await app.prepare(packs=packs, incoming=staged, progress=progress)
        await app.swap(reload)
        return reload


@contextmanager
def _shown() -> Iterator[Progress]:
    """A bar on a terminal, nothing where there is none."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=name)
