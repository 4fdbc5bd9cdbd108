"""`fetch`: download a pack's documents from their publishers into the folder of sources."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot.cli.words import say
from bot.config import Config
from bot.ingest.fetch import Outcome, fetch
from bot.ingest.packs import Pack, load_packs

MENDED = {
    Outcome.DIFFERS: "look it over before you load it",
    Outcome.UNKNOWN: "open the file, and remove it if it is not the document",
    Outcome.FAILED: "save it by hand, if you may",
    Outcome.NO_LINK: "bring the text yourself",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pack", nargs="?", metavar="PACK", help="the folder's name under packs/ (default: all)"
    )


def run(options: argparse.Namespace, config: Config) -> int:
    packs, _ = load_packs(config.packs)
    chosen = [pack for pack in packs if options.pack in (None, pack.id)]
    if not packs:
        say(f"There are no packs in {config.packs}: put a pack's folder there first.")
        return 1
    if not chosen:
        say(f"There is no pack “{options.pack}”. There are: {', '.join(pack.id for pack in packs)}.")
        return 2
    outcomes = [asyncio.run(_fetch(pack, config.sources)) for pack in chosen]
    say("Run `load` to read what has come.")
    return 0 if all(outcomes) else 1


async def _fetch(pack: Pack, folder: Path) -> bool:
    """Whether nothing failed; prints a line a document."""
    outcomes: list[Outcome] = []
    own = {path.stem for path in pack.sources}
    async for one in fetch(pack, folder):
        if one.outcome is Outcome.NO_LINK and one.document in own:
            continue  # its source comes with the pack
        outcomes.append(one.outcome)
        hint = f"; {MENDED[one.outcome]}" if one.outcome in MENDED else ""
        print(f"{one.document}: {one.outcome}{f' ({one.detail})' if one.detail else ''}{hint}")
    return Outcome.FAILED not in outcomes
