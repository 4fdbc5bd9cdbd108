"""The catalogue: what can be read here, and what is known of each document."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Described:
    """A document's card. `speakers` and `topics` with how many passages each has, most first."""

    document: Document
    authors: tuple[Speaker, ...]
    counted: Counted
    speakers: tuple[tuple[Speaker, int], ...]
    topics: tuple[tuple[Topic, int], ...]
    notes: tuple[Note, ...]


async def catalogue(library: Library) -> list[Listed]:
    """All documents by title. Raises EmptyLibrary where there are none."""
    documents = await library.documents()
    if not documents:
        raise EmptyLibrary
    speakers = {speaker.id: speaker for speaker in await library.speakers()}
    return [
        Listed(document, _authors(document, speakers))
        for document in sorted(documents, key=lambda document: (plain(document.title), document.id))
    ]


async def describe(library: Library, id: str) -> Described:
    """Raises Unknown where there is no such document."""
    document = await library.document(id)
    counts = await library.counted(id)
    if document is None or counts is None:
        raise Unknown("document", id)
    speakers = {speaker.id: speaker for speaker in await library.speakers()}
    topics = {topic.id: topic for topic in await library.topics()}
    return Described(
        document,
        _authors(document, speakers),
        counts,
        tuple((speakers[id], times) for id, times in counts.speakers if id in speakers),
        tuple((topics[id], times) for id, times in counts.topics if id in topics),
        tuple(note for note in await library.notes() if note.document == document.id),
    )


def _authors(document: Document, speakers: dict[str, Speaker]) -> tuple[Speaker, ...]:
    return tuple(speakers[id] for id in document.authors if id in speakers)
