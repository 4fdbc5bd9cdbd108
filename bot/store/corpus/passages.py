"""Passages by row and by filter: what finding and verifying read beside the search index.

Each function takes the connection that `Corpus.ask` hands to its work, so that several make one hop.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from bot.models import SURE, Passage
from bot.store.corpus import rows

Connection = sqlite3.Connection


def by_rows(connection: Connection, numbers: Iterable[int]) -> dict[int, Passage]:
    """The passages on these rows, in reading order."""
    found = connection.execute(
        f"""
        SELECT {rows.PASSAGE}, row
          FROM passage
         WHERE row IN (SELECT value FROM json_each(?))
         ORDER BY row
        """,
        (json.dumps(list(numbers)),),
    )
    return {row["row"]: rows.passage(row) for row in found}


def between(connection: Connection, first: int, last: int) -> dict[int, Passage]:
    """The passages from one row to another, in reading order."""
    return by_rows(connection, range(first, last + 1))


def rows_of(
    connection: Connection,
    *,
    speaker: str | None = None,
    document: str | None = None,
    topic: str | None = None,
    limit: int = -1,
) -> list[int]:
    """Rows of the passages that fit a filter, in reading order."""
    found = connection.execute(
        """
        SELECT row
          FROM passage
         WHERE (:speaker IS NULL OR speaker = :speaker)
           AND (:document IS NULL OR document = :document)
           AND (:topic IS NULL OR row IN (SELECT row FROM passage_topic WHERE topic = :topic))
         ORDER BY row
         LIMIT :limit
        """,
        {"speaker": speaker, "document": document, "topic": topic, "limit": limit},
    )
    return [row for (row,) in found]


def last_row(connection: Connection) -> int:
    """The number of passages."""
    (last,) = connection.execute("SELECT coalesce(max(row), 0) FROM passage").fetchone()
    return int(last)


def presentable(connection: Connection, hidden: Iterable[str], first: int) -> Passage | None:
    """The first sentence from a row on that can stand alone on a card: whole, sure, not very short or long."""
    row = connection.execute(
        f"""
        SELECT {rows.PASSAGE}
          FROM passage
         WHERE row >= ? AND parent IS NULL AND NOT damaged AND confidence >= ?
           AND length(text) BETWEEN 50 AND 400 AND document NOT IN (SELECT value FROM json_each(?))
         ORDER BY row
         LIMIT 1
        """,
        (first, SURE, json.dumps(list(hidden))),
    ).fetchone()
    return rows.passage(row) if row else None


def claimed_on(connection: Connection, speaker: str, topic: str) -> set[str]:
    """Keys of the passages that a speaker's claims on a topic, given by a name, rest on."""
    found = connection.execute(
        """
        SELECT key
          FROM claim_passage JOIN claim ON claim.id = claim_passage.claim
         WHERE speaker = :speaker
           AND topic IN (SELECT id FROM topic WHERE name = :name COLLATE NOCASE
                         UNION SELECT topic FROM topic_alias WHERE alias = :name COLLATE NOCASE)
        """,
        {"speaker": speaker, "name": topic.strip()},
    )
    return {key for (key,) in found}
