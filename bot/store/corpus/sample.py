"""Passages that may stand for a document, a speaker or a topic: sure, whole, evenly drawn from many."""

from __future__ import annotations

from bot.models import SURE, Passage
from bot.store.corpus import rows
from bot.store.corpus.reader import Corpus

# multiplying by Knuth's constant scatters the rows, the same way each time: a large document is
# then represented from beginning to end
_SCATTERED = "(row * 2654435761) % 4294967296"

_CONDITIONS = {
    "document": "document = :document",
    "speaker": "speaker = :speaker",
    "topic": "row IN (SELECT row FROM passage_topic WHERE topic = :topic)",
}


async def sample(
    corpus: Corpus,
    *,
    document: str | None = None,
    speaker: str | None = None,
    topic: str | None = None,
    limit: int,
) -> list[Passage]:
    """At most `limit` passages in reading order: undamaged, and surely whose they say, or nobody's."""
    wanted = {"document": document, "speaker": speaker, "topic": topic}
    conditions = " AND ".join(_CONDITIONS[name] for name, value in wanted.items() if value is not None)
    found = await corpus.ask(
        lambda connection: connection.execute(
            f"""
            SELECT {rows.PASSAGE}
              FROM passage
             WHERE row IN (SELECT row
                             FROM passage
                            WHERE {conditions or "TRUE"}
                              AND attribution IN ('author', 'quoted')
                              AND (confidence >= :sure OR speaker IS NULL)
                              AND NOT damaged
                            ORDER BY {_SCATTERED}
                            LIMIT :limit)
             ORDER BY row
            """,
            {**wanted, "sure": SURE, "limit": limit},
        ).fetchall()
    )
    return [rows.passage(row) for row in found]
