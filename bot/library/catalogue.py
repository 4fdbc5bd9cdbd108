"""The catalogue: what can be read here, and what is known of each document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.errors import EmptyLibrary, Unknown
from bot.library.lookup import plain
from bot.library.shelf import Library
from bot.models import Document, Note, Speaker, Topic
from bot.store.corpus.described import Counted


@dataclass(frozen=True, slots=True)
class Listed:
    document: Document
    authors: tuple[Speaker, ...]


NAMED = 12
"""Speakers and topics that a document's card names; `Counted` counts them all."""


@dataclass(frozen=True, slots=True)
class Described:
    """A document's card. `speakers` and `topics`: the first few, with how many passages each has."""

    document: Document
    authors: tuple[Speaker, ...]
    counted: Counted
    speakers: tuple[tuple[Speaker, int], ...]
    topics: tuple[tuple[Topic, int], ...]
    notes: tuple[Note, ...]


async def catalogue(library: Library) -> list[Document]:
    """All documents by title. Raises EmptyLibrary where there are none."""
    documents = await library.documents()
    if not documents:
        raise EmptyLibrary
    return sorted(documents, key=lambda document: (plain(document.title), document.id))


async def listed(library: Library, documents: Iterable[Document]) -> list[Listed]:
    """Documents with their authors, as far as these are known."""
    return [Listed(document, await _speakers(library, document.authors)) for document in documents]


async def describe(library: Library, id: str) -> Described:
    """Raises Unknown where there is no such document."""
    document = await library.document(id)
    counts = await library.counted(id)
    if document is None or counts is None:
        raise Unknown("document", id)
    times = dict(counts.speakers)
    topics = {topic.id: topic for topic in await library.topics()}
    return Described(
        document,
        await _speakers(library, document.authors),
        counts,
        tuple((one, times[one.id]) for one in await _speakers(library, list(times)[:NAMED])),
        tuple((topics[id], number) for id, number in counts.topics[:NAMED] if id in topics),
        tuple(note for note in await library.notes() if note.document == document.id),
    )


async def _speakers(library: Library, ids: Iterable[str]) -> tuple[Speaker, ...]:
    found = [await library.speaker(id) for id in ids]
    return tuple(speaker for speaker in found if speaker)
