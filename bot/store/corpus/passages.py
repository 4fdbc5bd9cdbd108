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


def presentable(connection: Connection, hidden: Iterable[str]) -> list[int]:
    """Rows of the sentences that can stand alone on a card: whole, sure, neither very short nor very long."""
    found = connection.execute(
        """
        SELECT row
          FROM passage
         WHERE parent IS NULL AND NOT damaged AND confidence >= ? AND length(text) BETWEEN 50 AND 400
           AND document NOT IN (SELECT value FROM json_each(?))
         ORDER BY row
        """,
        (SURE, json.dumps(list(hidden))),
    )
    return [row for (row,) in found]
