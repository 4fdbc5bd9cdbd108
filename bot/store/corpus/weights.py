"""How much there is of each speaker, document and topic: what is likeliest meant when somebody types."""

from __future__ import annotations

import sqlite3

from bot.store.corpus.reader import Corpus

_SPEAKERS = """
    SELECT speaker, sum(times)
      FROM (SELECT speaker, count(*) AS times FROM passage WHERE speaker IS NOT NULL GROUP BY speaker
            UNION ALL
            SELECT speaker, count(*) FROM claim GROUP BY speaker)
     GROUP BY speaker
"""
_DOCUMENTS = "SELECT id, words FROM document"
_TOPICS = """
    SELECT topic, sum(times)
      FROM (SELECT topic, count(*) AS times FROM passage_topic GROUP BY topic
            UNION ALL
            SELECT topic, count(*) FROM claim GROUP BY topic)
     GROUP BY topic
"""


async def speaker_weights(corpus: Corpus) -> dict[str, int]:
    """Passages and claims by speaker id."""
    return await corpus.ask(lambda connection: _weights(connection, _SPEAKERS))


async def document_weights(corpus: Corpus) -> dict[str, int]:
    """Words by document id."""
    return await corpus.ask(lambda connection: _weights(connection, _DOCUMENTS))


async def topic_weights(corpus: Corpus) -> dict[str, int]:
    """Passages and claims by topic id."""
    return await corpus.ask(lambda connection: _weights(connection, _TOPICS))


def _weights(connection: sqlite3.Connection, statement: str) -> dict[str, int]:
    return dict(connection.execute(statement).fetchall())
