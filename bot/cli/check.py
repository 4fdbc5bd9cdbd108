"""`check`: faults in packs and sources, by file and line; changes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.cli.words import say
from bot.config import Config
from bot.ingest.packs import load_pack, load_packs
from bot.ingest.read import Source, find_sources, read
from bot.models import Problem
from bot.quiz.modes import MODES


def arguments(parser: argparse.ArgumentParser) -> None:
    what = "a pack's folder, or a source; without one, all that lies in DATA_DIR"
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=what)


def run(options: argparse.Namespace, config: Config) -> int:
    problems = faults(options.paths, config)
    for problem in problems:
        say(problem)
    if not problems:
        say("No faults found.")
    return 1 if problems else 0


def faults(paths: Sequence[Path], config: Config) -> list[Problem]:
    """What is wrong with these packs and sources, or with all that there are."""
    packs, problems = load_packs(config.packs)
    if not paths:
        return [*problems, *read(find_sources(config.sources, packs, {}), packs, MODES).problems]
    problems = []
    named = [pack for path in paths if path.is_dir() and (pack := load_pack(path, problems))]
    packs = (
        *named,
        *(pack for pack in packs if pack.path.resolve() not in {one.path.resolve() for one in named}),
    )
    # a pack is held to its sources, wherever they lie; a source needs no other
    sources = find_sources(config.sources, packs, {}) if named else []
    files = [Source(str(path), path) for path in paths if not path.is_dir()]
    found = read([*files, *sources], packs, MODES)
    return [*problems, *(problem for problem in found.problems if _within(problem, paths))]


def _within(problem: Problem, paths: Sequence[Path]) -> bool:
    return any(Path(problem.path).is_relative_to(path) for path in paths)
