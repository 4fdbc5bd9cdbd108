"""`keys`: the stable names of a document's passages, for those who write a pack."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter

from bot.cli.library import open_library
from bot.cli.words import say
from bot.config import Config
from bot.library import names
from bot.text import fold


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help="its id or title")
    parser.add_argument("text", nargs="?", metavar="TEXT", help="only passages that hold these words")


def run(options: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_keys(options.document, options.text or "", config))


async def _keys(wanted: str, text: str, config: Config) -> int:
    async with open_library(config) as library:
        document = await names.resolve(library, "document", wanted)
        passages = await library.text_of(document)
    times = Counter(passage.key for passage in passages)
    found = [passage for passage in passages if fold(text) in fold(passage.text)]
    if not found:
        say(
            "No passage of this document holds these words."
            if passages
            else "No source of this document is here."
        )
    for passage in found:
        where = f"{passage.paragraph:>4}  {'  ' if passage.parent is not None else ''}"
        what = passage.key if times[passage.key] == 1 else f"{passage.key} (twice: names nothing)"
        print(f"{where}{what}  {passage.speaker or '-'}  {passage.text}")
    return 0 if found else 1
