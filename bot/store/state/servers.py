"""Servers that the bot has left: what is kept for them goes after a while, unless it is asked back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import BigInteger, Column, Table, delete, insert, select

from bot.store.state.database import Tx
from bot.store.state.rounds import answer_table, question_table, round_table
from bot.store.state.schema import metadata

GUILD = ("guild", "guild_id")
"""What columns with a server's id are called."""

left_server = Table(
    "left_server",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("left", BigInteger, nullable=False),  # UTC epoch milliseconds
)


async def mark_left(tx: Tx, guild_id: int, at: int) -> None:
    await mark_back(tx, guild_id)
    await tx.execute(insert(left_server).values(guild_id=guild_id, left=at))


async def mark_back(tx: Tx, guild_id: int) -> None:
    await tx.execute(delete(left_server).where(left_server.c.guild_id == guild_id))


async def compare(tx: Tx, present: Iterable[int], at: int) -> None:
    """Sets right what was missed while the bot was away: who removed it, who asked it back."""
    here = set(present)
    known = set(await servers_with_data(tx))
    marked = set(await tx.scalars(select(left_server.c.guild_id)))
    for guild_id in marked & here:
        await mark_back(tx, guild_id)
    for guild_id in known - here - marked:
        await mark_left(tx, guild_id, at)


async def left_before(tx: Tx, at: int) -> list[int]:
    """Servers that removed the bot before that time."""
    return list(await tx.scalars(select(left_server.c.guild_id).where(left_server.c.left < at)))


async def servers_with_data(tx: Tx) -> list[int]:
    """Every server that something is kept for; 0 stands for all servers and is none."""
    found: set[int] = set()
    for column in _guild_columns():
        found.update(id for id in await tx.scalars(select(column).distinct()) if id)
    return sorted(found)


async def purge(tx: Tx, guild_id: int) -> None:
    """Erases all that is kept for a server."""
    rounds = select(round_table.c.id).where(round_table.c.guild == guild_id)
    await tx.execute(delete(answer_table).where(answer_table.c.round.in_(rounds)))
    await tx.execute(delete(question_table).where(question_table.c.round.in_(rounds)))
    for column in _guild_columns():
        await tx.execute(delete(column.table).where(column == guild_id))
    await mark_back(tx, guild_id)


def _guild_columns() -> list[Column[int]]:
    """Of all tables but the one of servers left."""
    return [
        column
        for table in metadata.sorted_tables
        if table is not left_server
        for column in table.columns
        if column.name in GUILD
    ]
