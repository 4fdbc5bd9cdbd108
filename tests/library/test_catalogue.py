"""Tests bot.library.catalogue: the list, and what is known of a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import EmptyLibrary, Unknown
from bot.library.catalogue import catalogue, describe, listed
from bot.models import Attribution, Contents, Document, Note, Speaker, Topic
from bot.store.corpus.described import Counted
from tests.library.conftest import Shelve, Write

SAID = [
    ("adler", "The ferry must run in winter."),
    ("adler", "Nobody pays for the ferry."),
    (None, "The editors add this."),
    ("oduya", "I doubt it."),
]


def contents(write: Write) -> Contents:
    document, passages = write(Document("ferry", "The ferry", authors=("adler", "gone")), SAID)
    stretch = replace(
        passages[0], key="ferry#1", parent=0, place=9, speaker="oduya", attribution=Attribution.QUOTED
    )
    unsure = replace(passages[3], confidence=0.5, damaged=True)
    return Contents(
        documents=(document, Document("bees", "bees"), Document("zebra", "Zebras")),
        speakers=(Speaker("adler", "Ms. Adler"), Speaker("oduya", "Mr. Oduya")),
        topics=(Topic("ferry", "ferry"), Topic("winter", "winter"), Topic("bees", "bees")),
        passages=(passages[0], stretch, *passages[1:3], unsure),
        notes=(Note("ferry", "A slip."), Note("bees", "Another.")),
    )


async def test_documents_are_listed_by_title_with_those_authors_that_are_known(
    shelve: Shelve, write: Write
) -> None:
    library = await shelve(contents(write))
    rows = await listed(library, await catalogue(library))
    assert [(row.document.id, [author.id for author in row.authors]) for row in rows] == [
        ("bees", []),
        ("ferry", ["adler"]),
        ("zebra", []),
    ]


async def test_a_document_is_described_by_what_is_in_it(shelve: Shelve, write: Write) -> None:
    described = await describe(await shelve(contents(write)), "ferry")
    assert described.counted == Counted(
        sentences=4,
        paragraphs=2,
        attributed=4,
        sure=3,
        damaged=1,
        events=0,
        claims=0,
        speakers=(("adler", 2), ("oduya", 2)),
        topics=(("ferry", 3), ("winter", 2)),
    )
    assert [(speaker.name, times) for speaker, times in described.speakers] == [
        ("Ms. Adler", 2),
        ("Mr. Oduya", 2),
    ]
    assert [note.text for note in described.notes] == ["A slip."]


async def test_what_is_hidden_or_not_there_has_no_card(shelve: Shelve, write: Write) -> None:
    library = await shelve(contents(write), hidden=frozenset({"ferry"}))
    assert [document.id for document in await catalogue(library)] == ["bees", "zebra"]
    for id in ("ferry", "nowhere"):
        with pytest.raises(Unknown):
            await describe(library, id)


async def test_an_empty_library_says_so(shelve: Shelve) -> None:
    with pytest.raises(EmptyLibrary):
        await catalogue(await shelve(Contents()))
