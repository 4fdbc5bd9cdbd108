"""What a corpus knows of one document, counted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from bot.models import SURE
from bot.store.corpus.reader import Corpus


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is of a document. Speakers and topics by id, most first."""

    sentences: int
    paragraphs: int
    attributed: int  # passages, stretches among them, that name a speaker
    sure: int  # of those
    damaged: int
    events: int
    claims: int
    speakers: tuple[tuple[str, int], ...]
    topics: tuple[tuple[str, int], ...]


async def counted(corpus: Corpus, document: str) -> Counted:
    return await corpus.ask(lambda connection: _count(connection, document))


def _count(connection: sqlite3.Connection, document: str) -> Counted:
    values = {"document": document, "sure": SURE}
    sentences, paragraphs, attributed, sure, damaged = connection.execute(
        """
        SELECT count(*) FILTER (WHERE parent IS NULL),
               count(DISTINCT paragraph),
               count(speaker),
               count(speaker) FILTER (WHERE confidence >= :sure),
               count(*) FILTER (WHERE damaged AND parent IS NULL)
          FROM passage
         WHERE document = :document
        """,
        values,
    ).fetchone()
    (events,) = connection.execute("SELECT count(*) FROM event WHERE document = :document", values).fetchone()
    (claims,) = connection.execute("SELECT count(*) FROM claim WHERE document = :document", values).fetchone()
    speakers = connection.execute(
        """
        SELECT speaker, count(*) AS times
          FROM passage
         WHERE document = :document AND speaker IS NOT NULL
         GROUP BY speaker
         ORDER BY times DESC, min(row)
        """,
        values,
    ).fetchall()
    topics = connection.execute(
        """
        SELECT topic, count(*) AS times
          FROM passage JOIN passage_topic USING (row)
         WHERE document = :document
         GROUP BY topic
         ORDER BY times DESC, topic
        """,
        values,
    ).fetchall()
    return Counted(
        sentences, paragraphs, attributed, sure, damaged, events, claims,
        tuple(map(tuple, speakers)), tuple(map(tuple, topics)),
    )  # fmt: skip
