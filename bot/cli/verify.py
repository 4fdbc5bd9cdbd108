"""`verify`: `/verify` on the terminal, and for programs line by line."""

from __future__ import annotations

import argparse
import asyncio
import json

from bot.cli.library import open_library
from bot.cli.lines import BadLineError, Line, serve, text_in
from bot.cli.words import say
from bot.config import Config
from bot.errors import Withheld
from bot.library.receipts import receipts
from bot.library.shelf import Library
from bot.library.verify import Verdict, verify

EMPTY: Line = {
    "verdict": "not-found",
    "occurrences": 0,
    "passage": None,
    "document": None,
    "speaker": None,
    "text": None,
    "score": 0.0,
    "differences": [],
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="?",
        metavar="TEXT",
        help='the quote; without one, queries come from standard input, {"id", "text", "speaker"} a line',
    )
    parser.add_argument("--json", action="store_true", help="answer with a JSON object")
    parser.add_argument("--speaker", help="who is said to have said it: id, name or alias")


def run(options: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_verify(options, config))


async def _verify(options: argparse.Namespace, config: Config) -> int:
    async with open_library(config) as library:
        if options.text is None:
            await serve(lambda query: _answered(library, query), empty=EMPTY)
            return 0
        verdict = await verify(library, options.text, options.speaker)
        if options.json:
            print(json.dumps({"id": None, **await _answer(library, verdict)}, ensure_ascii=False))
        else:
            await _show(library, verdict)
    return 0


async def _answered(library: Library, query: Line) -> Line:
    text = text_in(query, "text")
    if text is None:
        raise BadLineError("“text” is missing: the quote to verify")
    return await _answer(library, await verify(library, text, text_in(query, "speaker")))


async def _answer(library: Library, verdict: Verdict) -> Line:
    answer = EMPTY | {
        "verdict": verdict.finding,
        "occurrences": len(verdict.places),
        "score": round(verdict.score, 1),
        "differences": [{"said": part.said, "source": part.source} for part in verdict.differences],
    }
    if verdict.passage is None:
        return answer
    answer |= {
        "passage": verdict.passage.key,
        "document": verdict.passage.document,
        "speaker": verdict.passage.speaker,
    }
    (receipt,) = await receipts(library, [verdict.passage])
    if isinstance(receipt, Withheld):
        return answer | {"differences": []}
    return answer | {"text": receipt.text}


async def _show(library: Library, verdict: Verdict) -> None:
    print(_headline(verdict))
    if verdict.passage is None:
        return
    (receipt,) = await receipts(library, [verdict.passage])
    if isinstance(receipt, Withheld):
        say(receipt)
        return
    print(f"“{receipt.text}”")
    print(f"    {receipt.chain}; {receipt.document.title}, paragraph {receipt.paragraph}")
    for part in verdict.differences:
        print(f"    “{part.said}” where the source has “{part.source}”")


def _headline(verdict: Verdict) -> str:
    words = str(verdict.finding).replace("-", " ").capitalize()
    match len(verdict.places):
        case 0:
            return f"{words}." + (" The nearest there is:" if verdict.passage else "")
        case 1:
            return f"{words}."
        case times:
            return f"{words}, in {times} places."
