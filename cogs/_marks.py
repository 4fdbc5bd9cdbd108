"""Short marks for ids, since a custom id holds 100 characters and one document's id alone may take 60.

A mark is a hash of the id. What it stands for is looked for among what the server can see when it is pressed,
so a mark can show nobody what they may not see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence

from bot.errors import Outdated
from bot.library.names import Kind
from bot.library.shelf import Library

DIGITS = 8
NONE = "-"


def marks(*ids: str | None) -> str:
    """One mark for each id, joined by dots: 8 characters each and the dots."""
    return ".".join(_mark(id) if id else NONE for id in ids)


async def marked(library: Library, kinds: Sequence[Kind], text: str) -> list[str | None]:
    """The ids that marks stand for, each of its kind; raises Outdated where one stands for nothing here."""
    given = text.split(".")
    if len(given) != len(kinds):
        raise Outdated
    return [
        None if mark == NONE else await _meant(library, kind, mark)
        for kind, mark in zip(kinds, given, strict=True)
    ]


def short_key(key: str) -> str:
    """A passage's key with a mark in place of its document's id: at most 28 characters."""
    document, _, digest = key.rpartition("#")
    return f"{_mark(document)}#{digest}"


async def whole_key(library: Library, short: str) -> str:
    """The key that was shortened; raises Outdated where its document is not there any more."""
    mark, _, digest = short.partition("#")
    return f"{await _meant(library, 'document', mark)}#{digest}"


async def _meant(library: Library, kind: Kind, mark: str) -> str:
    for id in await _IDS[kind](library):
        if _mark(id) == mark:
            return id
    raise Outdated


def _mark(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:DIGITS]


async def _speakers(library: Library) -> list[str]:
    return [speaker.id for speaker in await library.speakers()]


async def _documents(library: Library) -> list[str]:
    return [document.id for document in await library.documents()]


async def _topics(library: Library) -> list[str]:
    return [topic.id for topic in await library.topics()]


_IDS: dict[Kind, Callable[[Library], Awaitable[list[str]]]] = {
    "speaker": _speakers,
    "document": _documents,
    "topic": _topics,
}
