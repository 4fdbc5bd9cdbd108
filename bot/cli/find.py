"""`find`: `/quote` on the terminal, and for programs line by line."""

from __future__ import annotations

import argparse
import asyncio
import json
from dataclasses import dataclass

from bot.cli.library import open_library
from bot.cli.lines import Line, number_in, serve, text_in
from bot.cli.words import say
from bot.config import Config
from bot.errors import Withheld
from bot.library import names, quotes
from bot.library.quotes import Match, Query
from bot.library.receipts import Receipt, receipts
from bot.library.shelf import Library

LIMIT, MOST = 5, 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What to look for; names as they were typed."""

    text: str | None
    speaker: str | None = None
    document: str | None = None
    topic: str | None = None
    limit: int = LIMIT


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="?",
        metavar="TEXT",
        help="words of the quote; without them, queries come from standard input, one JSON object a line: "
        '{"id", "text", "speaker", "document", "topic", "limit"}',
    )
    parser.add_argument("--json", action="store_true", help="answer with a JSON object")
    parser.add_argument("--speaker", help="only what this speaker says: id, name or alias")
    parser.add_argument("--document", help="only this document: id or title")
    parser.add_argument("--topic", help="only passages on this topic: id or name")
    parser.add_argument("--limit", type=_limit, default=LIMIT, metavar=f"1-{MOST}")


def run(options: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_find(options, config))


async def _find(options: argparse.Namespace, config: Config) -> int:
    async with open_library(config) as library:
        if options.text is None:
            await serve(lambda query: _answer(library, _wish(query)), empty={"matches": []})
            return 0
        wish = Wish(options.text, options.speaker, options.document, options.topic, options.limit)
        if options.json:
            print(json.dumps({"id": None, **await _answer(library, wish)}, ensure_ascii=False))
        else:
            await _show(library, wish)
    return 0


def _limit(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed[:9]) <= MOST:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MOST}, not “{typed}”")
    return int(typed)


def _wish(query: Line) -> Wish:
    return Wish(
        text_in(query, "text"),
        text_in(query, "speaker"),
        text_in(query, "document"),
        text_in(query, "topic"),
        number_in(query, "limit", LIMIT, MOST),
    )


async def _matches(library: Library, wish: Wish) -> list[tuple[Match, Receipt | Withheld]]:
    query = Query(
        text=wish.text,
        speaker=await names.resolve(library, "speaker", wish.speaker) if wish.speaker else None,
        document=await names.resolve(library, "document", wish.document) if wish.document else None,
        topic=await names.resolve(library, "topic", wish.topic) if wish.topic else None,
    )
    found = await quotes.find(library, query, wish.limit)
    return list(zip(found, await receipts(library, [match.passage for match in found]), strict=True))


async def _answer(library: Library, wish: Wish) -> Line:
    return {
        "matches": [
            {
                "passage": match.passage.key,
                "document": match.passage.document,
                "speaker": match.passage.speaker,
                "text": None if isinstance(receipt, Withheld) else receipt.text,
                "score": round(match.score, 1),
            }
            for match, receipt in await _matches(library, wish)
        ]
    }


async def _show(library: Library, wish: Wish) -> None:
    matches = await _matches(library, wish)
    if not matches:
        say("Nothing like that stands in the library.")
    for match, receipt in matches:
        if isinstance(receipt, Withheld):
            say(receipt)
        else:
            print(f"“{receipt.text}”")
            print(f"    {receipt.chain}; {receipt.document.title}, paragraph {receipt.paragraph}", end="")
            print(f" ({match.score:.0f})" if wish.text else "")
