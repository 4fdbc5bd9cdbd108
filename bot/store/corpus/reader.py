"""A corpus, open for reading. It never changes: what was read once stays true as long as it is open."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import aiosqlite

from bot.errors import BadStore, Fault
from bot.models import SURE, Claim, Document, Event, Note, Passage, Question, Relation, Speaker, Topic
from bot.store.corpus import rows
from bot.store.corpus.named import named
from bot.store.corpus.schema import APPLICATION, SCHEMA

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Counts:
    documents: int
    passages: int
    sure: int  # passages whose attribution is sure
    speakers: int
    topics: int
    claims: int
    events: int
    questions: int


class Corpus:
    """One worker thread holds the connection; each question is one hop to it.

    A corpus that was swapped out stays open for whoever still holds it: the last one to let go closes it.
    """

    def __init__(self, path: Path, connection: aiosqlite.Connection, meta: dict[str, str]) -> None:
        self.path = path
        self.fingerprint = meta["fingerprint"]
        self.made_by = meta["made_by"]
        self._connection = connection
        self._finalizer = weakref.finalize(self, _end, connection)

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Raises BadStore where the file is no corpus of this version."""
        try:
            connection = await aiosqlite.connect(_read_only(path), uri=True)
        except sqlite3.Error as error:
            raise BadStore(str(path), Fault.MISSING) from error
        try:
            meta = await _meta(connection)
        except (sqlite3.Error, KeyError, ValueError) as error:
            await connection.close()
            raise BadStore(str(path), Fault.OUTDATED) from error
        connection.row_factory = sqlite3.Row
        return cls(path, connection, meta)

    async def close(self) -> None:
        self._finalizer.detach()
        await self._connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def ask(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Runs `work` on the worker thread: many statements, one hop. It must only read."""
        # aiosqlite has no public call for this; its own methods are each one such hop
        connection = self._connection
        answer: Answer = await connection._execute(work, connection._conn)  # type: ignore[no-untyped-call]
        return answer

    async def documents(self) -> list[Document]:
        """In the order they were read."""
        return [
            rows.document(row)
            for row in await self._read(f"SELECT {rows.DOCUMENT} FROM document ORDER BY row")
        ]

    async def document(self, id: str) -> Document | None:
        found = await self._read(f"SELECT {rows.DOCUMENT} FROM document WHERE id = :id", id=id)
        return rows.document(found[0]) if found else None

    async def speakers(self, *, without: Iterable[str] = ()) -> list[Speaker]:
        """Everybody, or only who says something outside the documents `without`."""
        found = await self._read(
            f"""
            SELECT {rows.SPEAKER}
              FROM speaker
             WHERE :hidden = '[]'
                OR id IN (SELECT speaker
                            FROM (SELECT speaker, document FROM passage
                                  UNION SELECT speaker, document FROM document_author
                                  UNION SELECT speaker, document FROM claim)
                           WHERE document NOT IN (SELECT value FROM json_each(:hidden)))
             ORDER BY row
            """,
            hidden=json.dumps(list(without)),
        )
        return [rows.speaker(row) for row in found]

    async def speaker(self, id: str) -> Speaker | None:
        found = await self._read(f"SELECT {rows.SPEAKER} FROM speaker WHERE id = :id", id=id)
        return rows.speaker(found[0]) if found else None

    async def topics(self) -> list[Topic]:
        return [rows.topic(row) for row in await self._read(f"SELECT {rows.TOPIC} FROM topic ORDER BY row")]

    async def passage(self, key: str) -> Passage | None:
        """The passage that bears this key; None where none does, or more than one."""
        return (await self.passages([key])).get(key)

    async def passages(self, keys: Iterable[str]) -> dict[str, Passage]:
        """The passages that bear these keys; a key that has vanished or stands twice is left out."""
        wanted = list(keys)
        return await self.ask(lambda connection: named(connection, wanted))

    async def text_of(self, document: str) -> list[Passage]:
        """All passages of a document in reading order, stretches after the sentence that holds them."""
        found = await self._read(
            f"SELECT {rows.PASSAGE} FROM passage WHERE document = :document ORDER BY place", document=document
        )
        return [rows.passage(row) for row in found]

    async def around(self, passage: Passage, paragraphs: int = 1) -> list[Passage]:
        """The sentences of the passage's paragraph and of as many paragraphs before and after it."""
        found = await self._read(
            f"""
            SELECT {rows.PASSAGE}
              FROM passage
             WHERE document = :document AND parent IS NULL AND paragraph BETWEEN :first AND :last
             ORDER BY place
            """,
            document=passage.document,
            first=passage.paragraph - paragraphs,
            last=passage.paragraph + paragraphs,
        )
        return [rows.passage(row) for row in found]

    async def said_by(self, speaker: str, *, limit: int) -> list[Passage]:
        """What one speaker says in their own words, as author or quoted, in reading order."""
        found = await self._read(
            f"""
            SELECT {rows.PASSAGE}
              FROM passage
             WHERE speaker = :speaker AND attribution IN ('author', 'quoted')
             ORDER BY row
             LIMIT :limit
            """,
            speaker=speaker,
            limit=limit,
        )
        return [rows.passage(row) for row in found]

    async def about(self, topic: str, *, speaker: str | None = None, limit: int) -> list[Passage]:
        """Passages on a topic, in reading order; of one speaker, or of all."""
        found = await self._read(
            f"""
            SELECT {rows.PASSAGE}
              FROM passage_topic JOIN passage USING (row)
             WHERE topic = :topic AND (:speaker IS NULL OR speaker = :speaker)
             ORDER BY row
             LIMIT :limit
            """,
            topic=topic,
            speaker=speaker,
            limit=limit,
        )
        return [rows.passage(row) for row in found]

    async def claims(
        self, *, topic: str | None = None, speaker: str | None = None, document: str | None = None
    ) -> list[Claim]:
        found = await self._read(
            f"""
            SELECT {rows.CLAIM}
              FROM claim
             WHERE (:topic IS NULL OR topic = :topic)
               AND (:speaker IS NULL OR speaker = :speaker)
               AND (:document IS NULL OR document = :document)
             ORDER BY row
            """,
            topic=topic,
            speaker=speaker,
            document=document,
        )
        return [rows.claim(row) for row in found]

    async def relations(self) -> list[Relation]:
        return [rows.relation(row) for row in await self._read("SELECT * FROM relation ORDER BY row")]

    async def events(
        self, *, topic: str | None = None, speaker: str | None = None, document: str | None = None
    ) -> list[Event]:
        """In reading order. An event is a speaker's where a passage it rests on is."""
        found = await self._read(
            f"""
            SELECT {rows.EVENT}
              FROM event
             WHERE (:document IS NULL OR document = :document)
               AND (:topic IS NULL OR id IN (SELECT event FROM event_topic WHERE topic = :topic))
               AND (:speaker IS NULL
                    OR id IN (SELECT event FROM event_passage JOIN passage USING (key)
                               WHERE speaker = :speaker))
             ORDER BY row
            """,
            topic=topic,
            speaker=speaker,
            document=document,
        )
        return [rows.event(row) for row in found]

    async def questions(self) -> list[Question]:
        return [rows.question(row) for row in await self._read("SELECT * FROM question ORDER BY row")]

    async def notes(self) -> list[Note]:
        return [rows.note(row) for row in await self._read("SELECT * FROM note ORDER BY row")]

    async def counts(self) -> Counts:
        found = await self._read(
            """
            SELECT (SELECT count(*) FROM document) AS documents,
                   (SELECT count(*) FROM passage) AS passages,
                   (SELECT count(*) FROM passage WHERE confidence >= :sure) AS sure,
                   (SELECT count(*) FROM speaker) AS speakers,
                   (SELECT count(*) FROM topic) AS topics,
                   (SELECT count(*) FROM claim) AS claims,
                   (SELECT count(*) FROM event) AS events,
                   (SELECT count(*) FROM question) AS questions
            """,
            sure=SURE,
        )
        return Counts(*found[0])

    async def _read(self, statement: str, **values: object) -> list[sqlite3.Row]:
        return await self.ask(lambda connection: connection.execute(statement, values).fetchall())


_ending: set[asyncio.Future[object]] = set()


def _end(connection: aiosqlite.Connection) -> None:
    future = connection.stop()
    if future is not None:
        _ending.add(future)
        future.add_done_callback(_ending.discard)


async def ended() -> None:
    """Waits for the corpora that were let go of: their threads still tell the event loop that they end."""
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(future for future in _ending if future.get_loop() is loop))


def _read_only(path: Path) -> str:
    # immutable: no locks and no files beside it, since nobody ever writes to a finished corpus
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


async def _meta(connection: aiosqlite.Connection) -> dict[str, str]:
    ((application,),) = await connection.execute_fetchall("PRAGMA application_id")
    found = await connection.execute_fetchall("SELECT name, value FROM meta")
    meta: dict[str, str] = {row[0]: row[1] for row in found}
    if application != APPLICATION or int(meta["schema"]) != SCHEMA:
        raise ValueError(application)
    return meta
