"""`export`: everything known, one JSON object a line, in the form that the contract fixes."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from itertools import islice
from typing import Any

from bot.cli.library import open_library
from bot.cli.words import say
from bot.config import Config
from bot.errors import Withheld
from bot.library import names
from bot.library.receipts import Receipt, receipts
from bot.library.shelf import Library
from bot.models import Claim, Document, Event, Speaker

Line = dict[str, Any]

AT_ONCE = 500
"""Passages that are cut from their source in one go."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--document", metavar="ID", help="only this document: its id or title")


def run(options: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_export(options.document, config))


async def _export(wanted: str | None, config: Config) -> int:
    async with open_library(config) as library:
        only = await names.resolve(library, "document", wanted) if wanted else None
        withheld: Counter[str] = Counter()
        async for line in lines(library, only, withheld):
            print(json.dumps(line, ensure_ascii=False))
    for title, times in withheld.items():
        say(
            f"{title}: its source has changed since it was loaded; {times} passages are left out. Load again."
        )
    return 1 if withheld else 0


async def lines(library: Library, only: str | None, withheld: Counter[str]) -> AsyncIterator[Line]:
    """Documents and speakers, each document's passages, events and claims; of one document, or of all.

    `withheld` counts, by the title of their document, passages whose source does not hold them any more.
    """
    documents = [document for document in await library.documents() if only in (None, document.id)]
    speakers = {speaker.id: speaker for speaker in await library.speakers()}
    for document in documents:
        yield _document(document, speakers)
    for speaker in speakers.values():
        yield _speaker(speaker)
    for document in documents:
        async for receipt in _receipts(library, document, withheld):
            yield _passage(receipt)
    for event in await library.events(document=only):
        yield _event(event)
    for claim in await library.claims(document=only):
        yield _claim(claim)


async def _receipts(library: Library, document: Document, withheld: Counter[str]) -> AsyncIterator[Receipt]:
    passages = iter(await library.text_of(document.id))
    while some := list(islice(passages, AT_ONCE)):
        for found in await receipts(library, some):
            if isinstance(found, Withheld):
                withheld[found.document] += 1
            else:
                yield found


def _document(document: Document, speakers: Mapping[str, Speaker]) -> Line:
    when = document.published
    return {
        "type": "document",
        "id": document.id,
        "title": document.title,
        "authors": [speakers[id].name if id in speakers else id for id in document.authors],
        "outlet": document.outlet,
        "published": (when.start or when.end) if when else None,
        "published_precision": when.precision if when else None,
        "kind": document.kind,
        "language": document.language,
        "url": document.url,
        "source_file": document.source_file,
        "words": document.words,
    }


def _speaker(speaker: Speaker) -> Line:
    return {
        "type": "speaker",
        "id": speaker.id,
        "name": speaker.name,
        "aliases": speaker.aliases,
        "affiliation": speaker.affiliation,
    }


def _passage(receipt: Receipt) -> Line:
    passage = receipt.passage
    return {
        "type": "passage",
        "id": passage.key,
        "document": passage.document,
        "paragraph": passage.paragraph,
        "text": receipt.text,
        "speaker": passage.speaker,
        "attribution": passage.attribution,
        "cue": passage.cue,
        "via": passage.via,
        "confidence": round(passage.confidence, 3),
        "damaged": passage.damaged,
        "spans": passage.spans,
    }


def _event(event: Event) -> Line:
    return {
        "type": "event",
        "id": event.id,
        "document": event.document,
        "start": event.when.start,
        "end": event.when.end,
        "precision": event.when.precision,
        "basis": event.when.basis,
        "label": event.label,
        "passages": event.passages,
        "kind": event.kind,
    }


def _claim(claim: Claim) -> Line:
    return {
        "type": "claim",
        "id": claim.id,
        "document": claim.document,
        "speaker": claim.speaker,
        "topic": claim.topic,
        "text": claim.text,
        "passages": claim.passages,
    }
