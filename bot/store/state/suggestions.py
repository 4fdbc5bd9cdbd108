"""Facts that members propose for the daily post: they wait until a moderator decides."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import BigInteger, Column, Index, String, Table, Text, func, insert, select, update

from bot.errors import TooManyWaiting
from bot.store.state.database import Tx
from bot.store.state.schema import metadata

WAITING, APPROVED, REFUSED = "waiting", "approved", "refused"
MOST = 5
"""Suggestions of one member that may wait in a server at a time."""

suggestion_table = Table(
    "daily_suggestion",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # of the interaction that brought it
    Column("guild", BigInteger, nullable=False),
    Column("author", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),  # milliseconds since 1970 (UTC)
    Column("status", String(8), nullable=False),
    Index("daily_suggestion_by_guild", "guild", "status"),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    id: int
    guild: int
    author: int
    text: str
    at: int
    status: str = WAITING


_SUGGESTION = [suggestion_table.c[name] for name in Suggestion.__slots__]


async def suggest(tx: Tx, suggestion: Suggestion) -> None:
    """Raises TooManyWaiting where the member has enough waiting already."""
    c = suggestion_table.c
    waiting = await tx.scalar(
        select(func.count()).where(
            c.guild == suggestion.guild, c.author == suggestion.author, c.status == WAITING
        )
    )
    if int(waiting or 0) >= MOST:
        raise TooManyWaiting(MOST)
    await tx.execute(insert(suggestion_table).values(**asdict(suggestion)))


async def suggestions(tx: Tx, guild: int, status: str = WAITING) -> list[Suggestion]:
    """The oldest first."""
    c = suggestion_table.c
    found = await tx.execute(
        select(*_SUGGESTION).where(c.guild == guild, c.status == status).order_by(c.at, c.id)
    )
    return [Suggestion(*row) for row in found]


async def decide(tx: Tx, guild: int, id: int, *, approved: bool) -> bool:
    """False where somebody has decided already, or nothing waits under this id."""
    c = suggestion_table.c
    done = await tx.execute(
        update(suggestion_table)
        .where(c.guild == guild, c.id == id, c.status == WAITING)
        .values(status=APPROVED if approved else REFUSED)
    )
    return done.rowcount > 0
